package id.balairung.common.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A choice beside the search of a {@link MasterDetail} that narrows its list to a part of the entries, all of them first.
 *
 * @param <T> an entry
 */
public class ListFilter<T> extends ComboBox<ListFilter.Part<T>> {

    private final String parameter;
    private final transient Part<T> whole;
    private final transient List<Part<T>> parts;

    /**
     * A part of the entries.
     *
     * @param code as it stands in the address
     * @param name what it is called on the screen, translated
     * @param holds whether an entry belongs to it
     */
    public record Part<T>(String code, String name, Predicate<T> holds) {}

    /**
     * A filter that lets everything through until a part is chosen.
     *
     * @param parameter what the address calls it
     * @param label what a reader hears, translated
     * @param all what all entries together are called, translated
     * @param parts the parts
     */
    public ListFilter(String parameter, String label, String all, List<Part<T>> parts) {
        this.parameter = parameter;
        this.parts = parts;
        whole = new Part<>("", all, entry -> true);
        setAriaLabel(label);
        setItems(Stream.concat(Stream.of(whole), parts.stream()).toList());
        setItemLabelGenerator(Part::name);
        setValue(whole);
        addValueChangeListener(change -> {
            if (change.getValue() == null) {
                setValue(whole);
            }
        });
    }

    String parameter() {
        return parameter;
    }

    /** The chosen part's code; empty for all. */
    Optional<String> code() {
        return Optional.of(chosen()).filter(part -> part != whole).map(Part::code);
    }

    /** Chooses the part of a code; all when there is none of that code. */
    void choose(String code) {
        setValue(parts.stream()
                .filter(part -> part.code().equals(code))
                .findAny()
                .orElse(whole));
    }

    boolean passes(T entry) {
        return chosen().holds().test(entry);
    }

    private Part<T> chosen() {
        return getOptionalValue().orElse(whole);
    }
}
