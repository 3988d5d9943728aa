package id.balairung.queue;

import id.balairung.agency.CurrentMall;
import id.balairung.tenancy.AgencyId;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.stereotype.Component;

/**
 * The newest board of every agency. A board is read once for each change, whoever shows it: the agency's own screens and
 * those of the mall share it. All are read anew, at once, when the last such reading is too long ago.
 */
@Component
class MallBoards {

    private static final Duration BEAT = Duration.ofSeconds(15);

    /** So many changed agencies are read faster all at once. */
    private static final int MANY = 8;

    private final QueueBoardReader reader;
    private final CurrentMall mall;
    private final Clock clock;
    private final Set<AgencyId> changed = ConcurrentHashMap.newKeySet();
    private final ReentrantLock reading = new ReentrantLock();
    private volatile Map<AgencyId, QueueBoard> boards = Map.of();
    private volatile long wholeAt;

    MallBoards(QueueBoardReader reader, CurrentMall mall, Clock clock) {
        this.reader = reader;
        this.mall = mall;
        this.clock = clock;
    }

    /** What is known of an agency is no longer true. */
    void changed(AgencyId agency) {
        changed.add(agency);
    }

    /** An agency's board, read now. */
    QueueBoard read(AgencyId agency) {
        changed.remove(agency);
        QueueBoard board = reader.read(agency);
        reading.lock();
        try {
            keep(List.of(board));
        } finally {
            reading.unlock();
        }
        return board;
    }

    /** Every agency's board, as it is now. */
    MallBoard current() {
        reading.lock();
        try {
            if (isOld() || changed.size() > MANY) {
                changed.clear();
                long at = System.nanoTime();
                List<QueueBoard> all = reader.readAll();
                boards = Map.of();
                keep(all);
                wholeAt = at;
            } else {
                for (AgencyId agency : List.copyOf(changed)) {
                    changed.remove(agency);
                    keep(List.of(reader.read(agency)));
                }
            }
            return new MallBoard(clock.instant(), List.copyOf(boards.values()));
        } finally {
            reading.unlock();
        }
    }

    /** An agency's board as far as it is known, without asking the database or waiting for who does; empty when that is too long ago. */
    Optional<QueueBoard> known(AgencyId agency) {
        return isOld() ? Optional.empty() : Optional.ofNullable(boards.get(agency));
    }

    /** Too long ago, or of yesterday. */
    private boolean isOld() {
        return boards.isEmpty()
                || System.nanoTime() - wholeAt > BEAT.toNanos()
                || !boards.values().iterator().next().day().equals(mall.today());
    }

    /** Two readings may overtake each other; the later one stays. */
    private void keep(List<QueueBoard> newer) {
        Map<AgencyId, QueueBoard> kept = new LinkedHashMap<>(boards);
        newer.forEach(board ->
                kept.merge(board.agency(), board, (one, other) -> other.asOf().isBefore(one.asOf()) ? one : other));
        boards = kept;
    }
}
