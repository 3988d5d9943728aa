package id.balairung.agency.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.timepicker.TimePicker;
import id.balairung.agency.CalendarDraft;
import id.balairung.agency.CalendarKind;
import id.balairung.agency.DayHours;
import id.balairung.agency.MallCalendar;
import id.balairung.agency.OpeningTimes;
import id.balairung.agency.OwnHours;
import id.balairung.security.Role;
import id.balairung.security.StaffPrincipal;
import id.balairung.testing.AdminScreen;
import id.balairung.testing.BalairungTest;
import id.balairung.testing.Hall;
import id.balairung.testing.Screens;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An agency's admin sets when it opens on the screen. */
@BalairungTest
class HoursViewTest {

    /** Far enough from every other test's days. */
    private static final LocalDate HOLIDAY = LocalDate.of(2032, 8, 19);

    @Autowired
    Hall hall;

    @Autowired
    Screens screens;

    @Autowired
    OpeningTimes times;

    @Autowired
    MallCalendar calendar;

    Hall.TestAgency agency;
    StaffPrincipal mallAdmin;

    @BeforeEach
    void anAgency() {
        agency = hall.agency(2, 1);
        mallAdmin = hall.staff(Role.MALL_ADMIN, Optional.empty());
    }

    @AfterEach
    void removeTheHoliday() {
        hall.as(mallAdmin, () -> calendar.days()).stream()
                .filter(day -> day.day().equals(HOLIDAY))
                .forEach(day -> hall.asProven(mallAdmin, () -> {
                    calendar.remove(day.day(), day.version());
                    return day;
                }));
    }

    @Test
    void theAgencysWeekIsChangedOnceTheAdminHasProvedWhoSitsThere() {
        AdminScreen screen = open(agency.admin(), "kelola/jam?pilih=instansi");
        screen.enter(mode(screen, "Senin"), DayChoice.Mode.CLOSED);
        screen.enter(screen.heardAs(TimePicker.class, "Buka pada Selasa"), LocalTime.of(9, 0));
        screen.click("Simpan");
        assertThat(week()).containsKey(DayOfWeek.MONDAY);
        screen.prove();
        assertThat(week()).doesNotContainKey(DayOfWeek.MONDAY);
        assertThat(week().get(DayOfWeek.TUESDAY)).isEqualTo(new DayHours(LocalTime.of(9, 0), LocalTime.of(23, 59)));
    }

    @Test
    void aServicesOwnHoursAreItsOwn() {
        AdminScreen screen =
                open(agency.admin(), "kelola/jam?pilih=" + agency.service().prefix());
        screen.enter(mode(screen, "Jumat"), DayChoice.Mode.OPEN);
        screen.enter(screen.heardAs(TimePicker.class, "Buka pada Jumat"), LocalTime.of(8, 0));
        screen.enter(screen.heardAs(TimePicker.class, "Tutup pada Jumat"), LocalTime.of(11, 0));
        screen.click("Simpan");
        assertThat(screen.asksWhoSitsThere()).isFalse();
        assertThat(hall.as(agency.admin(), () -> times.ofServices()))
                .extracting(OpeningTimes.OfService::own)
                .containsExactly(
                        Map.of(
                                DayOfWeek.FRIDAY,
                                new OwnHours(Optional.of(new DayHours(LocalTime.of(8, 0), LocalTime.of(11, 0))))),
                        Map.of());
    }

    @Test
    void whatIsMissingOrWrongIsToldAndWhatWasChosenStays() {
        AdminScreen screen = open(agency.admin(), "kelola/jam?pilih=instansi");
        Map<DayOfWeek, DayHours> before = week();
        screen.enter(screen.heardAs(TimePicker.class, "Tutup pada Rabu"), null);
        screen.enter(mode(screen, "Senin"), DayChoice.Mode.CLOSED);
        screen.enter(screen.heardAs(TimePicker.class, "Buka pada Kamis"), null);
        screen.click("Simpan");
        assertThat(faults(screen))
                .isEqualTo(Map.of("Tutup pada Rabu", "Perlu diisi.", "Buka pada Kamis", "Perlu diisi."));
        screen.enter(screen.heardAs(TimePicker.class, "Tutup pada Rabu"), LocalTime.of(6, 0));
        screen.enter(screen.heardAs(TimePicker.class, "Buka pada Rabu"), LocalTime.of(7, 0));
        screen.enter(screen.heardAs(TimePicker.class, "Buka pada Kamis"), LocalTime.of(23, 59));
        screen.click("Simpan");
        assertThat(faults(screen))
                .isEqualTo(Map.of(
                        "Tutup pada Rabu", "Jam tutup harus setelah jam buka.",
                        "Tutup pada Kamis", "Jam tutup harus setelah jam buka."));
        assertThat(mode(screen, "Senin").getValue()).isEqualTo(DayChoice.Mode.CLOSED);
        assertThat(screen.asksWhoSitsThere()).isFalse();
        assertThat(week()).isEqualTo(before);
    }

