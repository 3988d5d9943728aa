package id.balairung.queue.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import com.vaadin.flow.dom.Element;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A list of a live board, drawn by the browser from a property for each row: so a board costs the server a few elements, a
 * change as many characters as the rows that changed, and a row that didn't change is left alone there, with its focus.
 * Minutes and seconds run in the browser.
 *
 * @param <T> a row, as the element in {@code bl-board.ts} expects it; its id tells rows apart
 */
abstract class LiveList<T extends LiveList.Item> extends Component {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String ORDER = "order";
    private static final String BEAT = "beat";
    private static final String ROW = "row ";

    private transient Written shown = Written.NOTHING;

    /**
     * Something that can be done about a row.
     *
     * @param act its name
     * @param text what stands on the button
     * @param label what readers hear, where the text alone says too little
     */
    record RowAct(String act, String text, String label) {}

    /** A row. */
    interface Item {

        /** Tells it from the others. */
        String id();
    }

    /**
     * Rows as the browser takes them, the same for many screens.
     *
     * @param order the rows' ids
     * @param rows each row by the name of its property
     */
    record Written(String order, Map<String, String> rows) {

        static final Written NOTHING = new Written("", Map.of());

        static Written of(List<? extends Item> items) {
            Map<String, String> rows = new LinkedHashMap<>();
            items.forEach(item -> rows.put(ROW + item.id(), JSON.writeValueAsString(item)));
            return new Written(
                    items.stream().map(Item::id).collect(Collectors.joining("\n")), Collections.unmodifiableMap(rows));
        }
    }

    /**
     * Takes over newer rows.
     *
     * @param now what the screen shows
     * @param which tells one list from another of the same class on the same board
     * @param rows draws the rows, unless another screen did
     */
    final void show(BoardState now, Object which, Supplier<List<T>> rows) {
        show(now.once(new Kind(getClass(), getLocale(), which), () -> Written.of(rows.get())));
    }

    /** Takes over newer rows. Only those are sent that changed. */
    final void show(Written newer) {
        if (newer.equals(shown)) {
            return;
        }
        Element element = getElement();
        newer.rows().forEach((name, row) -> {
            if (!row.equals(shown.rows().get(name))) {
                element.setProperty(name, row);
            }
        });
        shown.rows().keySet().stream()
                .filter(name -> !newer.rows().containsKey(name))
                .forEach(element::removeProperty);
        element.setProperty(ORDER, newer.order());
        // The browser looks at the rows when this changes.
        element.setProperty(BEAT, element.getProperty(BEAT, 0) + 1);
        shown = newer;
    }

    /** Gives the element its words, translated, by the names that it knows. */
    final void speak(Map<String, String> words) {
        getElement().setProperty("words", JSON.writeValueAsString(words));
    }

    /** Lets acts be asked for or not. */
    final void actable(boolean possible) {
        getElement().setProperty("off", !possible);
    }

    /** Tells what is asked for, and at which row. Without an act or with a row's id that is no UUID it is ignored: it was forged. */
    final void whenAsked(BiConsumer<String, UUID> asked) {
        addListener(AskedEvent.class, event -> {
            if (!getElement().getProperty("off", false) && !event.act().isEmpty()) {
                event.rowId().ifPresent(row -> asked.accept(event.act(), row));
            }
        });
    }

    private record Kind(Class<?> list, Locale language, Object which) {}

    /** Somebody clicked an act of a row. */
    @DomEvent("bl-asked")
    public static class AskedEvent extends ComponentEvent<LiveList<?>> {

        private final String act;
        private final String row;

        /**
         * A click.
         *
         * @param source the list
         * @param fromClient always true
         * @param act the act's name
         * @param row the row's id
         */
        public AskedEvent(
                LiveList<?> source,
                boolean fromClient,
                @EventData("event.detail.act") @Nullable String act,
                @EventData("event.detail.row") @Nullable String row) {
            super(source, fromClient);
            this.act = Objects.requireNonNullElse(act, "");
            this.row = Objects.requireNonNullElse(row, "");
        }

        /** What is asked for; empty when the event was forged. */
        final String act() {
            return act;
        }

        /** The row's id; empty when the event was forged. */
        final String row() {
            return row;
        }

        private Optional<UUID> rowId() {
            try {
                return Optional.of(UUID.fromString(row));
            } catch (IllegalArgumentException forged) {
                return Optional.empty();
            }
        }
    }
}
