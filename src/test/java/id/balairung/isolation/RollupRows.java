package id.balairung.isolation;

import static id.balairung.isolation.Outcome.INSIDE;
import static id.balairung.isolation.Row.service;
import static id.balairung.isolation.State.ANY;

import id.balairung.closing.DayArchive;
import id.balairung.closing.DayBounds;
import id.balairung.closing.DayTurns;
import id.balairung.counter.OpenStretches;
import id.balairung.rollup.Rollups;
import id.balairung.rollup.Scope;
import id.balairung.tenancy.AllAgencies;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The rows of what figures of any days are read from: only for those who checked whose they may show. */
final class RollupRows {

    private static final LocalDate DAY = LocalDate.of(2091, 1, 3);

    private RollupRows() {}

    static Stream<Row> rows() {
        return Stream.of(
                inside(
                        "Rollups.past(Scope, LocalDate, LocalDate)",
                        cell -> cell.the(Rollups.class).past(whose(cell), DAY, DAY)),
                inside(
                        "Rollups.pastToCompare(Scope, LocalDate, LocalDate, LocalDate)",
                        cell -> cell.the(Rollups.class).pastToCompare(whose(cell), DAY, DAY, DAY)),
                inside(
                        "Rollups.today(Scope, DayBounds, Map)",
                        cell -> cell.the(Rollups.class).today(whose(cell), bounds(), Map.of())),
                inside(
                        "Rollups.turns(Scope, DayBounds)",
                        cell -> cell.the(Rollups.class).turns(whose(cell), bounds())),
                inside("DayArchive.keep(AgencyId, DayBounds, List)", cell -> {
                    cell.the(DayArchive.class).keep(cell.agency(), bounds(), List.of());
                    return cell;
                }),
                inside(
                        "DayTurns.of(AgencyId, DayBounds)",
                        cell -> cell.the(DayTurns.class).of(cell.agency(), bounds())),
                inside(
                        "DayTurns.of(AllAgencies, DayBounds)",
                        cell -> cell.the(DayTurns.class).of(AllAgencies.READ, bounds())),
                inside(
                        "DayTurns.unbuilt(AgencyId, LocalDate, LocalDate, int)",
                        cell -> cell.the(DayTurns.class).unbuilt(cell.agency(), DAY, DAY, 1)),
                inside(
                        "DayTurns.unbuilt(AllAgencies, LocalDate, LocalDate, int)",
                        cell -> cell.the(DayTurns.class).unbuilt(AllAgencies.READ, DAY, DAY, 1)),
                inside(
                        "DayTurns.due(AgencyId, LocalDate, LocalDate)",
                        cell -> cell.the(DayTurns.class).due(cell.agency(), DAY, DAY)),
                inside(
                        "DayTurns.due(AllAgencies, LocalDate, LocalDate)",
                        cell -> cell.the(DayTurns.class).due(AllAgencies.READ, DAY, DAY)),
                inside(
                        "DayTurns.searchedFrom(AgencyId)",
                        cell -> cell.the(DayTurns.class).searchedFrom(cell.agency())),
                inside(
                        "DayTurns.searchedFrom(AllAgencies)",
                        cell -> cell.the(DayTurns.class).searchedFrom(AllAgencies.READ)),
                inside(
                        "OpenStretches.between(AgencyId, Instant, Instant)",
                        cell -> cell.the(OpenStretches.class).between(cell.agency(), bounds().begin(), bounds().end())),
                inside(
                        "OpenStretches.between(AllAgencies, Instant, Instant)",
                        cell -> cell.the(OpenStretches.class)
                                .between(AllAgencies.READ, bounds().begin(), bounds().end())));
    }

    private static Row inside(String method, Row.Call call) {
        return service(method, ANY, call).everybody(INSIDE);
    }

    private static Scope whose(Cell cell) {
        return new Scope.OfAgency(cell.agency());
    }

    private static DayBounds bounds() {
        return new DayBounds(DAY, ZoneId.of("Asia/Makassar"), Instant.EPOCH);
    }
}