    @Test
    void aServiceThatFollowsItsAgencySaysInWhichHours() {
        Map<DayOfWeek, DayHours> hours = new HashMap<>(week());
        hours.put(DayOfWeek.FRIDAY, new DayHours(LocalTime.of(8, 0), LocalTime.of(11, 30)));
        hours.remove(DayOfWeek.SUNDAY);
        hall.asProven(agency.admin(), () -> {
            times.changeWeek(times.ofAgency().version(), hours);
            return hours;
        });
        AdminScreen screen =
                open(agency.admin(), "kelola/jam?pilih=" + agency.service().prefix());
        assertThat(chosen(screen, "Jumat")).isEqualTo("Ikut instansi (08.00-11.30)");
        assertThat(chosen(screen, "Minggu")).isEqualTo("Ikut instansi (tutup)");
        assertThat(screen.all(TimePicker.class)).isEmpty();
    }

    @Test
    void whoComesTooLateIsToldByWhomAndKeepsWhatWasChosen() {
        StaffPrincipal colleague = hall.staff(Role.AGENCY_ADMIN, Optional.of(agency.id()));
        AdminScreen late = open(agency.admin(), "kelola/jam?pilih=instansi");
        Map<DayOfWeek, DayHours> theirs = new HashMap<>(week());
        theirs.put(DayOfWeek.SUNDAY, new DayHours(LocalTime.of(10, 0), LocalTime.of(12, 0)));
        hall.asProven(colleague, () -> {
            times.changeWeek(times.ofAgency().version(), theirs);
            return theirs;
        });
        late.enter(mode(late, "Senin"), DayChoice.Mode.CLOSED);
        late.click("Simpan");
        late.prove();
        assertThat(late.texts()).contains("diubah oleh " + colleague.displayName());
        assertThat(week()).isEqualTo(theirs);
        late.click("Muat ulang");
        assertThat(mode(late, "Senin").getValue()).isEqualTo(DayChoice.Mode.CLOSED);
    }

    @Test
    void onAHolidayTheAgencyOpensInHoursThatAreComplete() {
        holiday();
        AdminScreen screen = open(agency.admin(), "kelola/jam?pilih=" + HOLIDAY);
        screen.enter(screen.field(Checkbox.class, "Instansi kami buka pada hari ini"), true);
        screen.enter(screen.field(TimePicker.class, "Buka"), LocalTime.of(9, 0));
        screen.click("Simpan");
        assertThat(AdminScreen.fault(screen.field(TimePicker.class, "Tutup"))).isEqualTo("Perlu diisi.");
        assertThat(screen.field(TimePicker.class, "Buka").getValue()).isEqualTo(LocalTime.of(9, 0));
        screen.enter(screen.field(TimePicker.class, "Tutup"), LocalTime.of(12, 0));
        screen.click("Simpan");
        assertThat(hall.as(agency.admin(), () -> times.ofAgency()).holidays())
                .containsEntry(HOLIDAY, new DayHours(LocalTime.of(9, 0), LocalTime.of(12, 0)));
    }

    @Test
    void anotherAgencysServiceIsNeitherListedNorOpened() {
        Hall.TestAgency other = hall.agency(1, 1);
        AdminScreen screen =
                open(agency.admin(), "kelola/jam?pilih=" + other.service().prefix());
        assertThat(screen.all(WeekFields.class)).isEmpty();
        assertThat(screen.all(Grid.class))
                .singleElement()
                .satisfies(grid -> assertThat(grid.getListDataView().getItems().map(entry -> ((HoursEntry) entry).id()))
                        .contains("instansi", agency.service().prefix())
                        .doesNotContain(other.service().prefix()));
    }

    @Test
    void nobodyElseOpensTheScreen() {
        for (StaffPrincipal other :
                List.of(mallAdmin, agency.officer(), hall.frontDesk(), hall.staff(Role.MALL_HEAD, Optional.empty()))) {
            assertThat(open(other, "kelola/jam?pilih=instansi").shown()).isEqualTo("ClosedPage");
        }
    }

    @SuppressWarnings("unchecked")
    private static Select<DayChoice.Mode> mode(AdminScreen screen, String day) {
        return screen.heardAs(Select.class, "Jam pada " + day);
    }

    private static String chosen(AdminScreen screen, String day) {
        Select<DayChoice.Mode> mode = mode(screen, day);
        return mode.getItemLabelGenerator().apply(mode.getValue());
    }

    private static Map<String, String> faults(AdminScreen screen) {
        return screen.all(TimePicker.class).stream()
                .filter(TimePicker::isInvalid)
                .collect(Collectors.toMap(
                        field -> field.getElement().getProperty("accessibleName"), AdminScreen::fault));
    }

    private void holiday() {
        hall.asProven(mallAdmin, () -> {
            calendar.add(new CalendarDraft(HOLIDAY, CalendarKind.NATIONAL_HOLIDAY, "Hari uji", null, null));
            return HOLIDAY;
        });
    }

    private Map<DayOfWeek, DayHours> week() {
        return hall.as(agency.admin(), () -> times.ofAgency()).week();
    }

    private AdminScreen open(StaffPrincipal staff, String address) {
        return new AdminScreen(screens.of(staff), address);
    }
}
