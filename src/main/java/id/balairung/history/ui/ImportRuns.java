package id.balairung.history.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.RouterLink;
import id.balairung.common.BusinessRuleViolation;
import id.balairung.common.ui.HurtingQuestion;
import id.balairung.common.ui.Notifications;
import id.balairung.history.ImportRun;
import id.balairung.security.ui.ReauthenticationDialog;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** The agency's imports, each of which can be undone. */
final class ImportRuns extends Div {

    private final transient ImportServices services;

    ImportRuns(ImportServices services) {
        this.services = services;
        addClassName("runs");
        readAgain();
    }

    void readAgain() {
        removeAll();
        List<ImportRun> all = services.imports().imports();
        if (all.isEmpty()) {
            Paragraph none = new Paragraph(getTranslation("history.import.runs-empty"));
            none.addClassName("bl-sec");
            add(none);
        } else {
            UnorderedList list = new UnorderedList();
            all.forEach(run -> list.add(line(run)));
            add(list);
        }
    }

    private ListItem line(ImportRun run) {
        Span what = new Span(run.fileName());
        what.addClassName("what");
        Span told = new Span(told(run));
        told.addClassNames("bl-sec", "bl-s");
        Div words = new Div(what, told);
        words.addClassName("words");
        ListItem line = new ListItem(words);
        if (run.undoneAt().isEmpty() && run.rows() > 0) {
            Div acts = new Div();
            acts.addClassName("acts");
            run.first().ifPresent(day -> acts.add(toHistory(day, run.last().orElse(day))));
            Button undo = new Button(getTranslation("history.import.undo"), click -> ask(run));
            undo.addThemeVariants(ButtonVariant.SMALL);
            undo.setAriaLabel(getTranslation("history.import.undo-what", run.fileName()));
            acts.add(undo);
            line.add(acts);
        }
        return line;
    }

    /** Leads to the days that were imported. */
    RouterLink toHistory(LocalDate first, LocalDate last) {
        RouterLink link = new RouterLink(getTranslation("history.import.to-history"), HistoryView.class);
        link.setQueryParameters(HistoryQuery.standard(services.mall().today().date())
                .in(HistoryPeriod.fixed(first, last))
                .parameters(services.catalogue()));
        return link;
    }

    private String told(ImportRun run) {
        String told = getTranslation("history.import.run", moment(run.at()), run.by(), run.rows(), run.known());
        String days = run.first()
                .map(first -> " " + days(first, run.last().orElse(first)))
                .orElse("");
        String undone = run.undoneAt()
                .map(at -> " " + getTranslation("history.import.run-undone", moment(at)))
                .orElse("");
        return told + days + undone;
    }

    private String days(LocalDate first, LocalDate last) {
        DateTimeFormatter day = DateTimeFormatter.ofPattern(getTranslation("history.date"), getLocale());
        return first.equals(last)
                ? getTranslation("history.import.run-day", day.format(first))
                : getTranslation("history.import.run-days", day.format(first), day.format(last));
    }

    private void ask(ImportRun run) {
        HurtingQuestion question = new HurtingQuestion(
                getTranslation("history.import.undo-question", run.fileName()),
                getTranslation("history.import.undo-consequence", run.rows()),
                getTranslation("history.import.undo"),
                () -> ReauthenticationDialog.ensure(services.reauthentication(), () -> undo(run)));
        // Beside "Batalkan impor" the usual "Batal" could be either.
        question.setCancelText(getTranslation("history.import.undo-not"));
        question.open();
    }

    private void undo(ImportRun run) {
        try {
            int gone = services.imports().undo(run.id());
            Notifications.SUCCESS.show(getTranslation("history.import.undone", gone));
        } catch (BusinessRuleViolation refused) {
            Notifications.ERROR.show(getTranslation(refused.key(), refused.arguments()));
        }
        readAgain();
    }

    private String moment(Instant moment) {
        return DateTimeFormatter.ofPattern("d MMM uuuu, HH.mm", getLocale())
                .format(moment.atZone(services.mall().rules().zone()));
    }
}
