package id.balairung.queue;

import id.balairung.tenancy.AgencyId;
import java.util.List;

/** Looks once at one agency for what is wrong, as the application does every second for all. */
public class AlertRound {

    private final AlertWatch watch;
    private final QueueBoardReader boards;

    AlertRound(AlertWatch watch, QueueBoardReader boards) {
        this.watch = watch;
        this.boards = boards;
    }

    /** Raises, keeps and ends the agency's alerts. */
    public void at(AgencyId agency) {
        watch.look(List.of(boards.read(agency)));
    }
}
