package id.balairung.satisfaction.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import id.balairung.agency.CurrentMall;
import id.balairung.common.InputFault;
import id.balairung.common.ui.HurtingQuestion;
import id.balairung.common.ui.Icons;
import id.balairung.satisfaction.Questionnaire;
import id.balairung.satisfaction.QuestionnaireAdministration;
import id.balairung.satisfaction.QuestionnaireDraft;
import id.balairung.satisfaction.QuestionnaireVersion;
import id.balairung.satisfaction.UnsurDraft;
import id.balairung.security.Reauthentication;
import id.balairung.security.ui.ProvenForm;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.stream.Stream;

/** One version of the questionnaire. A new one begins as a copy of the latest; one that is in force can only be read. */
class QuestionnaireForm extends ProvenForm<QuestionnaireVersion> {

    private static final int MONTHS = 36;

    private final transient QuestionnaireAdministration administration;
    private final transient CurrentMall mall;
    private final transient DateTimeFormatter month;
    private final Div begun =
            new Div(Icons.INFO.create(), new Span(getTranslation("satisfaction.questionnaire.begun-note")));
    private final Select<YearMonth> from = field("from", new Select<>());
    private final UnsurField unsur = field("unsur", new UnsurField());
    private final Button remove = new Button(
            getTranslation("satisfaction.questionnaire.remove"), click -> shown().ifPresent(this::askRemove));

    QuestionnaireForm(
            QuestionnaireAdministration administration,
            CurrentMall mall,
            DateTimeFormatter month,
            Reauthentication reauthentication) {
        super(reauthentication);
        this.administration = administration;
        this.mall = mall;
        this.month = month;
        begun.addClassName("bl-banner");
        from.setLabel(getTranslation("satisfaction.questionnaire.from"));
        from.setItemLabelGenerator(first -> first == null ? "" : month.format(first));
        from.setRequiredIndicatorVisible(true);
        ask(begun, from, unsur);
        offer(remove);
    }

    @Override
    protected String titleOf(Optional<QuestionnaireVersion> shown) {
        return shown.map(version -> getTranslation(
                        "satisfaction.questionnaire.named",
                        version.questionnaire().version()))
                .orElseGet(() -> getTranslation("satisfaction.questionnaire.new"));
    }

    @Override
    protected void fill(Optional<QuestionnaireVersion> shown) {
        boolean open = shown.map(QuestionnaireVersion::changeable).orElse(true);
        Optional<YearMonth> begins =
                shown.map(version -> YearMonth.from(version.questionnaire().validFrom()));
        YearMonth now = YearMonth.from(mall.today().date());
        from.setItems(Stream.concat(
                        begins.filter(first -> !first.isAfter(now)).stream(),
                        Stream.iterate(now.plusMonths(1), next -> next.plusMonths(1))
                                .limit(MONTHS))
                .toList());
        from.setValue(begins.orElse(null));
        from.setReadOnly(!open);
        Questionnaire copied = shown.map(QuestionnaireVersion::questionnaire)
                .orElseGet(() -> administration.versions().getFirst().questionnaire());
        unsur.setValue(copied.unsur().stream().map(UnsurDraft::of).toList());
        unsur.setReadOnly(!open);
        begun.setVisible(!open);
        remove.setVisible(shown.isPresent() && open);
        mayBeSaved(open);
    }

    @Override
    protected String store(Optional<QuestionnaireVersion> shown) {
        QuestionnaireDraft draft = new QuestionnaireDraft(from.getValue(), unsur.getValue());
        if (shown.isPresent()) {
            int version = shown.get().questionnaire().version();
            administration.change(version, shown.get().madeAt(), draft);
            return String.valueOf(version);
        }
        return String.valueOf(administration.add(draft));
    }

    @Override
    protected boolean tellInside(InputFault fault, String sentence) {
        return unsur.tell(fault.field(), sentence);
    }

    private void askRemove(QuestionnaireVersion version) {
        new HurtingQuestion(
                        getTranslation(
                                "satisfaction.questionnaire.remove-title",
                                version.questionnaire().version()),
                        getTranslation(
                                "satisfaction.questionnaire.remove-text",
                                month.format(version.questionnaire().validFrom())),
                        getTranslation("satisfaction.questionnaire.remove"),
                        () -> performAndClose(
                                () -> administration.delete(
                                        version.questionnaire().version(), version.madeAt()),
                                getTranslation("satisfaction.questionnaire.removed-done")))
                .open();
    }
}
