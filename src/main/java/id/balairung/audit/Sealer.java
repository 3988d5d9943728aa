package id.balairung.audit;

import id.balairung.tenancy.AllAgencies;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Chains what was committed, trail by trail, in the order in which it finds it. Writers never wait for it: it only reads their
 * rows and adds to a table of its own. Used by one thread.
 */
@Component
class Sealer {

    private static final int BATCH = 500;

    /** How far below the newest seal it looks after a start, for what was committed but not sealed when it ended. */
    private static final int LOOK_BACK = 1000;

    /** Heads that another node moved, or that could not be written, are written after so many rounds. */
    private static final int ROUNDS_UNTIL_ALL_HEADS = 60;

    private final SealRows rows;
    private final HeadsFile file;
    private final Clock clock;
    private @Nullable UnseenIds unseen;
    private int rounds;

    Sealer(SealRows rows, HeadsFile file, Clock clock) {
        this.rows = rows;
        this.file = file;
        this.clock = clock;
    }

    /** Seals everything that was committed and has no seal yet; idle, it costs one statement. */
    void round() {
        if (rounds++ % ROUNDS_UNTIL_ALL_HEADS == 0 || !file.isOpen()) {
            // First of all, so that a file that is begun says what was sealed before it.
            file.appendAll(rows.heads(AllAgencies.READ), clock.instant());
        }
        UnseenIds ids = unseen();
        boolean more = true;
        while (more) {
            List<SealRows.Found> next = rows.after(AllAgencies.READ, ids.last(), BATCH);
            Stream<SealRows.Found> late = ids.waits()
                    ? rows.unsealedBetween(AllAgencies.READ, ids.lowest(), ids.highest()).stream()
                            .filter(row -> ids.waitsFor(row.id()))
                    : Stream.empty();
            TreeSet<Long> unsealed = new TreeSet<>();
            Stream.concat(next.stream().filter(row -> !row.sealed()), late).forEach(row -> unsealed.add(row.id()));
            Optional<List<Head>> moved = rows.seal(AllAgencies.READ, unsealed);
            if (moved.isEmpty()) {
                // Another node is at it: what it leaves is looked at in the next round.
                return;
            }
            ids.saw(next.stream().map(SealRows.Found::id).toList());
            file.append(moved.get(), clock.instant());
            more = next.size() == BATCH;
        }
    }

    private UnseenIds unseen() {
        UnseenIds known = unseen;
        if (known == null) {
            known = new UnseenIds(Math.max(0, rows.highestSealed(AllAgencies.READ) - LOOK_BACK));
            unseen = known;
        }
        return known;
    }
}
