package id.balairung.dashboard.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTester;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.select.SelectTester;
import com.vaadin.flow.router.QueryParameters;
import id.balairung.agency.ServiceCatalogue;
import id.balairung.dashboard.ReportRound;
import id.balairung.security.Role;
import id.balairung.security.StaffPrincipal;
import id.balairung.testing.BalairungTest;
import id.balairung.testing.Hall;
import id.balairung.testing.Screens;
import id.balairung.testing.TestClock;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The reports as those who fetch them see them. */
@BalairungTest
class PeriodReportsViewTest {

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
    LocalDate thisMonth;
    ReportRound round;

    @BeforeEach
    void aMonthThatIsOver() {
        thisMonth = LocalDate.ofInstant(clock.instant(), MALL).withDayOfMonth(1);
        ReportRound.goTo(clock, thisMonth.minusDays(10));
        agency = hall.agency(2, 1);
        other = hall.agency(2, 1);
        hall.open(agency, 0);
        hall.open(other, 0);
        round = new ReportRound(application, agency, other);
        round.served(2);
        ReportRound.goTo(clock, thisMonth.plusDays(1));
    }

    @Test
    void anAdminFindsTheMonthReadyAndFetchesIt() {
        round.run();
        BrowserlessUIContext window = open(agency.admin(), "dasbor/laporan");
        String line = lines(window).getFirst();
        assertThat(line).contains("Bulanan", "Siap sejak", "PDF", "Excel").doesNotContain("diperbarui");
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        Anchor pdf = window.find(Anchor.class).all().stream()
                .filter(link -> link.hasClassName("fetch"))
                .findFirst()
                .orElseThrow();
        window.test(AnchorTester.class, pdf).download(file);
        assertThat(file.toString(StandardCharsets.ISO_8859_1)).startsWith("%PDF-");
        assertThat(window.find(ComboBox.class).exists()).isFalse();
    }

    @Test
    void anAdminsAddressNamesNoOtherAgency() {
        round.run();
        BrowserlessUIContext window = screens.of(other.admin());
        window.activate();
        UI.getCurrent()
                .navigate(
                        ReportsAddress.PATH,
                        QueryParameters.of(
                                DashboardAddress.AGENCY,
                                catalogue.agency(agency.id()).code()));
        assertThat(lines(window)).isEmpty();
        assertThat(text(window)).contains("Belum ada laporan");
    }

    @Test
    void oneThatIsStillMadeSaysSoAndOffersNothing() {
        round.build();
        BrowserlessUIContext window = open(agency.admin(), "dasbor/laporan");
        assertThat(lines(window).getFirst()).contains("Sedang dibuat").doesNotContain("Excel");
    }

    @Test
    void theHeadChoosesAnAgencyAndAKind() {
        round.run();
        StaffPrincipal head = hall.staff(Role.MALL_HEAD, Optional.empty());
        BrowserlessUIContext window = screens.of(head);
        window.activate();
        String code = catalogue.agency(agency.id()).code();
        UI.getCurrent().navigate(ReportsAddress.PATH, QueryParameters.of(DashboardAddress.AGENCY, code));
        assertThat(lines(window)).hasSize(1);
        assertThat(window.find(Anchor.class).all())
                .anyMatch(link -> link.getHref().equals("dasbor?instansi=" + code.toLowerCase(java.util.Locale.ROOT)));
        @SuppressWarnings("unchecked")
        SelectTester<Select<Object>, Object> kind = (SelectTester<Select<Object>, Object>)
                window.test(SelectTester.class, window.find(Select.class).single());
        kind.selectItem("Tahunan");
        assertThat(UI.getCurrent().getInternals().getActiveViewLocation().getPathWithQueryParameters())
                .contains("jenis=tahunan", "instansi=");
        assertThat(lines(window)).isEmpty();
    }

    private BrowserlessUIContext open(StaffPrincipal staff, String address) {
        BrowserlessUIContext window = screens.of(staff);
        window.activate();
        UI.getCurrent().navigate(address);
        return window;
    }

    private static List<String> lines(BrowserlessUIContext window) {
        return window.find(ListItem.class).all().stream()
                .map(line -> line.getElement().getTextRecursively())
                .toList();
    }

    private static String text(BrowserlessUIContext window) {
        return window.find(PeriodReportsView.class).single().getElement().getTextRecursively();
    }
}
