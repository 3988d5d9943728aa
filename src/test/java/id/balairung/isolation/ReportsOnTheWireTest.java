package id.balairung.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import id.balairung.dashboard.ReportRound;
import id.balairung.testing.Hall;
import id.balairung.testing.TestClock;
import id.balairung.testing.Wire;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A report's file, asked for as anybody could who knows its address. */
class ReportsOnTheWireTest extends OnTheWire {

    private static final ZoneId MALL = ZoneId.of("Asia/Makassar");

    @Autowired
    ApplicationContext application;

    @Autowired
    TestClock clock;

    @Test
    void aReportIsItsOwnersWhileSignedIn() {
        LocalDate thisMonth = LocalDate.ofInstant(clock.instant(), MALL).withDayOfMonth(1);
        ReportRound.goTo(clock, thisMonth.minusDays(10));
        Hall.TestAgency agency = hall.agency(1, 1);
        Hall.TestAgency other = hall.agency(1, 1);
        hall.open(agency, 0);
        ReportRound round = new ReportRound(application, agency, other);
        round.served(1);
        clock.reset();
        round.run();
        Wire owner = signedIn(agency.admin());
        Wire stranger = signedIn(other.admin());
        Wire.Screen screen = owner.screen();
        screen.go("dasbor/laporan");
        String link = "/"
                + sessions.with(owner.session(), screen.id(), ReportsOnTheWireTest::link)
                        .orElseThrow();
        assertThat(owner.get(link).body()).startsWith("%PDF-");
        Transfers.assertOnlyFor(owner, stranger, link, "%PDF-");
        Transfers.assertOnlyFor(owner, new Wire(port), link, "%PDF-");
        Transfers.assertDeadAfterSignOut(owner, link, "%PDF-");
    }

    private static String link(UI ui) {
        return all(ui).filter(Anchor.class::isInstance)
                .filter(link -> link.hasClassName("fetch"))
                .map(link -> link.getElement().getAttribute("href"))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<Component> all(Component root) {
        return Stream.concat(Stream.of(root), root.getChildren().flatMap(ReportsOnTheWireTest::all));
    }
}
