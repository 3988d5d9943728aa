package id.balairung.queue.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.datepicker.DatePickerTester;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.QueryParameters;
import id.balairung.alert.Alert;
import id.balairung.common.ui.EmptyState;
import id.balairung.security.Role;
import id.balairung.security.StaffPrincipal;
import id.balairung.testing.Hall;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What went wrong on a day stays to be read by the agency's admin and by the head. */
class AlertHistoryTest extends BoardOfAnAgency {

    @BeforeEach
    void somebodyWaitedTooLong() {
        hall.open(agency, 0);
        issue(first());
        clock.advance(Duration.ofMinutes(21));
        raiseAlerts();
        call(0);
        raiseAlerts();
        clock.advance(Duration.ofMinutes(2));
        raiseAlerts();
    }

    @Test
    void theAdminReadsTheDay() {
        assertThat(history(agency.admin(), Map.of()))
                .anySatisfy(alert -> assertThat(alert.facts()).contains(first().prefix() + "-001"));
    }

    @Test
    void anotherDayIsChosenByTheAddressAndATypingMistakeMeansToday() {
        LocalDate today = mall.today().date();
        assertThat(history(agency.admin(), Map.of("tanggal", today.minusDays(1).toString())))
                .isEmpty();
        assertThat(history(agency.admin(), Map.of("tanggal", "kemarin"))).isNotEmpty();
        assertThat(history(agency.admin(), Map.of("tanggal", today.plusDays(3).toString())))
                .isNotEmpty();
    }

    @Test
    void theDayThatIsChosenIsReadAtOnce() {
        BrowserlessUIContext window = screens.of(agency.admin());
        open(window, Map.of());
        DatePicker day = window.find(DatePicker.class).single();
        assertThat(day.getValue()).isEqualTo(mall.today().date());
        open(window, Map.of("tanggal", mall.today().date().minusDays(1).toString()));
        assertThat(alerts(window)).isEmpty();
    }

    @Test
    void theDayIsChosenInTheFieldAndStandsInTheAddress() {
        BrowserlessUIContext window = screens.of(agency.admin());
        open(window, Map.of());
        LocalDate yesterday = mall.today().date().minusDays(1);
        window.test(DatePickerTester.class, window.find(DatePicker.class).single())
                .setValue(yesterday);
        assertThat(alerts(window)).isEmpty();
        assertThat(UI.getCurrent().getInternals().getActiveViewLocation().getPathWithQueryParameters())
                .isEqualTo("antrean/peringatan?tanggal=" + yesterday);
    }

    @Test
    void whatBeganLastStandsOnTop() {
        issue(second());
        clock.advance(Duration.ofMinutes(21));
        raiseAlerts();
        assertThat(history(agency.admin(), Map.of()))
                .hasSizeGreaterThan(1)
                .extracting(Alert::since)
                .isSortedAccordingTo(Comparator.reverseOrder());
    }

    @Test
    void theHeadReadsTheAgencyOfTheAddress() {
        StaffPrincipal head = hall.staff(Role.MALL_HEAD, Optional.empty());
        String code = "UJI" + first().prefix().substring(0, 2);
        assertThat(history(head, Map.of("instansi", code)))
                .anySatisfy(alert -> assertThat(alert.facts()).contains(first().prefix() + "-001"));
        BrowserlessUIContext window = screens.of(head);
        open(window, Map.of());
        assertThat(window.find(MallOverview.class).exists()).isTrue();
    }

    @Test
    void theWayBackLeadsToTheSameAgencyHoweverItsCodeWasTyped() {
        BrowserlessUIContext window = screens.of(hall.staff(Role.MALL_HEAD, Optional.empty()));
        String code = "UJI" + first().prefix().substring(0, 2);
        open(window, Map.of("instansi", code.toLowerCase(Locale.ROOT)));
        assertThat(window.find(Anchor.class).all()).extracting(Anchor::getHref).contains("antrean?instansi=" + code);
    }

    @Test
    void theFrameAndThePageSayWhoseAlertsTheHeadReads() {
        BrowserlessUIContext window = screens.of(hall.staff(Role.MALL_HEAD, Optional.empty()));
        open(window, Map.of("instansi", "UJI" + first().prefix().substring(0, 2)));
        String whose = window.find(H2.class).single().getText();
        assertThat(whose).isNotBlank();
        assertThat(window.find(Span.class).withClassName("bl-where").single().getText())
                .isEqualTo(whose);
    }

    @Test
    void anotherAgencysAdminReadsNothingOfItWhateverTheAddressSays() {
        Hall.TestAgency other = hall.agency(1, 1);
        String code = "UJI" + first().prefix().substring(0, 2);
        assertThat(history(other.admin(), Map.of("instansi", code))).isEmpty();
    }

    private List<Alert> history(StaffPrincipal reader, Map<String, String> asked) {
        BrowserlessUIContext window = screens.of(reader);
        open(window, asked);
        return alerts(window);
    }

    private static void open(BrowserlessUIContext window, Map<String, String> asked) {
        window.activate();
        UI.getCurrent().navigate("antrean/peringatan", QueryParameters.simple(asked));
    }

    private static List<Alert> alerts(BrowserlessUIContext window) {
        if (window.find(EmptyState.class).exists()) {
            return List.of();
        }
        Grid<Alert> grid = window.find(Grid.class).single();
        return grid.getListDataView().getItems().toList();
    }
}
