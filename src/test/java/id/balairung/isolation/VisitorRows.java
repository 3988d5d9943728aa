package id.balairung.isolation;

import static id.balairung.isolation.EntryPoint.Kind.ADDRESS;
import static id.balairung.isolation.Outcome.DONE;
import static id.balairung.isolation.Outcome.EMPTY;
import static id.balairung.isolation.Outcome.INSIDE;
import static id.balairung.isolation.Outcome.RULE;
import static id.balairung.isolation.Row.address;
import static id.balairung.isolation.Row.screen;
import static id.balairung.isolation.Row.service;
import static id.balairung.isolation.Row.standing;
import static id.balairung.isolation.State.ANY;
import static id.balairung.isolation.State.COMPLETED;

import id.balairung.history.RatedTurns;
import id.balairung.queue.PublicToken;
import id.balairung.queue.QueueWatcher;
import id.balairung.queue.RateableTickets;
import id.balairung.satisfaction.Pad;
import id.balairung.satisfaction.RatingPads;
import id.balairung.satisfaction.Ratings;
import id.balairung.satisfaction.Respondent;
import id.balairung.satisfaction.SkmForm;
import id.balairung.satisfaction.UnsurCode;
import id.balairung.security.Role;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of what visitors come by, with nobody signed in: the slip's link and the counter's pad. */
final class VisitorRows {

    private static final String BY_TOKEN = "whoever has the slip, signed in or not; tells nothing of the visitor";
    private static final String BY_PAD =
            "whoever stands at the pad that showed its secret; tells nothing of the visitor";
    private static final String BY_SECRET = "by the pad's secret alone, whoever is signed in";

    private VisitorRows() {}

    static Stream<Row> rows() {
        return Stream.of(slips(), pads(), administration(), background(), addresses())
                .flatMap(rows -> rows);
    }

    private static Stream<Row> slips() {
        return Stream.of(
                service(
                                "Ratings.invitation(String)",
                                COMPLETED,
                                cell -> cell.the(Ratings.class).invitation(token(cell)))
                        .everybody(DONE)
                        .because(BY_TOKEN),
                service(
                                "Ratings.rate(String, int, String)",
                                COMPLETED,
                                cell -> cell.the(Ratings.class).rate(token(cell), 4, "Uji"))
                        .everybody(DONE)
                        .because(BY_TOKEN),
                service(
                                "Ratings.fillIn(String, SkmForm)",
                                COMPLETED,
                                cell -> cell.the(Ratings.class).fillIn(token(cell), form()))
                        .everybody(DONE)
                        .because(BY_TOKEN));
    }

    private static Stream<Row> pads() {
        return Stream.of(
                service(
                                "RatingPads.pair(String)",
                                ANY,
                                cell -> cell.the(RatingPads.class).pair("bukan kode"))
                        .everybody(DONE)
                        .because("by an admin's code, once: RatingPadsTest"),
                service(
                                "RatingPads.pad(String)",
                                ANY,
                                cell -> cell.the(RatingPads.class).pad("bukan rahasia"))
                        .everybody(EMPTY)
                        .because(BY_SECRET),
                service(
                                "RatingPads.now(String)",
                                ANY,
                                cell -> cell.the(RatingPads.class).now("bukan rahasia"))
                        .everybody(DONE)
                        .because(BY_SECRET),
                service(
                                "RatingPads.watch(String, Consumer, Runnable)",
                                ANY,
                                cell -> cell.the(RatingPads.class).watch("bukan rahasia", now -> {}, () -> {}))
                        .everybody(EMPTY)
                        .because(BY_SECRET),
                service(
                                "RatingPads.invitation(Pad, TicketId)",
                                COMPLETED,
                                cell -> cell.the(RatingPads.class).invitation(pad(cell), cell.ticket()))
                        .everybody(DONE)
                        .because(BY_PAD),
                service(
                                "RatingPads.rate(Pad, TicketId, int, String)",
                                COMPLETED,
                                cell -> cell.the(RatingPads.class).rate(pad(cell), cell.ticket(), 4, "Uji"))
                        .everybody(DONE)
                        .because(BY_PAD),
                service(
                                "RatingPads.fillIn(Pad, TicketId, SkmForm)",
                                COMPLETED,
                                cell -> cell.the(RatingPads.class).fillIn(pad(cell), cell.ticket(), form()))
                        .everybody(DONE)
                        .because(BY_PAD));
    }

    private static Stream<Row> administration() {
        return Stream.of(
                screen("/kelola/papan-nilai PadsView").opensFor(Role.AGENCY_ADMIN),
                service(
                                "RatingPads.pads()",
                                ANY,
                                cell -> cell.the(RatingPads.class).pads())
                        .agencyAdmin(DONE),
                service("RatingPads.follow(Runnable)", ANY, cell -> {
                            cell.the(RatingPads.class).follow(() -> {}).close();
                            return null;
                        })
                        .agencyAdmin(DONE),
                service(
                                "RatingPads.code(CounterId)",
                                ANY,
                                cell -> cell.the(RatingPads.class).code(cell.counter()))
                        .agencyAdmin(DONE, RULE),
                service("RatingPads.unpair(CounterId)", ANY, cell -> {
                            cell.the(RatingPads.class).unpair(cell.counter());
                            return null;
                        })
                        .agencyAdmin(DONE, RULE));
    }

