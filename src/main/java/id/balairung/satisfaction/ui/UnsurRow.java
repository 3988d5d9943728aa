package id.balairung.satisfaction.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import id.balairung.common.TypedText;
import id.balairung.common.ui.Icons;
import id.balairung.satisfaction.QuestionnaireDraft;
import id.balairung.satisfaction.Unsur;
import id.balairung.satisfaction.UnsurCode;
import id.balairung.satisfaction.UnsurDraft;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** One unsur: its name and weight, and opened, all its wordings. */
class UnsurRow extends ListItem {

    private final Map<String, TextField> fields = new LinkedHashMap<>();
    private final Span name = new Span();
    private final Button head = new Button();
    private final Button up = icon(Icons.CHEVRON);
    private final Button down = icon(Icons.CHEVRON);
    private final Button remove = icon(Icons.CLOSE);
    private final Div body = new Div();
    private final boolean compulsory;

    UnsurRow(UnsurDraft unsur, Runnable typed, BiConsumer<UnsurRow, Integer> move, Consumer<UnsurRow> removed) {
        compulsory =
                UnsurCode.isOne(unsur.code()) && QuestionnaireDraft.COMPULSORY.contains(new UnsurCode(unsur.code()));
        TextField weight = field("weight", "weight", unsur.weight(), 15);
        weight.setValueChangeMode(ValueChangeMode.LAZY);
        weight.setLabel(null);
        beside(field("code", "code", unsur.code(), 20));
        beside(
                words("name", "name-id", unsur.name(), UnsurDraft.LONGEST_NAME),
                words("englishName", "name-en", unsur.englishName(), UnsurDraft.LONGEST_NAME));
        beside(words("question", "question-id", unsur.question(), UnsurDraft.LONGEST_QUESTION));
        beside(words("englishQuestion", "question-en", unsur.englishQuestion(), UnsurDraft.LONGEST_QUESTION));
        for (int answer = 1; answer <= Unsur.ANSWERS; answer++) {
            beside(
                    answer("answer." + answer, "answer-id", unsur.answers().get(answer - 1), answer),
                    answer(
                            "englishAnswer." + answer,
                            "answer-en",
                            unsur.englishAnswers().get(answer - 1),
                            answer));
        }
        fields.values()
                .forEach(field -> field.addValueChangeListener(changed -> {
                    rename();
                    typed.run();
                }));
        head.addThemeVariants(ButtonVariant.TERTIARY);
        head.addClassName("head");
        head.setIcon(Icons.CHEVRON.create());
        head.addClickListener(click -> show(!body.isVisible()));
        up.addClassName("bl-flip");
        up.addClickListener(click -> move.accept(this, -1));
        down.addClickListener(click -> move.accept(this, 1));
        remove.addClickListener(click -> removed.accept(this));
        Div acts = new Div(up, down, remove);
        acts.addClassName("acts");
        Div line = new Div(head, weight, acts);
        line.addClassName("line");
        body.addClassName("bl-fields");
        show(false);
        rename();
        add(line, body);
    }

    private TextField words(String name, String label, TypedText text, int longest) {
        return field(name, label, text.text(), longest);
    }

    private TextField answer(String name, String label, TypedText text, int number) {
        TextField field = words(name, label, text, UnsurDraft.LONGEST_ANSWER);
        field.setLabel(getTranslation("satisfaction.questionnaire." + label, number));
        return field;
    }

    private TextField field(String name, String label, String value, int longest) {
        TextField field = new TextField(getTranslation("satisfaction.questionnaire." + label));
        field.setManualValidation(true);
        field.setMaxLength(longest);
        field.setValue(value);
        fields.put(name, field);
        return field;
    }

    private void beside(TextField... parts) {
        Div row = new Div(parts);
        row.addClassName("bl-beside");
        body.add(row);
    }

    /** Where it stands now, from 1. */
    void place(int number, int of, boolean readOnly) {
        fields.values().forEach(field -> field.setReadOnly(readOnly));
        field("code").setReadOnly(readOnly || compulsory);
        fields.values().forEach(field -> field.setRequiredIndicatorVisible(!field.isReadOnly()));
        String called = name.getText();
        weight().setAriaLabel(getTranslation("satisfaction.questionnaire.weight-of", called));
        up.setAriaLabel(getTranslation("satisfaction.questionnaire.up", called));
        down.setAriaLabel(getTranslation("satisfaction.questionnaire.down", called));
        remove.setAriaLabel(getTranslation("satisfaction.questionnaire.remove-unsur", called));
        up.setVisible(!readOnly);
        down.setVisible(!readOnly);
        remove.setVisible(!readOnly && !compulsory);
        up.setEnabled(number > 1);
        down.setEnabled(number < of);
    }

    UnsurDraft value() {
        return new UnsurDraft(
                text("code"),
                text("weight"),
                new TypedText(text("name")),
                new TypedText(text("englishName")),
                new TypedText(text("question")),
                new TypedText(text("englishQuestion")),
                answers("answer."),
                answers("englishAnswer."));
    }

    private List<TypedText> answers(String begin) {
        return IntStream.rangeClosed(1, Unsur.ANSWERS)
                .mapToObj(number -> new TypedText(text(begin + number)))
                .toList();
    }

    private String text(String name) {
        return field(name).getValue();
    }

    private TextField field(String name) {
        return Optional.ofNullable(fields.get(name)).orElseThrow();
    }

    TextField weight() {
        return field("weight");
    }

    void open() {
        show(true);
        field("code").focus();
    }

    void focusHead() {
        head.focus();
    }

    void focusMoved(int steps) {
        Button used = steps < 0 ? up : down;
        Button other = steps < 0 ? down : up;
        (used.isEnabled() ? used : other).focus();
    }

    void tell(String name, String sentence) {
        TextField field = field(name);
        field.setErrorMessage(sentence);
        field.setInvalid(true);
        if (!field.equals(weight())) {
            show(true);
        }
    }

    void quiet() {
        fields.values().forEach(field -> field.setInvalid(false));
    }

    Optional<TextField> firstWrong() {
        return fields.values().stream().filter(TextField::isInvalid).findFirst();
    }

    private void show(boolean shown) {
        body.setVisible(shown);
        head.getElement().setAttribute("aria-expanded", String.valueOf(shown));
        setClassName("is-open", shown);
    }

    private void rename() {
        String typed = text("name").isBlank() ? text("code") : text("name");
        name.setText(typed.isBlank() ? getTranslation("satisfaction.questionnaire.unnamed") : typed);
        head.setText(name.getText());
    }

    private static Button icon(Icons icon) {
        Button button = new Button(icon.create());
        button.addThemeVariants(ButtonVariant.SMALL, ButtonVariant.TERTIARY);
        button.addThemeName("icon");
        return button;
    }
}
