package id.balairung.history;

import id.balairung.agency.ServiceId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How a file is to be understood.
 *
 * @param columns under which heading each field stands; one that is missing isn't told
 * @param dayOrder how 3/4/2024 is to be read
 * @param services which service is meant where a file calls one by another name, in small letters without signs
 */
public record ImportMapping(Map<ImportField, String> columns, DayOrder dayOrder, Map<String, ServiceId> services) {

    /** How a day is written that doesn't begin with its year. */
    public enum DayOrder {
        /** 31/12/2024. */
        DAY_FIRST,
        /** 12/31/2024. */
        MONTH_FIRST
    }

    /** Keeps the maps. */
    public ImportMapping {
        columns = Map.copyOf(columns);
        services = Map.copyOf(services);
    }

    /** As the headings tell it; those of the import before come first. */
    static ImportMapping guessed(List<String> headings, Optional<ImportMapping> before) {
        Map<ImportField, String> columns = new EnumMap<>(ImportField.class);
        for (ImportField field : ImportField.values()) {
            before.map(known -> known.columns().get(field))
                    .filter(headings::contains)
                    .or(() -> headings.stream().filter(field::isCalled).findFirst())
                    .filter(heading -> !columns.containsValue(heading))
                    .ifPresent(heading -> columns.put(field, heading));
        }
        return new ImportMapping(
                columns,
                before.map(ImportMapping::dayOrder).orElse(DayOrder.DAY_FIRST),
                before.map(ImportMapping::services).orElse(Map.of()));
    }

    /** The same with services that were chosen for names as they stand in the file. */
    public ImportMapping with(Map<String, ServiceId> chosen) {
        Map<String, ServiceId> all = new HashMap<>(services);
        chosen.forEach((name, service) -> all.put(ImportField.plain(name), service));
        return new ImportMapping(columns, dayOrder, all);
    }

    /** The fields that must be told and aren't. */
    public List<ImportField> missing() {
        return Arrays.stream(ImportField.values())
                .filter(field -> field.required() && !columns.containsKey(field))
                .toList();
    }

    Map<ImportField, Integer> places(List<String> headings) {
        return columns.entrySet().stream()
                .filter(column -> headings.contains(column.getValue()))
                .collect(Collectors.toMap(Map.Entry::getKey, column -> headings.indexOf(column.getValue())));
    }
}
