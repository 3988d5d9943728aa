package id.balairung.queue;

import id.balairung.agency.CurrentMall;
import id.balairung.agency.ServiceCatalogue;
import id.balairung.common.ServiceDay;
import id.balairung.tenancy.AgencyId;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
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
    private final ServiceCatalogue catalogue;
    private final Clock clock;
    /** What is no longer true, and by which change: a mark stays until a reading that began after it is kept. */
    private final ConcurrentMap<AgencyId, Long> changed = new ConcurrentHashMap<>();

    private final AtomicLong changes = new AtomicLong();
    private final AtomicBoolean doubtful = new AtomicBoolean();
    /** One at a time asks for the whole mall; an agency's own reading doesn't wait for that. */
    private final ReentrantLock reading = new ReentrantLock();

    private final ReentrantLock keeping = new ReentrantLock();
    private volatile Map<AgencyId, Reading> boards = Map.of();
    private volatile long wholeAt;

    MallBoards(QueueBoardReader reader, CurrentMall mall, ServiceCatalogue catalogue, Clock clock) {
        this.reader = reader;
        this.mall = mall;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /** What is known of an agency is no longer true. */
    void changed(AgencyId agency) {
        changed.put(agency, changes.incrementAndGet());
    }

    /** Changes may have gone unheard: nothing that is known is believed any more. */
    void doubtAll() {
        doubtful.set(true);
    }

    /** An agency's board, read now. */
    QueueBoard read(AgencyId agency) {
        Optional<Long> known = Optional.ofNullable(changed.get(agency));
        long began = System.nanoTime();
        QueueBoard board = reader.read(agency);
        keep(List.of(board), began, false);
        known.ifPresent(change -> changed.remove(agency, change));
        return board;
    }

    /** Every agency's board, as it is now. */
    MallBoard current() {
        reading.lock();
        try {
            if (isOld() || changed.size() > MANY) {
                readWhole();
            } else {
                List.copyOf(changed.keySet()).forEach(this::read);
            }
            return new MallBoard(
                    clock.instant(),
                    boards.values().stream().map(Reading::board).toList());
        } finally {
            reading.unlock();
        }
    }

    /** An agency's board as far as it is known, without asking the database or waiting for who does; empty when that is too long ago. */
    Optional<QueueBoard> known(AgencyId agency) {
        return isOld()
                ? Optional.empty()
                : Optional.ofNullable(boards.get(agency)).map(Reading::board);
    }

    /** In doubt, too long ago, without an agency that is new, or some of yesterday. */
    private boolean isOld() {
        ServiceDay today = mall.today();
        return doubtful.get()
                || boards.isEmpty()
                || catalogue.agencies().stream().anyMatch(agency -> !boards.containsKey(agency.id()))
                || System.nanoTime() - wholeAt > BEAT.toNanos()
                || boards.values().stream()
                        .anyMatch(reading -> !reading.board().day().equals(today));
    }

    private void readWhole() {
        Map<AgencyId, Long> known = Map.copyOf(changed);
        doubtful.set(false);
        long at = System.nanoTime();
        try {
            List<QueueBoard> all = reader.readAll();
            keep(all, at, true);
            known.forEach(changed::remove);
            wholeAt = at;
        } catch (RuntimeException gone) {
            doubtful.set(true);
            throw gone;
        }
    }

    /** Two readings may overtake each other; the one that began later stays, whatever a clock says that may go back. */
    private void keep(List<QueueBoard> read, long began, boolean whole) {
        keeping.lock();
        try {
            Map<AgencyId, Reading> known = boards;
            Map<AgencyId, Reading> kept = new LinkedHashMap<>(whole ? Map.of() : known);
            read.forEach(
                    board -> kept.put(board.agency(), later(new Reading(board, began), known.get(board.agency()))));
            boards = kept;
        } finally {
            keeping.unlock();
        }
    }

    private static Reading later(Reading read, @Nullable Reading known) {
        return known != null && known.began() - read.began() > 0 ? known : read;
    }

    private record Reading(QueueBoard board, long began) {}
}
