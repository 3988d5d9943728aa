package id.balairung.queue.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import id.balairung.common.BusinessRuleViolation;
import id.balairung.common.ui.HurtingQuestion;
import id.balairung.common.ui.Notifications;
import id.balairung.queue.RetentionPeriod;
import id.balairung.security.ReauthenticationRequired;
import id.balairung.security.ui.ReauthenticationDialog;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** The period of one kind of data: in days, told where it is wrong, saved by itself. */
class RetentionField extends Div {

    private final transient RetentionServices services;
    private final transient RetentionPeriod period;
    private final TextField days = new TextField();
    private final Button save = new Button();
    private final Runnable afterwards;

    /**
     * A field.
     *
     * @param afterwards what to do when the period was saved, or was changed by somebody else meanwhile
     */
    RetentionField(RetentionPeriod period, RetentionServices services, Runnable afterwards) {
        this.period = period;
        this.services = services;
        this.afterwards = afterwards;
        addClassName("period");
        H3 kind = new H3(word(""));
        Span what = new Span(word(".what"));
        what.addClassNames("bl-sec", "bl-s");
        Span changed = new Span(changed());
        changed.addClassNames("bl-quiet", "bl-xs");
        Div words = new Div(kind, what, changed);
        words.addClassName("words");
        days.setLabel(getTranslation("queue.retention.days"));
        days.setHelperText(getTranslation(
                "queue.retention.range", period.kind().shortest(), period.kind().longest()));
        days.setSuffixComponent(new Span(getTranslation("queue.retention.unit")));
        days.getElement().setAttribute("inputmode", "numeric");
        days.setAriaLabel(getTranslation("queue.retention.days-of", word("")));
        days.setMaxLength(6);
        days.setValue(String.valueOf(period.days()));
        days.setValueChangeMode(ValueChangeMode.EAGER);
        days.addValueChangeListener(typed -> check());
        days.addKeyPressListener(Key.ENTER, enter -> keep());
        save.setText(getTranslation("queue.retention.save"));
        save.setAriaLabel(getTranslation("queue.retention.save-of", word("")));
        save.addClickListener(click -> keep());
        save.setEnabled(false);
        Div input = new Div(days, save);
        input.addClassName("input");
        add(words, input);
    }

    private void check() {
        Optional<Integer> typed = typed();
        boolean allowed = typed.filter(number -> number >= period.kind().shortest())
                .filter(number -> number <= period.kind().longest())
                .isPresent();
        days.setInvalid(!allowed);
        days.setErrorMessage(getTranslation(
                "queue.refused.retention-days",
                period.kind().shortest(),
                period.kind().longest()));
        save.setEnabled(
                allowed && typed.filter(number -> number == period.days()).isEmpty());
    }

    private Optional<Integer> typed() {
        String text = days.getValue().strip();
        return text.matches("[0-9]{1,6}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }

    private void keep() {
        check();
        typed().filter(number -> save.isEnabled()).ifPresent(number -> {
            if (number < period.days()) {
                new HurtingQuestion(
                                getTranslation("queue.retention.shorter", word(""), number),
                                getTranslation("queue.retention.shorter-text"),
                                getTranslation("queue.retention.shorten"),
                                () -> proven(number))
                        .open();
            } else {
                proven(number);
            }
        });
    }

    private void proven(int number) {
        ReauthenticationDialog.ensure(services.reauthentication(), () -> keep(number));
    }

    private void keep(int number) {
        try {
            services.retention().change(period.kind(), number, period.version());
            Notifications.SUCCESS.show(getTranslation("queue.retention.saved", word(""), number));
        } catch (ReauthenticationRequired required) {
            throw required;
        } catch (BusinessRuleViolation refused) {
            Notifications.ERROR.show(Notice.of(refused).in(this));
        } catch (DataAccessException | TransactionException gone) {
            Notifications.ERROR.show(Notice.UNREACHABLE.in(this));
            return;
        }
        afterwards.run();
    }

    private String word(String part) {
        return getTranslation("queue.retention.kind."
                + period.kind().name().toLowerCase(Locale.ROOT).replace('_', '-') + part);
    }

    private String changed() {
        return period.changedAt()
                .map(at -> getTranslation(
                        "queue.retention.changed",
                        DateTimeFormatter.ofPattern("d MMM yyyy, HH.mm", getLocale())
                                .format(at.atZone(services.mall().rules().zone())),
                        period.changedBy().orElse("–")))
                .orElseGet(() -> getTranslation("queue.retention.standard"));
    }
}
