package id.balairung.satisfaction.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import id.balairung.common.InputFault;
import id.balairung.common.TypedText;
import id.balairung.common.ui.DateField;
import id.balairung.satisfaction.ComplaintDraft;
import id.balairung.satisfaction.FollowUpDraft;
import id.balairung.satisfaction.FollowUpEntry;
import id.balairung.satisfaction.FollowUpOwner;
import id.balairung.satisfaction.FollowUpState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What is asked of a follow-up. */
class TaskFields {

    private static final int USUAL_DAYS = 14;

    private final TextField title;
    private final TextArea details;
    private final ComboBox<FollowUpOwner> owner;
    private final DateField due;
    private final RadioButtonGroup<FollowUpState> state;
    private final TextArea result;
    private final Checkbox complaint;
    private final ComplaintFields complaintPart;
    private final Div when = new Div();
    private final Map<String, HasValidationProperties> byName = new LinkedHashMap<>();

    /** Whether it is a complaint. */
    enum Complaint {
        /** It is. */
        ALWAYS,
        /** It isn't. */
        NEVER,
        /** The person says so. */
        CHOSEN
    }

    TaskFields(SatisfactionActs acts, Optional<FollowUpEntry> stored, Complaint kind) {
        SatisfactionWords words = acts.words();
        TaskWords said = new TaskWords(words, acts.services().questionnaires().all());
        this.title = new TextField(words.text("satisfaction.task.title"));
        this.details = new TextArea(words.text("satisfaction.task.details"));
        this.owner = new ComboBox<>(words.text("satisfaction.task.owner"));
        this.due = new DateField(words.text("satisfaction.task.due"));
        this.state = new RadioButtonGroup<>(words.text("satisfaction.task.state"));
        this.result = new TextArea(words.text("satisfaction.task.result"));
        this.complaint = new Checkbox(words.text("satisfaction.task.is-complaint"));
        this.complaintPart = new ComplaintFields(acts, said);
        title.setMaxLength(FollowUpDraft.LONGEST_TITLE);
        details.setMinRows(2);
        result.setMinRows(2);
        owner.setItemLabelGenerator(FollowUpOwner::name);
        owner.setPlaceholder(words.text("satisfaction.task.nobody"));
        owner.setClearButtonVisible(true);
        owner.setItems(owners(acts, stored));
        state.addClassName("bl-wrap");
        state.setItems(FollowUpState.values());
        state.setItemLabelGenerator(said::state);
        complaint.setValue(kind == Complaint.ALWAYS);
        complaint.setVisible(kind == Complaint.CHOSEN);
        complaint.addValueChangeListener(changed -> showComplaint());
        title.setRequiredIndicatorVisible(
                stored.map(task -> !task.kind().opensByItself()).orElse(true));
        due.setRequiredIndicatorVisible(true);
        fill(acts, said, stored);
        when.addClassNames("bl-task-when");
        when.add(owner, due);
        byName.put("title", title);
        byName.put("details", details);
        byName.put("due", due);
        byName.put("result", result);
        byName.putAll(complaintPart.byName());
        title.setManualValidation(true);
        details.setManualValidation(true);
        due.setManualValidation(true);
        result.setManualValidation(true);
        title.setWidthFull();
        details.setWidthFull();
        result.setWidthFull();
        state.setVisible(stored.isPresent());
        result.setVisible(stored.isPresent());
        showComplaint();
    }

    private void fill(SatisfactionActs acts, TaskWords said, Optional<FollowUpEntry> stored) {
        title.setValue(stored.map(FollowUpEntry::title).orElse(""));
        stored.map(said::title).ifPresent(title::setPlaceholder);
        details.setValue(stored.map(FollowUpEntry::details).orElse(""));
        stored.flatMap(FollowUpEntry::owner).ifPresent(owner::setValue);
        due.setValue(stored.map(FollowUpEntry::due)
                .orElseGet(() -> acts.services().today().plusDays(USUAL_DAYS)));
        state.setValue(stored.map(FollowUpEntry::state).orElse(FollowUpState.OPEN));
        result.setValue(stored.map(FollowUpEntry::result).orElse(""));
        complaintPart.fill(stored.flatMap(FollowUpEntry::complaint));
    }

    /** Those who may be asked, and whoever was asked before, even if that person is gone. */
    private static List<FollowUpOwner> owners(SatisfactionActs acts, Optional<FollowUpEntry> stored) {
        return Stream.concat(
                        acts.services().followUps().owners().stream(), stored.flatMap(FollowUpEntry::owner).stream())
                .distinct()
                .toList();
    }

    private void showComplaint() {
        complaintPart.setVisible(complaint.getValue());
        due.setVisible(!complaint.getValue());
    }

    Component[] all() {
        return new Component[] {title, complaint, complaintPart, when, details, state, result};
    }

    Component first() {
        return title;
    }

    /** In which Enter confirms. */
    Component[] single() {
        return new Component[] {title};
    }

    FollowUpDraft draft() {
        return new FollowUpDraft(
                new TypedText(title.getValue()),
                new TypedText(details.getValue()),
                Optional.ofNullable(owner.getValue()).map(FollowUpOwner::id),
                due.getValue(),
                Optional.ofNullable(state.getValue()).orElse(FollowUpState.OPEN),
                new TypedText(result.getValue()),
                Optional.<ComplaintDraft>of(complaintPart.draft()).filter(part -> complaint.getValue()));
    }

    void tell(List<InputFault> faults) {
        for (InputFault fault : faults) {
            HasValidationProperties field = byName.get(fault.field());
            if (field != null) {
                field.setErrorMessage(
                        title.getTranslation(fault.key(), fault.arguments().toArray()));
                field.setInvalid(true);
            }
        }
    }

    void quiet() {
        byName.values().forEach(field -> field.setInvalid(false));
    }
}
