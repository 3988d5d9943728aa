package id.balairung.queue;

import id.balairung.agency.CurrentMall;
import id.balairung.agency.ServiceCatalogue;
import id.balairung.alert.Alerts;
import id.balairung.alert.Condition;
import id.balairung.tenancy.AgencyId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Looks at every agency's board at a steady pace and keeps its alerts, whether or not anybody has a screen open. The
 * boards come from memory, so a look costs one statement unless something changed.
 */
@Component
class AlertWatch implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(AlertWatch.class);

    private final MallBoards boards;
    private final Alerts alerts;
    private final ServiceCatalogue catalogue;
    private final CurrentMall mall;
    private final Clock clock;
    private final Duration pace;
    private volatile boolean running;

    AlertWatch(
            MallBoards boards,
            Alerts alerts,
            ServiceCatalogue catalogue,
            CurrentMall mall,
            Clock clock,
            @Value("${balairung.alerts.pace:1s}") Duration pace) {
        this.boards = boards;
        this.alerts = alerts;
        this.catalogue = catalogue;
        this.mall = mall;
        this.clock = clock;
        this.pace = pace;
    }

    @Override
    public void start() {
        running = true;
        Thread.ofVirtual().name("alert-watch").start(this::follow);
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
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

    private void follow() {
        boolean reachable = true;
        while (running) {
            try {
                Thread.sleep(pace);
                if (running && mall.find().isPresent()) {
                    look(boards.current().boards());
                }
                reachable = true;
            } catch (InterruptedException stopped) {
                return;
            } catch (RuntimeException gone) {
                if (reachable && running) {
                    LOG.warn("Alerts can't be kept", gone);
                }
                reachable = false;
            }
        }
    }
}
