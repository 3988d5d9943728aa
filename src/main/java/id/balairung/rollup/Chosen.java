package id.balairung.rollup;

import id.balairung.closing.DayTurns;
import java.util.List;
import java.util.Set;

/**
 * Which rows are read.
 *
 * @param ranges rows that follow each other
 * @param without agencies' days that aren't read though they lie there: what is kept of them is no longer right
 */
record Chosen(List<SpanRange> ranges, Set<DayTurns.Unbuilt> without) {

    static Chosen all(SpanRange range) {
        return new Chosen(List.of(range), Set.of());
    }
}
