package id.balairung.agency.ui;

import com.vaadin.flow.component.Component;
import id.balairung.agency.ServiceAdministration;
import id.balairung.sheet.RowEffect;
import id.balairung.sheet.SheetCell;
import id.balairung.sheet.SheetColumn;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What a table says, in the language of one of a screen's components; what a table that comes in says is understood in either.
 *
 * @param speaker the component
 */
record SheetWords(Component speaker) {

    private static final List<Locale> LANGUAGES = List.of(Locale.of("id"), Locale.ENGLISH);

    String say(String key) {
        return speaker.getTranslation(key);
    }

    /** A column, also called by its name and by its header in the other language. */
    SheetColumn column(String name, String key, int width) {
        return new SheetColumn(
                name, say(key), Stream.concat(Stream.of(name), translated(key)).toList(), width);
    }

    /** The first of some values that a word means, by its name or by what it is called in either language. */
    <E extends Enum<E>> Optional<E> meant(String word, Stream<E> values, Function<E, String> key) {
        return values.filter(value -> Stream.concat(Stream.of(value.name()), translated(key.apply(value)))
                        .anyMatch(word::equalsIgnoreCase))
                .findFirst();
    }

    /** A cell that may be empty. */
    static <T> SheetCell cell(Optional<T> value, Function<T, SheetCell> written) {
        return value.map(written).orElseGet(() -> SheetCell.of(""));
    }

    /** What importing a row would do to what is there. */
    static RowEffect effect(ServiceAdministration.Effect effect, String present) {
        return switch (effect) {
            case ADDED -> RowEffect.adds();
            case CHANGED -> RowEffect.changes(present);
            case SAME -> RowEffect.same();
        };
    }

    private Stream<String> translated(String key) {
        return LANGUAGES.stream().map(language -> speaker.getTranslation(language, key));
    }
}
