package id.balairung.common;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What was made of one reading. Hundreds of screens show the same, most of them the same of it: the first one sorts, translates and
 * writes, the others take the same immutable result. It is forgotten with its reading.
 */
public final class Drawn {

    private final ConcurrentMap<Object, Result> results = new ConcurrentHashMap<>();

    /**
     * Draws, or takes what was drawn.
     *
     * @param key tells everything that the result depends on beside the reading, and by its type what kind it is
     * @param drawing draws from the reading
     * @param <T> the result, immutable
     */
    @SuppressWarnings("unchecked")
    public <T> T once(Object key, Supplier<T> drawing) {
        return (T) results.computeIfAbsent(key, asked -> new Result()).get(drawing);
    }

    /** Outside the map, so that one drawing may ask for another. */
    private static final class Result {

        private @Nullable Object drawn;

        synchronized Object get(Supplier<?> drawing) {
            Object known = drawn;
            if (known == null) {
                known = drawing.get();
                drawn = known;
            }
            return known;
        }
    }
}
