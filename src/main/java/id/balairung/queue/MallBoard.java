package id.balairung.queue;

import id.balairung.tenancy.AgencyId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Every agency's board, for those who look at the whole mall.
 *
 * @param asOf when it was put together, UTC
 * @param boards the boards, by agency name
 */
public record MallBoard(Instant asOf, List<QueueBoard> boards) {

    /** An agency's board; empty for one that the mall doesn't know yet. */
    public Optional<QueueBoard> of(AgencyId agency) {
        return boards.stream().filter(board -> board.agency().equals(agency)).findAny();
    }
}
