package id.balairung.history.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import id.balairung.common.ui.Icons;
import id.balairung.common.ui.Notifications;
import id.balairung.common.ui.StatusBadge;
import id.balairung.history.ExportJob;
import id.balairung.history.ExportState;
import id.balairung.security.ui.ReauthenticationDialog;
import id.balairung.sheet.SheetFormat;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One export in the list: what, where it stands, and what can be done about it. */
final class ExportLine extends ListItem {

    private static final double KILOBYTE = 1024;

    private final transient ExportServices services;
    private final transient Runnable afterwards;
    private final Div state = new Div();
    private final transient ExportFilterWords filtered;
    private final Span told = new Span();
    private final ProgressBar bar = new ProgressBar();
    private final Div acts = new Div();
    private transient @Nullable ExportJob shown;

    ExportLine(ExportJob job, ExportServices services, OfficerNames officers, Runnable afterwards) {
        this.services = services;
        this.afterwards = afterwards;
        this.filtered =
                new ExportFilterWords(this, services, officers, job.wish().filter());
        Span what = new Span(filtered.period());
        what.addClassName("what");
        Span narrowed = new Span(filtered.narrowed());
        narrowed.addClassName("narrowed");
        narrowed.setVisible(!narrowed.getText().isEmpty());
        told.addClassNames("bl-sec", "bl-s");
        Div words = new Div(what, narrowed, told);
        words.addClassName("words");
        state.addClassName("state");
        acts.addClassName("acts");
        add(words, state, acts);
        show(job);
    }

    boolean shows(String id) {
        return shown != null && shown.id().toString().equals(id);
    }

    /** Fetches the file as a click would, or says that there is none yet or any more. */
    void fetch() {
        ExportJob job = Objects.requireNonNull(shown);
        if (job.state().underWay()) {
            Notifications.ERROR.show(getTranslation("history.exports.not-ready"));
        } else if (job.state() != ExportState.READY) {
            Notifications.ERROR.show(getTranslation("history.exports.gone"));
        } else if (job.wish().notes()) {
            ReauthenticationDialog.before(services.reauthentication(), () -> download(job));
        } else {
            links().findFirst().ifPresent(ExportLine::click);
        }
    }

    void show(ExportJob job) {
        @Nullable ExportJob before = shown;
        shown = job;
        told.setText(told(job));
        if (before == null || before.state() != job.state()) {
            state.removeAll();
            state.add(badge(job.state()));
            if (job.state() == ExportState.RUNNING) {
                state.add(bar);
            }
            acts.removeAll();
            if (job.state() == ExportState.READY) {
                acts.add(job.wish().notes() ? fetchingAfterProof() : fetching(job));
            }
            acts.add(job.state().underWay() ? cancelling(job) : deleting(job));
        }
        bar.setIndeterminate(job.expected().isEmpty());
        job.expected().ifPresent(all -> {
            bar.setMax(Math.max(1, all));
            bar.setValue(Math.min(job.rows(), all));
        });
    }

    private String told(ExportJob job) {
        List<String> parts = new ArrayList<>();
        parts.add(getTranslation(job.wish().format() == SheetFormat.XLSX ? "sheet.export.xlsx" : "sheet.export.csv"));
        if (job.wish().notes()) {
            parts.add(getTranslation("history.exports.with-notes"));
        }
        parts.add(getTranslation("history.exports.requested", moment(job.requestedAt())));
        if (job.state() == ExportState.RUNNING) {
            parts.add(job.expected()
                    .map(all -> getTranslation("history.export.progress", Math.min(job.rows(), all), all))
                    .orElseGet(() -> getTranslation("history.exports.written", job.rows())));
        } else if (job.rows() > 0 && job.state() != ExportState.FAILED) {
            parts.add(getTranslation("history.exports.rows", job.rows()));
        }
        job.bytes().map(this::size).ifPresent(parts::add);
        job.expiresAt()
                .filter(end -> job.state() == ExportState.READY)
                .map(end -> getTranslation("history.exports.expires", moment(end)))
                .ifPresent(parts::add);
        String line = String.join(", ", parts) + ".";
        return job.fault().map(fault -> line + " " + getTranslation(fault)).orElse(line);
    }

    private StatusBadge badge(ExportState of) {
        return switch (of) {
            case WAITING -> new StatusBadge("waiting", Icons.CLOCK, getTranslation("history.exports.state.waiting"));
            case RUNNING -> new StatusBadge("serving", Icons.TASK, getTranslation("history.exports.state.running"));
            case READY -> new StatusBadge("completed", Icons.DONE, getTranslation("history.exports.state.ready"));
            case FAILED -> new StatusBadge("breached", Icons.ALERT, getTranslation("history.exports.state.failed"));
            case CANCELLED ->
                new StatusBadge("abandoned", Icons.CLOSE, getTranslation("history.exports.state.cancelled"));
        };
    }

    private Anchor fetching(ExportJob job) {
        Anchor link = new Anchor();
        link.setHref(new FetchedExport(services.jobs(), job.id()), AttachmentType.DOWNLOAD);
        link.add(Icons.DOWN.create(), new Span(getTranslation("history.exports.fetch")));
        link.addClassName("fetch");
        link.setAriaLabel(getTranslation("history.exports.fetch-what", filtered.whole()));
        return link;
    }

    private Button fetchingAfterProof() {
        Button fetch = new Button(getTranslation("history.exports.fetch"), Icons.DOWN.create(), click -> fetch());
        fetch.addThemeVariants(ButtonVariant.SMALL, ButtonVariant.TERTIARY);
        fetch.setAriaLabel(getTranslation("history.exports.fetch-what", filtered.whole()));
        return fetch;
    }

    private void download(ExportJob job) {
        links().toList().forEach(acts::remove);
        Anchor link = new Anchor();
        link.setHref(new FetchedExport(services.jobs(), job.id()), AttachmentType.DOWNLOAD);
        link.getElement().setAttribute("aria-hidden", "true");
        link.getElement().setAttribute("tabindex", "-1");
        acts.add(link);
        click(link);
    }

    private Stream<Anchor> links() {
        return acts.getChildren().filter(Anchor.class::isInstance).map(Anchor.class::cast);
    }

    private static void click(Anchor link) {
        link.getElement().executeJs("this.click()");
    }

    private Button cancelling(ExportJob job) {
        return act(
                "common.form.cancel",
                "history.exports.cancel-what",
                () -> services.jobs().cancel(job.id()));
    }

    private Button deleting(ExportJob job) {
        return act(
                "history.exports.delete",
                "history.exports.delete-what",
                () -> services.jobs().delete(job.id()));
    }

    private Button act(String key, String name, Runnable doing) {
        Button button = new Button(getTranslation(key), click -> {
            doing.run();
            afterwards.run();
        });
        button.addThemeVariants(ButtonVariant.SMALL);
        button.setAriaLabel(getTranslation(name, filtered.whole()));
        return button;
    }

    private String moment(Instant moment) {
        return DateTimeFormatter.ofPattern("d MMM HH.mm", getLocale())
                .format(moment.atZone(services.mall().rules().zone()));
    }

    private String size(long bytes) {
        return bytes < KILOBYTE * KILOBYTE
                ? getTranslation("history.exports.kilobytes", Math.max(1, Math.round(bytes / KILOBYTE)))
                : getTranslation("history.exports.megabytes", Math.round(bytes / KILOBYTE / KILOBYTE));
    }
}
