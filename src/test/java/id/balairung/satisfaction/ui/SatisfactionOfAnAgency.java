package id.balairung.satisfaction.ui;

import id.balairung.agency.ServiceCatalogue;
import id.balairung.agency.ServiceSummary;
import id.balairung.satisfaction.Said;
import id.balairung.security.Role;
import id.balairung.security.StaffPrincipal;
import id.balairung.testing.BalairungTest;
import id.balairung.testing.Hall;
import id.balairung.testing.Screens;
import id.balairung.testing.TestClock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** An agency with two services of which visitors say something, and another one. */
@BalairungTest
abstract class SatisfactionOfAnAgency {

    private static final ZoneId MALL = ZoneId.of("Asia/Makassar");

    @Autowired
    ApplicationContext application;

    @Autowired
    Hall hall;

    @Autowired
    Screens screens;

    @Autowired
    ServiceCatalogue catalogue;

    @Autowired
    TestClock clock;

    Hall.TestAgency agency;
    Hall.TestAgency other;
    Said said;
    Said elsewhere;

    @BeforeEach
    void openTheCounters() {
        agency = hall.agency(2, 1);
        other = hall.agency(1, 1);
        hall.open(agency, 0);
        hall.open(other, 0);
        said = new Said(application, agency);
        elsewhere = new Said(application, other);
    }

    SatisfactionScreen admin() {
        return screen(agency.admin()).open("kepuasan");
    }

    SatisfactionScreen head(String address) {
        return screen(hall.staff(Role.MALL_HEAD, Optional.empty())).open(address);
    }

    SatisfactionScreen screen(StaffPrincipal staff) {
        return new SatisfactionScreen(screens.of(staff));
    }

    ServiceSummary first() {
        return agency.services().getFirst();
    }

    ServiceSummary second() {
        return agency.services().getLast();
    }

    String code(Hall.TestAgency of) {
        return catalogue.agency(of.id()).code();
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), MALL);
    }
}
