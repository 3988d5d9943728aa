package id.balairung.agency.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import id.balairung.agency.ServiceDetails;
import id.balairung.common.BusinessRuleViolation;
import id.balairung.common.ui.DateField;
import id.balairung.common.ui.TimeField;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

/** Lets a service take no new numbers for a while: why, and until when. What was typed stays when it is refused. */
class PauseServiceDialog extends Dialog {

    private final transient Pauses pauses;
    private final transient ServiceDetails service;
    private final transient Runnable afterwards;
    private final TextField reason = new TextField(getTranslation("agency.pause.reason"));
    private final DateField day = new DateField(getTranslation("agency.pause.day"));
    private final TimeField time = new TimeField(getTranslation("agency.pause.time"));
    private final Div refusal = new Div();

    PauseServiceDialog(Pauses pauses, ServiceDetails service, Runnable afterwards) {
        this.pauses = pauses;
        this.service = service;
        this.afterwards = afterwards;
        ZoneId zone = pauses.mall().rules().zone();
        setHeaderTitle(getTranslation("agency.pause.title", service.prefix()));
        Paragraph note = new Paragraph(getTranslation("agency.pause.note"));
        note.addClassName("bl-sec");
        reason.setMaxLength(200);
        reason.setWidthFull();
        day.setMin(LocalDate.ofInstant(pauses.clock().instant(), zone));
        Div until = new Div(day, time);
        until.addClassName("bl-beside");
        Div form = new Div(note, reason, until);
        form.addClassName("bl-form");
        refusal.addClassName("bl-refusal");
        refusal.getElement().setAttribute("role", "alert");
        add(form, refusal);
        Button pause = new Button(getTranslation("agency.services.pause"), click -> pause(zone));
        pause.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(getTranslation("common.form.cancel"), click -> close()), pause);
        reason.setAutofocus(true);
    }

    private void pause(ZoneId zone) {
        if (day.isEmpty() != time.isEmpty()) {
            refusal.setText(getTranslation("agency.pause.incomplete"));
            return;
        }
        LocalDate date = day.getValue();
        LocalTime hour = time.getValue();
        Optional<Instant> until = date == null || hour == null
                ? Optional.empty()
                : Optional.of(date.atTime(hour).atZone(zone).toInstant());
        try {
            pauses.agencies().pause(service.id(), reason.getValue(), until);
        } catch (BusinessRuleViolation refused) {
            refusal.setText(getTranslation(refused.key(), refused.arguments()));
            return;
        }
        close();
        afterwards.run();
    }
}
