package id.balairung.history.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.router.Route;
import id.balairung.common.BusinessRuleViolation;
import id.balairung.common.ui.Notifications;
import id.balairung.common.ui.PageHeader;
import id.balairung.history.HistoryImport;
import id.balairung.history.ImportCheck;
import id.balairung.history.ImportMapping;
import id.balairung.history.ImportRun;
import id.balairung.security.Role;
import id.balairung.security.ui.ReauthenticationDialog;
import id.balairung.sheet.SheetFile;
import id.balairung.sheet.ui.SheetUpload;
import jakarta.annotation.security.RolesAllowed;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.concurrent.DelegatingSecurityContextCallable;

/**
 * Takes an older system's history in: a file, how its columns are meant, what would come of it, and then all of it or nothing. Below,
 * what was imported before, which can be undone.
 */
@Route("riwayat/impor")
@RolesAllowed(Role.AGENCY_ADMIN_ROLE)
@StyleSheet("styles/sheet.css")
@StyleSheet("styles/imports.css")
class HistoryImportView extends Div implements PageHeader {

    private static final Logger LOG = LoggerFactory.getLogger(HistoryImportView.class);
    private static final int MEGABYTE = 1024 * 1024;
    private static final Duration SHOWN = Duration.ofSeconds(10);

    private final transient ImportServices services;
    private final Div refusal = new Div();
    private final Div working = new Div();
    private final Span doing = new Span();
    private final ProgressBar bar = new ProgressBar();
    private final ImportColumns columns;
    private final ImportFindings findings;
    private final ImportRuns runs;
    private final Button confirm = new Button();
    private final SheetUpload upload = new SheetUpload(HistoryImport.LIMITS, this::take, this::refuse, this::forget);
    private transient @Nullable SheetFile file;
    private transient String name = "";
    /** Counts what was begun: what an earlier file or an earlier check comes to doesn't matter any more. */
    private int begun;

    HistoryImportView(ImportServices services) {
        this.services = services;
        addClassNames("bl-main", "bl-imports");
        refusal.addClassName("bl-refusal");
        refusal.getElement().setAttribute("role", "alert");
        working.add(doing, bar);
        working.addClassName("working");
        working.getElement().setAttribute("role", "status");
        columns = new ImportColumns(this::check);
        findings = new ImportFindings(services, this::check);
        runs = new ImportRuns(services);
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        confirm.setDisableOnClick(true);
        confirm.addClickListener(click -> {
            confirm.setEnabled(true);
            ReauthenticationDialog.ensure(services.reauthentication(), this::carryOut);
        });
        add(
                card("history.import.file", intro(), upload, refusal, columns, working, findings, confirm),
                card("history.import.runs", runs));
        forget();
    }

    @Override
    public String title() {
        return getTranslation("history.import.title");
    }

    private Component intro() {
        Div intro = new Div(
                new Paragraph(getTranslation(
                        "history.import.intro", HistoryImport.LIMITS.rows(), HistoryImport.LIMITS.bytes() / MEGABYTE)),
                new Paragraph(getTranslation(
                        "history.import.formats", services.mall().rules().zone().getId())));
        intro.addClassNames("bl-sec", "intro");
        return intro;
    }

    private void take(String fileName, SheetFile taken) {
        forget();
        work("history.import.looking", () -> services.imports().look(taken), looked -> {
            file = taken;
            name = fileName;
            columns.show(looked.headings(), looked.mapping());
            columns.setVisible(true);
            if (looked.mapping().missing().isEmpty()) {
                check();
            }
        });
    }

    private void check() {
        SheetFile checked = file;
        if (checked == null) {
            return;
        }
        refusal.setText("");
        ImportMapping mapping = mapping();
        work("history.import.checking", () -> services.imports().check(checked, mapping), this::found);
    }

    private ImportMapping mapping() {
        return columns.mapping().with(findings.chosen());
    }

    private void found(ImportCheck check) {
        findings.show(check);
        findings.setVisible(true);
        confirm.setText(getTranslation("history.import.confirm", check.fresh()));
        confirm.setVisible(check.good() && check.fresh() > 0);
        confirm.setEnabled(confirm.isVisible());
    }

