package id.balairung.queue;

import id.balairung.agency.CurrentMall;
import id.balairung.common.ServiceDay;
import id.balairung.tenancy.AgencyId;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
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
    private final AtomicBoolean doubtful = new AtomicBoolean();
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

    /** Changes may have gone unheard: nothing that is known is believed any more. */
    void doubtAll() {
        doubtful.set(true);
    }

    /** An agency's board, read now. */
    QueueBoard read(AgencyId agency) {
        QueueBoard board = anew(agency);
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
                readWhole();
            } else {
                for (AgencyId agency : List.copyOf(changed)) {
                    keep(List.of(anew(agency)));
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

    /** In doubt, too long ago, or some of yesterday. */
    private boolean isOld() {
        ServiceDay today = mall.today();
        return doubtful.get()
                || boards.isEmpty()
                || System.nanoTime() - wholeAt > BEAT.toNanos()
                || boards.values().stream().anyMatch(board -> !board.day().equals(today));
    }

    /** A reading that fails leaves the change to the next one. */
    private QueueBoard anew(AgencyId agency) {
        changed.remove(agency);
        try {
            return reader.read(agency);
        } catch (RuntimeException gone) {
            changed.add(agency);
            throw gone;
        }
    }

    private void readWhole() {
        changed.clear();
        doubtful.set(false);
        long at = System.nanoTime();
        try {
            List<QueueBoard> all = reader.readAll();
            boards = Map.of();
            keep(all);
            wholeAt = at;
        } catch (RuntimeException gone) {
            doubtful.set(true);
            throw gone;
        }
    }

    /** Two readings may overtake each other; the later one stays. */
    private void keep(List<QueueBoard> newer) {
        Map<AgencyId, QueueBoard> kept = new LinkedHashMap<>(boards);
        newer.forEach(board ->
                kept.merge(board.agency(), board, (one, other) -> other.asOf().isBefore(one.asOf()) ? one : other));
        boards = kept;
    }
}
