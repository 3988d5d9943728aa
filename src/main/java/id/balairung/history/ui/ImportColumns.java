package id.balairung.history.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.select.Select;
import id.balairung.agency.ServiceId;
import id.balairung.history.ImportField;
import id.balairung.history.ImportMapping;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Which of a file's columns tells what. */
final class ImportColumns extends Div {

    private final Map<ImportField, Select<String>> fields = new EnumMap<>(ImportField.class);
    private final Select<ImportMapping.DayOrder> dayOrder = new Select<>();
    private transient Map<String, ServiceId> services = Map.of();

    ImportColumns(Runnable check) {
        addClassName("columns");
        Div grid = new Div();
        grid.addClassName("fields");
        for (ImportField field : ImportField.values()) {
            Select<String> select = new Select<>();
            select.setLabel(name(field));
            select.setRequiredIndicatorVisible(field.required());
            select.setEmptySelectionAllowed(true);
            select.setEmptySelectionCaption(getTranslation("history.import.no-column"));
            fields.put(field, select);
            grid.add(select);
        }
        dayOrder.setLabel(getTranslation("history.import.day-order"));
        dayOrder.setItems(ImportMapping.DayOrder.values());
        dayOrder.setItemLabelGenerator(order -> getTranslation("history.import.day-order."
                + order.name().toLowerCase(Locale.ROOT).replace('_', '-')));
        grid.add(dayOrder);
        add(
                new H3(getTranslation("history.import.columns")),
                grid,
                new Button(getTranslation("history.import.check"), click -> check.run()));
    }

    void show(List<String> headings, ImportMapping mapping) {
        services = mapping.services();
        fields.forEach((field, select) -> {
            select.setItems(headings);
            select.setValue(mapping.columns().get(field));
        });
        dayOrder.setValue(mapping.dayOrder());
    }

    ImportMapping mapping() {
        Map<ImportField, String> columns = new EnumMap<>(ImportField.class);
        fields.forEach((field, select) -> select.getOptionalValue().ifPresent(heading -> columns.put(field, heading)));
        return new ImportMapping(columns, dayOrder.getValue(), services);
    }

    private String name(ImportField field) {
        return getTranslation(
                "history.import.field." + field.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
