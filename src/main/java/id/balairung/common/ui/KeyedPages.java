package id.balairung.common.ui;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * A long list as a grid asks for it, by offset, read as a long table can be, by key: for each page that was read it remembers
 * where the next begins.
 *
 * @param <T> an entry
 * @param <K> an entry's place in the order
 */
public final class KeyedPages<T, K> {

    private static final int LONGEST_STEP = 1_000;

    private final Reader<T, K> reader;
    private final Function<T, K> key;
    private final TreeMap<Integer, Optional<K>> beginnings = new TreeMap<>();

    /**
     * Reads some of the list.
     *
     * @param <T> an entry
     * @param <K> an entry's place in the order
     */
    @FunctionalInterface
    public interface Reader<T, K> {

        /**
         * Reads on.
         *
         * @param after the place after which to begin; empty for the beginning
         * @param limit how many at most
         */
        List<T> read(Optional<K> after, int limit);
    }

    /**
     * A list.
     *
     * @param reader reads it
     * @param key an entry's place
     * @param beginning the place after which it begins; empty for the beginning
     */
    public KeyedPages(Reader<T, K> reader, Function<T, K> key, Optional<K> beginning) {
        this.reader = reader;
        this.key = key;
        beginnings.put(0, beginning);
    }

    /**
     * A page. What lies between it and the nearest page that was read is passed over in steps.
     *
     * @param offset how many entries lie before it
     * @param limit how many entries it has at most
     */
    public List<T> fetch(int offset, int limit) {
        Map.Entry<Integer, Optional<K>> nearest = beginnings.floorEntry(offset);
        int at = nearest.getKey();
        Optional<K> after = nearest.getValue();
        while (offset - at > LONGEST_STEP) {
            List<T> passed = reader.read(after, LONGEST_STEP);
            if (passed.size() < LONGEST_STEP) {
                return List.of();
            }
            at += LONGEST_STEP;
            after = Optional.of(key.apply(passed.getLast()));
            beginnings.put(at, after);
        }
        int skipped = offset - at;
        List<T> read = reader.read(after, skipped + limit);
        List<T> page = read.subList(Math.min(skipped, read.size()), read.size());
        if (!page.isEmpty()) {
            beginnings.put(offset + page.size(), Optional.of(key.apply(page.getLast())));
        }
        return page;
    }
}
