package id.balairung.isolation;

import static id.balairung.isolation.EntryPoint.Kind.TOPIC;
import static id.balairung.isolation.Outcome.DENIED;
import static id.balairung.isolation.Outcome.DONE;
import static id.balairung.isolation.Row.screen;
import static id.balairung.isolation.Row.service;
import static id.balairung.isolation.Row.standing;
import static id.balairung.isolation.State.WAITING;
import static id.balairung.security.Role.AGENCY_ADMIN;
import static id.balairung.security.Role.MALL_HEAD;

import id.balairung.agency.CurrentMall;
import id.balairung.dashboard.DashboardPeriod;
import id.balairung.dashboard.DashboardQuery;
import id.balairung.dashboard.Dashboards;
import java.util.Optional;
import java.util.stream.Stream;

/** The rows of the dashboards. */
final class DashboardRows {

    private DashboardRows() {}

    static Stream<Row> rows() {
        return Stream.of(
                screen("/dasbor DashboardView")
                        .opensFor(AGENCY_ADMIN, MALL_HEAD)
                        .because(
                                "an agency's admin sees the own agency, whatever the address says: DashboardOnScreenTest"),
                service(
                                "Dashboards.subscribe(DashboardQuery, Consumer)",
                                WAITING,
                                cell -> cell.the(Dashboards.class).subscribe(query(cell), update -> {}))
                        .agencyAdmin(DONE, DENIED)
                        .head(DONE)
                        .because(
                                "an agency's admin follows the own agency, whatever agency is named, and no other's service; the"
                                        + " head's is a reading that each agency finds in its trail: DashboardsTest"),
                standing(
                        TOPIC,
                        "DashboardFeed.topics",
                        "followed by Dashboards.subscribe only, of one's own agency or as the head; what its reader keeps for"
                                + " a while is told apart by agency and service"));
    }

    private static DashboardQuery query(Cell cell) {
        return new DashboardQuery(
                Optional.of(cell.agency()),
                Optional.of(cell.service()),
                DashboardPeriod.of(
                        DashboardPeriod.Running.TODAY,
                        cell.the(CurrentMall.class).today().date()));
    }
}