    private static Stream<Row> background() {
        return Stream.of(
                service(
                                "RateableTickets.of(PublicToken)",
                                COMPLETED,
                                cell -> cell.the(RateableTickets.class)
                                        .of(PublicToken.read(token(cell)).orElseThrow())
                                        .isPresent())
                        .everybody(DONE)
                        .background("a slip's ticket, for Ratings; nothing of the visitor"),
                service(
                                "RateableTickets.lastFinished(AgencyId, CounterId)",
                                COMPLETED,
                                cell -> cell.the(RateableTickets.class)
                                        .lastFinished(cell.agency(), cell.counter())
                                        .isPresent())
                        .everybody(DONE)
                        .background("what a pad asks for, for RatingPads"),
                service(
                                "RateableTickets.finishedAt(AgencyId, CounterId, TicketId)",
                                COMPLETED,
                                cell -> cell.the(RateableTickets.class)
                                        .finishedAt(cell.agency(), cell.counter(), cell.ticket())
                                        .isPresent())
                        .everybody(DONE)
                        .background("what was begun on a pad, for RatingPads"),
                service("RatedTurns.rated(AgencyId, TicketId, int)", COMPLETED, cell -> {
                            cell.the(RatedTurns.class).rated(cell.agency(), cell.ticket(), 4);
                            return null;
                        })
                        .everybody(INSIDE),
                service("QueueWatcher.changed(AgencyId)", ANY, cell -> {
                            cell.all(QueueWatcher.class).forEach(watcher -> watcher.changed(cell.agency()));
                            return null;
                        })
                        .everybody(DONE)
                        .background("wakes the pads and the dashboards to look for themselves"));
    }

    private static Stream<Row> addresses() {
        String open = "(String, String, HttpServletRequest, HttpServletResponse)";
        String onPad = "(String, String, String, HttpServletRequest, HttpServletResponse)";
        return Stream.of(
                address("handler RatingPages.open" + open, "/nilai/bukan", 404, 404)
                        .because("by the slip's token: RatingPagesTest"),
                address(
                        "handler RatingPages.survey(String, String, HttpServletResponse)",
                        "/nilai/bukan/survei",
                        303,
                        303),
                address("handler RatingPages.elsewhere(HttpServletResponse)", "/nilai/a/b/c", 404, 404),
                posted("RatingPages.rate(String, String, String, String, HttpServletRequest, HttpServletResponse)"),
                posted("RatingPages.fillIn(String, Map, HttpServletRequest, HttpServletResponse)"),
                address(
                                "handler PadPages.home(String, HttpServletRequest, HttpServletResponse)",
                                "/papan-nilai",
                                200,
                                200)
                        .because("asks for a code whoever doesn't show a pad's secret: RatingPadsTest"),
                address("handler PadPages.news(String, HttpServletRequest)", "/papan-nilai/kabar", 204, 204)
                        .because("nothing without a pad's secret"),
                address("handler PadPages.open" + onPad, "/papan-nilai/bukan", 303, 303)
                        .because("home without a pad's secret"),
                address(
                        "handler PadPages.survey(String, String, HttpServletResponse)",
                        "/papan-nilai/bukan/survei",
                        303,
                        303),
                address("handler PadPages.elsewhere(HttpServletResponse)", "/papan-nilai/a/b/c", 303, 303),
                posted("PadPages.pair(String, HttpServletRequest, HttpServletResponse)"),
                posted(
                        "PadPages.rate(String, String, String, String, String, HttpServletRequest, HttpServletResponse)"),
                posted("PadPages.fillIn(String, Map, String, HttpServletRequest, HttpServletResponse)"),
                address("file /scripts/*.js", "/scripts/pad.js", 200, 200));
    }

    private static Row posted(String handler) {
        return standing(
                ADDRESS,
                "handler " + handler,
                handler.startsWith("Pad") ? "by POST: RatingPadsTest" : "by POST: RatingPagesTest");
    }

    /** As it stands on the slip. */
    private static String token(Cell cell) {
        return cell.the(JdbcClient.class)
                .sql("select public_token from ticket where id = ?")
                .param(cell.ticket().value().toString())
                .query(String.class)
                .single();
    }

    private static Pad pad(Cell cell) {
        return new Pad(cell.agency(), cell.counter());
    }

    private static SkmForm form() {
        return new SkmForm(Map.of(new UnsurCode("TIME"), 4), Respondent.SILENT);
    }
}
