package id.balairung.queue.ui;

import id.balairung.common.Drawn;
import id.balairung.queue.QueueBoard;
import id.balairung.tenancy.AgencyId;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.springframework.stereotype.Component;

/** What was drawn of each agency's newest board, for all its screens. */
@Component
class DrawnBoards {

    private final ConcurrentMap<AgencyId, Newest> newest = new ConcurrentHashMap<>();

    /** The feed hands out a board, which every screen gets as the same object. */
    void came(QueueBoard board) {
        Newest present = newest.get(board.agency());
        if (present != null && present.board() == board) {
            // As for all screens but the first; they needn't wait for each other.
            return;
        }
        newest.compute(
                board.agency(),
                (agency, known) -> known == null || known.board().asOf().isBefore(board.asOf())
                        ? new Newest(board, new Drawn())
                        : known);
    }

    /** What was drawn of a board; nothing of one that is a screen's own, with an act of its own on it. */
    Drawn of(QueueBoard board) {
        Newest known = newest.get(board.agency());
        return known != null && known.board() == board ? known.drawn() : new Drawn();
    }

    private record Newest(QueueBoard board, Drawn drawn) {}
}
