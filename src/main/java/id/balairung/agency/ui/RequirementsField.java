package id.balairung.agency.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.customfield.CustomField;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.textfield.TextField;
import id.balairung.agency.Requirement;
import id.balairung.common.ui.Icons;
import java.util.ArrayList;
import java.util.List;

/**
 * What a visitor has to bring, in the order in which it is told. Rows are added, removed and moved by buttons, and the focus
 * goes with the row. A row without words is left out.
 */
class RequirementsField extends CustomField<List<Requirement>> {

    private final OrderedList list = new OrderedList();
    private final transient List<Row> rows = new ArrayList<>();
    private final Button add =
            new Button(getTranslation("agency.requirements.add"), Icons.PLUS.create(), click -> addRow());

    RequirementsField() {
        super(List.of());
        setLabel(getTranslation("agency.requirements"));
        list.addClassName("bl-requirements");
        add.addThemeVariants(ButtonVariant.SMALL);
        add(new Div(list, add));
    }

    @Override
    protected List<Requirement> generateModelValue() {
        return rows.stream()
                .map(Row::value)
                .filter(row -> !row.indonesian().isEmpty() || !row.english().isEmpty())
                .toList();
    }

    @Override
    protected void setPresentationValue(List<Requirement> shown) {
        rows.clear();
        shown.forEach(requirement -> rows.add(new Row(requirement)));
        draw();
    }

    @Override
    public void focus() {
        if (rows.isEmpty()) {
            add.focus();
        } else {
            rows.getFirst().indonesian.focus();
        }
    }

    private void addRow() {
        Row row = new Row(new Requirement("", ""));
        rows.add(row);
        draw();
        row.indonesian.focus();
    }

    private void move(Row row, int steps) {
        int from = rows.indexOf(row);
        int to = from + steps;
        if (to < 0 || to >= rows.size()) {
            return;
        }
        rows.remove(row);
        rows.add(to, row);
        draw();
        updateValue();
        Button used = steps < 0 ? row.up : row.down;
        Button other = steps < 0 ? row.down : row.up;
        (used.isEnabled() ? used : other).focus();
    }

    private void remove(Row row) {
        int at = rows.indexOf(row);
        rows.remove(row);
        draw();
        updateValue();
        if (rows.isEmpty()) {
            add.focus();
        } else {
            rows.get(Math.min(at, rows.size() - 1)).remove.focus();
        }
    }

    private void draw() {
        list.removeAll();
        for (int index = 0; index < rows.size(); index++) {
            rows.get(index).number(index + 1);
            list.add(rows.get(index).item);
        }
    }

    private final class Row {

        private final TextField indonesian = new TextField();
        private final TextField english = new TextField();
        private final Button up = icon(Icons.CHEVRON);
        private final Button down = icon(Icons.CHEVRON);
        private final Button remove = icon(Icons.CLOSE);
        private final ListItem item = new ListItem();

        Row(Requirement requirement) {
            indonesian.setValue(requirement.indonesian());
            indonesian.setPlaceholder(getTranslation("agency.requirements.indonesian"));
            indonesian.setMaxLength(200);
            indonesian.addValueChangeListener(typed -> updateValue());
            english.setValue(requirement.english());
            english.setPlaceholder(getTranslation("agency.requirements.english"));
            english.setMaxLength(200);
            english.addValueChangeListener(typed -> updateValue());
            up.addClassName("bl-flip");
            up.addClickListener(click -> move(this, -1));
            down.addClickListener(click -> move(this, 1));
            remove.addClickListener(click -> RequirementsField.this.remove(this));
            Div words = new Div(indonesian, english);
            words.addClassName("words");
            Div acts = new Div(up, down, remove);
            acts.addClassName("acts");
            item.add(words, acts);
        }

        void number(int number) {
            indonesian.setAriaLabel(getTranslation("agency.requirements.indonesian-of", number));
            english.setAriaLabel(getTranslation("agency.requirements.english-of", number));
            up.setAriaLabel(getTranslation("agency.requirements.up", number));
            down.setAriaLabel(getTranslation("agency.requirements.down", number));
            remove.setAriaLabel(getTranslation("agency.requirements.remove", number));
            up.setEnabled(number > 1);
            down.setEnabled(number < rows.size());
        }

        Requirement value() {
            return new Requirement(indonesian.getValue(), english.getValue());
        }

        private static Button icon(Icons icon) {
            Button button = new Button(icon.create());
            button.addThemeVariants(ButtonVariant.SMALL, ButtonVariant.TERTIARY);
            button.addThemeName("icon");
            return button;
        }
    }
}
