package id.balairung.queue;

import id.balairung.agency.CurrentMall;
import id.balairung.agency.ServiceCatalogue;
import id.balairung.alert.Alerts;
import id.balairung.alert.Condition;
import id.balairung.common.PacedJob;
import id.balairung.tenancy.AgencyId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Looks at every agency's board at a steady pace and keeps its alerts, whether or not anybody has a screen open. The
 * boards come from memory, so a look costs one statement unless something changed.
 */
@Component
class AlertWatch extends PacedJob {

    private final MallBoards boards;
    private final Alerts alerts;
    private final ServiceCatalogue catalogue;
    private final CurrentMall mall;
    private final Clock clock;

    AlertWatch(
            MallBoards boards,
            Alerts alerts,
            ServiceCatalogue catalogue,
            CurrentMall mall,
            Clock clock,
            @Value("${balairung.alerts.pace:1s}") Duration pace) {
        super("alert-watch", pace, "Alerts can't be kept");
        this.boards = boards;
        this.alerts = alerts;
        this.catalogue = catalogue;
        this.mall = mall;
        this.clock = clock;
    }

    @Override
    protected void round() {
        if (mall.find().isPresent()) {
            look(boards.current().boards());
        }
    }

    /** Keeps the alerts of the agencies whose boards these are. */
    void look(Collection<QueueBoard> at) {
        ZoneId zone = mall.rules().zone();
        Instant now = clock.instant();
        alerts.keep(at.stream()
                .collect(Collectors.toMap(QueueBoard::agency, board -> () -> conditions(board, zone, now))));
    }

    private List<Condition> conditions(QueueBoard board, ZoneId zone, Instant now) {
        AgencyId agency = board.agency();
        return Stream.concat(
                        new QueueConditions(board, now).all().stream(),
                        board.counters().conditions(agency, catalogue.hours(agency, board.day()), zone, now).stream())
                .toList();
    }
}
