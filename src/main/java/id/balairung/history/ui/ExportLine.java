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
import id.balairung.common.ui.StatusBadge;
import id.balairung.history.ExportJob;
import id.balairung.history.ExportState;
import id.balairung.history.HistoryFilter;
import id.balairung.sheet.SheetFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One export in the list: what, where it stands, and what can be done about it. */
final class ExportLine extends ListItem {

    private static final double KILOBYTE = 1024;

    private final transient ExportServices services;
    private final transient Runnable afterwards;
    private final Div state = new Div();
    private final Span told = new Span();
    private final Div acts = new Div();
    private transient @Nullable ExportJob shown;

    ExportLine(ExportJob job, ExportServices services, Runnable afterwards) {
        this.services = services;
        this.afterwards = afterwards;
        Span what = new Span(period(job.wish().filter()));
        what.addClassName("what");
        told.addClassNames("bl-sec", "bl-s");
        Div words = new Div(what, told);
        words.addClassName("words");
        state.addClassName("state");
        acts.addClassName("acts");
        add(words, state, acts);
        show(job);
    }

    boolean shows(ExportJob job) {
        return shown != null && shown.id().equals(job.id());
    }

    void show(ExportJob job) {
        @Nullable ExportJob before = shown;
        shown = job;
        told.setText(told(job));
        if (before == null || before.state() != job.state()) {
            state.removeAll();
            state.add(badge(job.state()));
            if (job.state() == ExportState.RUNNING) {
                ProgressBar bar = new ProgressBar();
                bar.setIndeterminate(true);
                state.add(bar);
            }
            acts.removeAll();
            if (job.state() == ExportState.READY) {
                acts.add(fetching(job));
            }
            acts.add(job.state().underWay() ? cancelling(job) : deleting(job));
        }
    }

    private String told(ExportJob job) {
        List<String> parts = new ArrayList<>();
        parts.add(getTranslation(job.wish().format() == SheetFormat.XLSX ? "sheet.export.xlsx" : "sheet.export.csv"));
        if (job.wish().notes()) {
            parts.add(getTranslation("history.exports.with-notes"));
        }
        parts.add(getTranslation("history.exports.requested", moment(job.requestedAt())));
        if (job.rows() > 0 && job.state() != ExportState.FAILED) {
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
        link.setAriaLabel(
                getTranslation("history.exports.fetch-what", period(job.wish().filter())));
        return link;
    }

    private Button cancelling(ExportJob job) {
        return act(
                "common.form.cancel",
                "history.exports.cancel-what",
                job,
                () -> services.jobs().cancel(job.id()));
    }

    private Button deleting(ExportJob job) {
        return act(
                "history.exports.delete",
                "history.exports.delete-what",
                job,
                () -> services.jobs().delete(job.id()));
    }

    private Button act(String key, String name, ExportJob job, Runnable doing) {
        Button button = new Button(getTranslation(key), click -> {
            doing.run();
            afterwards.run();
        });
        button.addThemeVariants(ButtonVariant.SMALL);
        button.setAriaLabel(getTranslation(name, period(job.wish().filter())));
        return button;
    }

    private String period(HistoryFilter filter) {
        String first = day(filter.from());
        return filter.to().equals(filter.from())
                ? getTranslation("history.exports.day", first)
                : getTranslation("history.exports.days", first, day(filter.to()));
    }

    private String day(LocalDate day) {
        return DateTimeFormatter.ofPattern("d MMM yyyy", getLocale()).format(day);
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
