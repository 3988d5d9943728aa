package id.balairung.common.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The rows of a live list: a row stays the same while its key does, so that focus and scroll stay, and what is new or changed is
 * tinted for a moment.
 *
 * @param <M> all that a row shows, in a value
 * @param <R> a row
 */
public class Rows<M, R extends Component & Rows.Row<M>> {

    private static final String CHANGED = "changed";

    private final HasComponents place;
    private final Function<M, Object> key;
    private final Supplier<R> make;
    private final Map<Object, R> rows = new HashMap<>();
    private Map<Object, M> shown = Map.of();
    private boolean filled;

    /** A row. */
    public interface Row<M> {

        /** Shows a newer value. */
        void draw(M newer);
    }

    /**
     * An empty list.
     *
     * @param place where the rows stand, and nothing else does
     * @param key tells rows apart
     * @param make makes a row without a value
     */
    public Rows(HasComponents place, Function<M, Object> key, Supplier<R> make) {
        this.place = place;
        this.key = key;
        this.make = make;
    }

    /** Takes over a newer list. */
    public void show(List<M> newer) {
        Map<Object, M> values = new LinkedHashMap<>();
        newer.forEach(value -> values.putIfAbsent(key.apply(value), value));
        Set<Object> gone = new HashSet<>(rows.keySet());
        gone.removeAll(values.keySet());
        gone.forEach(old -> place.remove(rows.remove(old)));
        rows.values().forEach(row -> row.getElement().getClassList().remove(CHANGED));
        List<R> standing = new ArrayList<>();
        values.forEach((own, value) -> {
            R row = rows.computeIfAbsent(own, first -> make.get());
            standing.add(row);
            if (!value.equals(shown.get(own))) {
                row.draw(value);
                row.getElement().getClassList().set(CHANGED, filled);
            }
        });
        List<Object> order = List.copyOf(values.keySet());
        if (!shown.keySet().stream().filter(values::containsKey).toList().equals(order)) {
            for (int index = 0; index < standing.size(); index++) {
                place.addComponentAtIndex(index, standing.get(index));
            }
        }
        shown = values;
        filled = true;
    }
}
