package id.balairung.closing.ui;

import id.balairung.agency.AgencySummary;
import id.balairung.agency.CurrentMall;
import id.balairung.agency.ServiceCatalogue;
import id.balairung.closing.DailyClosings;
import id.balairung.security.CurrentStaff;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the daily reports' screen reads from. */
@Component
record ClosingServices(
        DailyClosings closings, ServiceCatalogue catalogue, CurrentMall mall, CurrentStaff currentStaff, Clock clock) {

    LocalDate today() {
        return mall.today().date();
    }

    /** Whether somebody of the mall reads, who may choose among the agencies. */
    boolean reachesAll() {
        return currentStaff.require().agency().isEmpty();
    }

    /** The reader's own agency, or the one with that code for somebody of the mall. */
    Optional<AgencySummary> agency(Optional<String> code) {
        return catalogue.chosen(currentStaff.require().agency(), code);
    }
}