    private void carryOut() {
        SheetFile imported = file;
        UI ui = UI.getCurrent();
        if (imported == null) {
            return;
        }
        int rows = findings.rows();
        int mine = ++begun;
        CompletableFuture<ImportRun> run = services.imports()
                .begin(
                        imported,
                        name,
                        mapping(),
                        written -> ui.access(() -> {
                            if (mine == begun) {
                                bar.setIndeterminate(false);
                                bar.setMax(Math.max(1, rows));
                                bar.setValue(Math.min(written, rows));
                                doing.setText(getTranslation("history.import.progress", written, rows));
                            }
                        }));
        busy("history.import.importing", true);
        await(ui, run, done -> imported(done, mine), sentence -> notImported(sentence, mine));
    }

    /** What was imported is told whatever was begun meanwhile; what was begun meanwhile stays. */
    private void imported(ImportRun done, int mine) {
        if (mine == begun) {
            forget();
            upload.clear();
        }
        runs.readAgain();
        String told = getTranslation("history.import.done", done.rows(), done.known());
        done.first()
                .ifPresentOrElse(
                        day -> Notifications.SUCCESS.show(
                                told, runs.toHistory(day, done.last().orElse(day)), SHOWN),
                        () -> Notifications.SUCCESS.show(told));
    }

    private void notImported(String sentence, int mine) {
        if (mine == begun) {
            busy("", false);
            refuse(sentence);
        } else {
            Notifications.ERROR.show(sentence);
        }
    }

    /** On a thread of its own: a file of a hundred thousand rows takes seconds, and the screen goes on meanwhile. */
    private <T> void work(String what, Callable<T> work, Consumer<T> then) {
        UI ui = UI.getCurrent();
        int mine = ++begun;
        busy(what, true);
        Callable<T> asMe = new DelegatingSecurityContextCallable<>(work);
        CompletableFuture<T> result = new CompletableFuture<>();
        Thread.ofPlatform().name("history-import-check").daemon().start(() -> {
            try {
                result.complete(asMe.call());
            } catch (Exception | Error refused) {
                result.completeExceptionally(refused);
            }
        });
        await(
                ui,
                result,
                value -> ifLatest(mine, () -> then.accept(value)),
                sentence -> ifLatest(mine, () -> refuse(sentence)));
    }

    private void ifLatest(int mine, Runnable act) {
        if (mine == begun) {
            busy("", false);
            act.run();
        }
    }

    private <T> void await(UI ui, CompletableFuture<T> result, Consumer<T> then, Consumer<String> refused) {
        result.whenComplete((value, trouble) -> {
            if (ui.isAttached()) {
                ui.access(() -> {
                    if (trouble == null) {
                        then.accept(value);
                    } else {
                        refused.accept(sentence(trouble));
                    }
                });
            }
        });
    }

    private String sentence(Throwable trouble) {
        Throwable cause = trouble instanceof CompletionException wrapped && wrapped.getCause() != null
                ? wrapped.getCause()
                : trouble;
        if (cause instanceof BusinessRuleViolation refused) {
            return getTranslation(refused.key(), refused.arguments());
        }
        LOG.error("A file can't be imported", cause);
        return getTranslation("history.import.refused.unexpected");
    }

    private void busy(String what, boolean busy) {
        doing.setText(busy ? getTranslation(what) : "");
        bar.setIndeterminate(true);
        working.setVisible(busy);
        confirm.setEnabled(!busy && confirm.isVisible());
    }

    private void refuse(String sentence) {
        findings.setVisible(false);
        confirm.setVisible(false);
        refusal.setText(sentence);
    }

    private void forget() {
        begun++;
        file = null;
        name = "";
        refusal.setText("");
        findings.clear();
        findings.setVisible(false);
        columns.setVisible(false);
        working.setVisible(false);
        confirm.setVisible(false);
    }

    private Section card(String title, Component... content) {
        Header head = new Header(new H2(getTranslation(title)));
        head.addClassName("bl-head");
        Div body = new Div(content);
        body.addClassName("bl-body");
        Section card = new Section(head, body);
        card.addClassName("bl-card");
        card.setAriaLabel(getTranslation(title));
        return card;
    }
}
