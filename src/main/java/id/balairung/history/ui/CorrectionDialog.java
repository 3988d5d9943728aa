package id.balairung.history.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import id.balairung.common.BusinessRuleViolation;
import id.balairung.common.ui.DateField;
import id.balairung.common.ui.TimeField;
import id.balairung.queue.CommandId;
import id.balairung.queue.Outcome;
import id.balairung.queue.TicketCorrections;
import id.balairung.queue.TicketPast;
import id.balairung.queue.TicketPasts;
import id.balairung.queue.TicketSnapshot;
import id.balairung.queue.ui.ActDialog;
import id.balairung.queue.ui.Notice;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Koreksi: what really came of a completed ticket, when its service really ended, and why that is put right. */
class CorrectionDialog extends ActDialog {

    private static final Set<String> WRONG_REASON =
            Set.of("queue.refused.reason-missing", "queue.refused.reason-too-long", "queue.refused.reason-unprintable");

    private final transient TicketCorrections corrections;
    private final transient TicketPasts pasts;
    private final transient TicketPanelWords words;
    private final transient Runnable movedOn;
    private final RadioButtonGroup<Outcome> outcome = new RadioButtonGroup<>(getTranslation("history.correct.outcome"));
    private final DateField day = new DateField(getTranslation("history.correct.day"));
    private final TimeField time = new TimeField(getTranslation("history.correct.time"));
    private final TextField reason = new TextField(getTranslation("history.correct.reason"));
    private final Div preview = new Div();
    private TicketSnapshot ticket;
    private CommandId command = CommandId.next();

    CorrectionDialog(TicketPanels services, TicketSnapshot ticket, Runnable corrected, Runnable movedOn) {
        super(Notice.of("history.correct.title", ticket.number()), "history.correct.save", corrected);
        this.corrections = services.corrections();
        this.pasts = services.pasts();
        this.words = services.words(getLocale());
        this.movedOn = movedOn;
        this.ticket = ticket;
        outcome.addClassName("bl-wrap");
        outcome.setItems(Outcome.values());
        outcome.setItemLabelGenerator(words::outcome);
        outcome.setManualValidation(true);
        outcome.setValue(ticket.outcome().orElse(Outcome.FULFILLED));
        day.setManualValidation(true);
        time.setManualValidation(true);
        time.setStep(Duration.ofMinutes(1));
        ticket.finishedAt().ifPresent(end -> {
            day.setValue(words.dateOf(end));
            time.setValue(minuteOf(end));
        });
        // Whoever was never served has no service time to put right.
        day.setEnabled(ticket.servingSince().isPresent());
        time.setEnabled(ticket.servingSince().isPresent());
        day.addValueChangeListener(changed -> showPreview());
        time.addValueChangeListener(changed -> showPreview());
        reason.setManualValidation(true);
        reason.setRequiredIndicatorVisible(true);
        reason.setHelperText(getTranslation("queue.reason.help"));
        reason.setWidthFull();
        Div end = new Div(day, time);
        end.addClassNames("bl-row", "wrap");
        preview.addClassNames("bl-correction-preview", "bl-s", "bl-sec");
        preview.getElement().setAttribute("aria-live", "polite");
        ask(outcome, end, preview, reason);
        beginWith(outcome);
        enterConfirms(reason);
        showPreview();
    }

    @Override
    protected Optional<Notice> act() {
        Optional<Instant> end = end();
        if (end.isEmpty()) {
            return Optional.of(Notice.of("queue.refused.time-missing"));
        }
        try {
            corrections.correct(
                    command, ticket.id(), ticket.version(), outcome.getValue(), end.get(), reason.getValue());
            return Optional.empty();
        } catch (BusinessRuleViolation refused) {
            if (refused.key().equals("queue.refused.moved-on")) {
                takeOver();
            }
            return Optional.of(Notice.of(refused));
        } catch (DataAccessException | TransactionException gone) {
            return Optional.of(Notice.UNREACHABLE);
        }
    }

    @Override
    protected boolean told(Optional<Notice> refused) {
        String key = refused.map(Notice::key).orElse("");
        String sentence = refused.map(notice -> notice.in(this)).orElse("");
        boolean none = key.equals("queue.refused.correction-none");
        boolean end = key.equals("queue.refused.correction-end") || key.equals("queue.refused.time-missing");
        boolean why = WRONG_REASON.contains(key);
        outcome.setErrorMessage(sentence);
        outcome.setInvalid(none);
        time.setErrorMessage(sentence);
        time.setInvalid(end);
        reason.setErrorMessage(sentence);
        reason.setInvalid(why);
        return none || end || why;
    }

    /** Somebody else has corrected it: what was typed stays, and stands beside what is stored now. */
    private void takeOver() {
        pasts.of(ticket.id()).map(TicketPast::ticket).ifPresent(now -> ticket = now);
        command = CommandId.next();
        showPreview();
        movedOn.run();
    }

    /** The fields have no seconds: where they still tell the stored minute, the end is the stored one. */
    private Optional<Instant> end() {
        LocalDate date = day.getValue();
        LocalTime minute = time.getValue();
        if (date == null || minute == null) {
            return Optional.empty();
        }
        return ticket.finishedAt()
                .filter(stored ->
                        words.dateOf(stored).equals(date) && minuteOf(stored).equals(minute))
                .or(() -> Optional.of(date.atTime(minute).atZone(words.zone()).toInstant()));
    }

    private void showPreview() {
        Optional<Duration> after = ticket.servingSince()
                .flatMap(began -> end().map(end -> Duration.between(began, end).minus(ticket.held())))
                .filter(lasted -> !lasted.isNegative());
        String now = lasting(ticket.serviceTime());
        String then = lasting(after);
        preview.setText(
                now.equals(then)
                        ? getTranslation("history.correct.same", now)
                        : getTranslation("history.correct.preview", now, then));
    }

    private String lasting(Optional<Duration> time) {
        return time.map(words::duration).orElseGet(() -> words.text("history.time.none"));
    }

    private LocalTime minuteOf(Instant moment) {
        return LocalTime.ofInstant(moment, words.zone()).truncatedTo(ChronoUnit.MINUTES);
    }
}
