package id.balairung.satisfaction.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.TextField;
import id.balairung.common.TypedText;
import id.balairung.common.ui.DateField;
import id.balairung.satisfaction.ComplaintClass;
import id.balairung.satisfaction.ComplaintDraft;
import id.balairung.satisfaction.FollowUpEntry;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** A complaint's part: how it is dealt with, and so until when; and its number at LAPOR!. */
class ComplaintFields extends Div {

    private static final char NO_BREAK = '\u00a0';

    private final transient SatisfactionActs acts;
    private final Select<ComplaintClass> complaintClass = new Select<>();
    private final DateField receivedOn;
    private final TextField reference;
    private final Span limit = new Span();

    ComplaintFields(SatisfactionActs acts, TaskWords said) {
        this.acts = acts;
        SatisfactionWords words = acts.words();
        addClassName("bl-complaint-fields");
        complaintClass.setLabel(words.text("satisfaction.complaint.class"));
        complaintClass.setItems(ComplaintClass.values());
        complaintClass.setItemLabelGenerator(said::complaintClass);
        complaintClass.setManualValidation(true);
        this.receivedOn = new DateField(words.text("satisfaction.complaint.received-on"));
        receivedOn.setManualValidation(true);
        this.reference = new TextField(words.text("satisfaction.complaint.reference"));
        reference.setMaxLength(ComplaintDraft.LONGEST_REFERENCE);
        reference.setManualValidation(true);
        complaintClass.setRequiredIndicatorVisible(true);
        receivedOn.setRequiredIndicatorVisible(true);
        limit.addClassName("limit");
        limit.getElement().setAttribute("aria-live", "polite");
        complaintClass.addValueChangeListener(changed -> showLimit());
        receivedOn.addValueChangeListener(changed -> showLimit());
        Div received = new Div(receivedOn, limit);
        received.addClassName("received");
        add(complaintClass, received, reference);
    }

    /** Of what came in on another day than today. */
    void received(LocalDate day) {
        receivedOn.setValue(day);
    }

    void fill(Optional<FollowUpEntry.Complaint> stored) {
        complaintClass.setValue(
                stored.map(FollowUpEntry.Complaint::complaintClass).orElse(ComplaintClass.SERVICE));
        receivedOn.setValue(stored.map(FollowUpEntry.Complaint::receivedOn)
                .orElseGet(() -> acts.services().today()));
        reference.setValue(
                stored.flatMap(FollowUpEntry.Complaint::laporReference).orElse(""));
        showLimit();
    }

    ComplaintDraft draft() {
        return new ComplaintDraft(
                complaintClass.getValue(), receivedOn.getValue(), new TypedText(reference.getValue()));
    }

    Map<String, HasValidationProperties> byName() {
        return Map.of("complaintClass", complaintClass, "receivedOn", receivedOn, "laporReference", reference);
    }

    /** The law's, by the mall's calendar; nobody fills it in. */
    private void showLimit() {
        LocalDate today = acts.services().today();
        limit.setText(Optional.ofNullable(receivedOn.getValue())
                .filter(day -> !day.isAfter(today) && !day.isBefore(today.minusYears(1)))
                .flatMap(day -> Optional.ofNullable(complaintClass.getValue())
                        .map(how -> acts.services().followUps().due(how, day)))
                .map(day -> acts.words()
                        .text(
                                "satisfaction.complaint.limit",
                                acts.words().day(day).replace(' ', NO_BREAK)))
                .orElse(""));
    }
}
