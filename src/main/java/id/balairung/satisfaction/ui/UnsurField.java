package id.balairung.satisfaction.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.customfield.CustomField;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import id.balairung.common.TypedText;
import id.balairung.common.ui.Icons;
import id.balairung.satisfaction.Unsur;
import id.balairung.satisfaction.UnsurDraft;
import id.balairung.satisfaction.WeightTotal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * What is asked, in the order of the form, with the sum of the weights as they are typed. Unsur are opened, moved, added and removed by
 * buttons, and the focus goes along; the nine that the law asks for can't be removed.
 */
class UnsurField extends CustomField<List<UnsurDraft>> {

    /** What the names of faults in here begin with. */
    private static final String PLACE = "unsur.";

    private final OrderedList list = new OrderedList();
    private final transient List<UnsurRow> rows = new ArrayList<>();
    private final Span total = new Span();
    private final Span weights = new Span();
    private final Button add =
            new Button(getTranslation("satisfaction.questionnaire.add-unsur"), Icons.PLUS.create(), click -> addRow());

    UnsurField() {
        super(List.of());
        setLabel(getTranslation("satisfaction.questionnaire.unsur"));
        list.addClassName("bl-unsur-list");
        total.addClassName("bl-unsur-total");
        total.getElement().setAttribute("aria-live", "polite");
        // Each weight has its own name for those who hear it.
        weights.getElement().setAttribute("aria-hidden", "true");
        Div bar = new Div(total, weights);
        bar.addClassName("bl-unsur-bar");
        add.addThemeVariants(ButtonVariant.SMALL);
        Div form = new Div(bar, list, add);
        form.addClassName("bl-unsur-form");
        add(form);
    }

    @Override
    protected List<UnsurDraft> generateModelValue() {
        return rows.stream().map(UnsurRow::value).toList();
    }

    @Override
    protected void setPresentationValue(List<UnsurDraft> shown) {
        rows.clear();
        shown.forEach(unsur -> rows.add(row(unsur)));
        draw();
    }

    @Override
    public void setReadOnly(boolean readOnly) {
        super.setReadOnly(readOnly);
        add.setVisible(!readOnly);
        draw();
    }

    @Override
    public void setInvalid(boolean invalid) {
        super.setInvalid(invalid);
        if (!invalid) {
            rows.forEach(UnsurRow::quiet);
        }
    }

    /** Tells a fault where it is, and opens its unsur; whether it is one of those in here. */
    boolean tell(String field, String sentence) {
        if (!field.startsWith(PLACE)) {
            return false;
        }
        String[] path = field.substring(PLACE.length()).split("\\.", 2);
        rows.get(Integer.parseInt(path[0])).tell(path[1], sentence);
        return true;
    }

    @Override
    public void focus() {
        rows.stream()
                .flatMap(row -> row.firstWrong().stream())
                .findFirst()
                .or(() -> Optional.ofNullable(
                        rows.isEmpty() ? null : rows.getFirst().weight()))
                .ifPresentOrElse(field -> field.focus(), add::focus);
    }

    private UnsurRow row(UnsurDraft unsur) {
        return new UnsurRow(unsur, this::typed, this::move, this::remove);
    }

    private void typed() {
        tellTotal();
        updateValue();
    }

    private void addRow() {
        List<TypedText> empty = Collections.nCopies(Unsur.ANSWERS, new TypedText(""));
        TypedText nothing = new TypedText("");
        UnsurRow row = row(new UnsurDraft("", "", nothing, nothing, nothing, nothing, empty, empty));
        rows.add(row);
        draw();
        updateValue();
        row.open();
    }

    private void move(UnsurRow row, int steps) {
        int from = rows.indexOf(row);
        int to = from + steps;
        if (to >= 0 && to < rows.size()) {
            rows.remove(row);
            rows.add(to, row);
            draw();
            updateValue();
            row.focusMoved(steps);
        }
    }

    private void remove(UnsurRow row) {
        int at = rows.indexOf(row);
        rows.remove(row);
        draw();
        updateValue();
        rows.get(Math.min(at, rows.size() - 1)).focusHead();
    }

    private void draw() {
        list.removeAll();
        for (int place = 0; place < rows.size(); place++) {
            rows.get(place).place(place + 1, rows.size(), isReadOnly());
            list.add(rows.get(place));
        }
        weights.setText(getTranslation("satisfaction.questionnaire.weight") + (isReadOnly() ? "" : " *"));
        tellTotal();
    }

    private void tellTotal() {
        Optional<WeightTotal> sum =
                WeightTotal.of(rows.stream().map(row -> row.weight().getValue()).toList());
        boolean one = sum.filter(WeightTotal::isOne).isPresent();
        total.removeAll();
        total.add((one ? Icons.DONE : Icons.ALERT).create());
        total.add(new Span(
                sum.map(this::told).orElseGet(() -> getTranslation("satisfaction.questionnaire.total-unknown"))));
        total.setClassName("is-wrong", !one);
    }

    private String told(WeightTotal sum) {
        return getTranslation(
                sum.isOne()
                        ? "satisfaction.questionnaire.total"
                        : sum.isOver()
                                ? "satisfaction.questionnaire.total-over"
                                : "satisfaction.questionnaire.total-under",
                sum.toString(),
                sum.apart());
    }
}
