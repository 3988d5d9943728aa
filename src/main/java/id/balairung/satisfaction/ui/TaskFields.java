package id.balairung.satisfaction.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import id.balairung.common.InputFault;
import id.balairung.common.TypedText;
import id.balairung.common.ui.DateField;
import id.balairung.satisfaction.CommentEntry;
import id.balairung.satisfaction.ComplaintDraft;
import id.balairung.satisfaction.FollowUpDraft;
import id.balairung.satisfaction.FollowUpEntry;
import id.balairung.satisfaction.FollowUpKind;
import id.balairung.satisfaction.FollowUpOwner;
import id.balairung.satisfaction.FollowUpState;
import id.balairung.satisfaction.Questionnaire;
import id.balairung.satisfaction.Unsur;
import id.balairung.satisfaction.UnsurCode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What is asked of a follow-up. */
class TaskFields {

    private static final int USUAL_DAYS = 14;

    private final transient TaskWords said;
    private final TextField title;
    private final TextArea details;
    private final ComboBox<FollowUpOwner> owner;
    private final DateField due;
    private final Select<UnsurCode> unsur;
    private final boolean plansUnsur;
    private final transient Optional<YearMonth> month;
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

    /** Fields for a new plan for an unsur. */
    static TaskFields plan(SatisfactionActs acts, FollowUpDraft.OfUnsur of) {
        TaskFields fields = new TaskFields(acts, Optional.empty(), Complaint.NEVER, Optional.of(of));
        fields.title.setValue(acts.words().text("satisfaction.task.plan", fields.said.unsur(of.unsur())));
        return fields;
    }

    /** Fields for what goes back to a comment: a complaint came in with it, and the law counts from that day. */
    static TaskFields of(SatisfactionActs acts, CommentEntry comment, Complaint kind) {
        TaskFields fields = new TaskFields(acts, Optional.empty(), kind);
        fields.complaintPart.received(comment.day());
        return fields;
    }

    TaskFields(SatisfactionActs acts, Optional<FollowUpEntry> stored, Complaint kind) {
        this(
                acts,
                stored,
                kind,
                stored.flatMap(FollowUpEntry::unsur).map(code -> new FollowUpDraft.OfUnsur(code, Optional.empty())));
    }

    private TaskFields(
            SatisfactionActs acts, Optional<FollowUpEntry> stored, Complaint kind, Optional<FollowUpDraft.OfUnsur> of) {
        SatisfactionWords words = acts.words();
        this.said = new TaskWords(words, acts.services().questionnaires().all());
        this.title = new TextField(words.text("satisfaction.task.title"));
        this.details = new TextArea(words.text("satisfaction.task.details"));
        this.owner = new ComboBox<>(words.text("satisfaction.task.owner"));
        this.due = new DateField(words.text("satisfaction.task.due"));
        this.unsur = new Select<>();
        this.plansUnsur = kind != Complaint.ALWAYS
                && stored.map(task -> task.kind() == FollowUpKind.OWN).orElse(true);
        this.month = of.flatMap(FollowUpDraft.OfUnsur::month);
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
        unsur.setLabel(words.text("satisfaction.task.unsur"));
        unsur.setEmptySelectionAllowed(true);
        unsur.setEmptySelectionCaption(words.text("satisfaction.task.no-unsur"));
        unsur.setItemLabelGenerator(code -> code == null ? words.text("satisfaction.task.no-unsur") : said.unsur(code));
        unsur.setItems(unsur(acts, of));
        of.map(FollowUpDraft.OfUnsur::unsur).ifPresent(unsur::setValue);
        unsur.setManualValidation(true);
        state.addClassName("bl-wrap");
        state.setItems(FollowUpState.values());
        state.setItemLabelGenerator(said::state);
        complaint.setValue(kind == Complaint.ALWAYS);
        complaint.setVisible(kind == Complaint.CHOSEN);
        complaint.addValueChangeListener(changed -> showComplaint());
        title.setRequiredIndicatorVisible(
                stored.map(task -> !task.kind().opensByItself()).orElse(true));
        due.setRequiredIndicatorVisible(true);
        state.addValueChangeListener(
                changed -> result.setRequiredIndicatorVisible(state.getValue() == FollowUpState.DONE));
        fill(acts, stored);
        when.addClassNames("bl-task-when");
        when.add(complaintPart, owner, due);
        byName.put("title", title);
        byName.put("unsur", unsur);
        byName.putAll(complaintPart.byName());
        byName.put("due", due);
        byName.put("details", details);
        byName.put("result", result);
        title.setManualValidation(true);
        details.setManualValidation(true);
        due.setManualValidation(true);
        result.setManualValidation(true);
        title.setWidthFull();
        unsur.setWidthFull();
        details.setWidthFull();
        result.setWidthFull();
        state.setVisible(stored.isPresent());
        result.setVisible(stored.isPresent());
        showComplaint();
    }

    /** What is asked now, and what the plan was for, even if that is asked no longer. */
    private static List<UnsurCode> unsur(SatisfactionActs acts, Optional<FollowUpDraft.OfUnsur> of) {
        Questionnaire now = acts.services().questionnaires().of(acts.services().today());
        return Stream.concat(now.unsur().stream().map(Unsur::code), of.map(FollowUpDraft.OfUnsur::unsur).stream())
                .distinct()
                .toList();
    }

    /** The end of a week: an officer would reckon back from a day to that on which a comment was read. */
    private static LocalDate usual(LocalDate today) {
        return today.plusDays(USUAL_DAYS).with(TemporalAdjusters.nextOrSame(DayOfWeek.FRIDAY));
    }

    private void fill(SatisfactionActs acts, Optional<FollowUpEntry> stored) {
        title.setValue(stored.map(FollowUpEntry::title).orElse(""));
        stored.map(said::title).ifPresent(title::setPlaceholder);
        details.setValue(stored.map(FollowUpEntry::details).orElse(""));
        stored.flatMap(FollowUpEntry::owner).ifPresent(owner::setValue);
        due.setValue(stored.map(FollowUpEntry::due)
                .orElseGet(() -> usual(acts.services().today())));
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
        unsur.setVisible(plansUnsur && !complaint.getValue());
    }

    Component[] all() {
        return new Component[] {title, unsur, complaint, when, details, state, result};
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
                Optional.<ComplaintDraft>of(complaintPart.draft()).filter(part -> complaint.getValue()),
                Optional.ofNullable(unsur.getValue())
                        .filter(code -> unsur.isVisible())
                        .map(code -> new FollowUpDraft.OfUnsur(code, month)));
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
        byName.values().stream()
                .filter(HasValidationProperties::isInvalid)
                .findFirst()
                .ifPresent(TaskFields::leadTo);
    }

    /** What the dialog says of it stands over the form's end: so not there. */
    private static void leadTo(HasValidationProperties field) {
        field.getElement().executeJs("setTimeout(() => { this.focus(); this.scrollIntoView({block: 'center'}); }, 0)");
    }

    void quiet() {
        byName.values().forEach(field -> field.setInvalid(false));
    }
}
