package id.balairung.agency.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.timepicker.TimePicker;
import id.balairung.agency.CalendarDraft;
import id.balairung.agency.CalendarEntry;
import id.balairung.agency.CalendarKind;
import id.balairung.agency.MallCalendar;
import id.balairung.common.ui.DateField;
import id.balairung.security.Role;
import id.balairung.security.StaffPrincipal;
import id.balairung.testing.AdminScreen;
import id.balairung.testing.BalairungTest;
import id.balairung.testing.Hall;
import id.balairung.testing.Screens;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The mall's admin keeps the calendar on the screen. */
@BalairungTest
class CalendarViewTest {

    /** Far enough from every other test's days. */
    private static final LocalDate DAY = LocalDate.of(2033, 3, 16);

    @Autowired
    Hall hall;

    @Autowired
    Screens screens;

    @Autowired
    MallCalendar calendar;

    StaffPrincipal mallAdmin;
    Set<LocalDate> before;

    @BeforeEach
    void keepTheDays() {
        hall.establish();
        mallAdmin = hall.staff(Role.MALL_ADMIN, Optional.empty());
        before = days().stream().map(CalendarEntry::day).collect(Collectors.toSet());
    }

    /** All tests share one calendar. */
    @AfterEach
    void removeTheDays() {
        hall.asProven(mallAdmin, () -> {
            days().stream()
                    .filter(day -> !before.contains(day.day()))
                    .forEach(day -> calendar.remove(day.day(), day.version()));
            return before;
        });
    }

    @Test
    void aDayIsAddedOnceTheAdminHasProvedWhoSitsThere() {
        AdminScreen screen = open(mallAdmin, "kelola/kalender?pilih=baru");
        screen.enter(screen.field(DateField.class, "Tanggal"), DAY);
        screen.type("Nama hari", "Hari jadi kota");
        screen.click("Simpan");
        assertThat(stored(DAY)).isEmpty();
        assertThat(screen.typed("Nama hari")).isEqualTo("Hari jadi kota");
        screen.prove();
        assertThat(stored(DAY)).map(CalendarEntry::name).contains("Hari jadi kota");
        assertThat(screen.address()).isEqualTo("kelola/kalender?pilih=" + DAY);
    }

    @Test
    void whatIsWrongIsToldAtItsFieldAndWhatWasTypedStays() {
        AdminScreen screen = open(mallAdmin, "kelola/kalender?pilih=baru");
        screen.enter(kind(screen), CalendarKind.SPECIAL_OPENING);
        screen.type("Nama hari", "Buka malam");
        screen.enter(screen.field(TimePicker.class, "Buka"), LocalTime.of(20, 0));
        screen.enter(screen.field(TimePicker.class, "Tutup"), LocalTime.of(18, 0));
        screen.click("Simpan");
        assertThat(AdminScreen.fault(screen.field(DateField.class, "Tanggal"))).isNotEmpty();
        assertThat(AdminScreen.fault(screen.field(TimePicker.class, "Tutup"))).isNotEmpty();
        assertThat(screen.typed("Nama hari")).isEqualTo("Buka malam");
        assertThat(screen.asksWhoSitsThere()).isFalse();
        assertThat(days()).hasSize(before.size());
    }

    @Test
    void whoComesTooLateIsToldByWhomAndKeepsWhatWasTyped() {
        add(DAY, "Hari uji");
        StaffPrincipal colleague = hall.staff(Role.MALL_ADMIN, Optional.empty());
        AdminScreen late = open(mallAdmin, "kelola/kalender?pilih=" + DAY);
        hall.asProven(colleague, () -> {
            calendar.change(
                    DAY,
                    stored(DAY).orElseThrow().version(),
                    new CalendarDraft(DAY, CalendarKind.LOCAL_HOLIDAY, "Nama dari rekan", null, null));
            return DAY;
        });
        late.type("Nama hari", "Nama dari saya");
        late.click("Simpan");
        late.prove();
        assertThat(late.texts()).contains("diubah oleh " + colleague.displayName());
        assertThat(stored(DAY)).map(CalendarEntry::name).contains("Nama dari rekan");
        late.click("Muat ulang");
        assertThat(late.typed("Nama hari")).isEqualTo("Nama dari saya");
        assertThat(kind(late).getValue()).isEqualTo(CalendarKind.LOCAL_HOLIDAY);
        late.click("Simpan");
        assertThat(stored(DAY)).map(CalendarEntry::name).contains("Nama dari saya");
    }

    @Test
    void aDayThatSomebodyElseRemovedIsToldAndItsFormCloses() {
        add(DAY, "Hari uji");
        StaffPrincipal colleague = hall.staff(Role.MALL_ADMIN, Optional.empty());
        AdminScreen late = open(mallAdmin, "kelola/kalender?pilih=" + DAY);
        hall.asProven(colleague, () -> {
            calendar.change(
                    DAY,
                    stored(DAY).orElseThrow().version(),
                    new CalendarDraft(DAY, CalendarKind.LOCAL_HOLIDAY, "Nama dari rekan", null, null));
            return DAY;
        });
        late.type("Nama hari", "Nama dari saya");
        late.click("Simpan");
        late.prove();
        hall.asProven(colleague, () -> {
            calendar.remove(DAY, stored(DAY).orElseThrow().version());
            return DAY;
        });
        late.click("Muat ulang");
        assertThat(late.texts()).contains("dihapus oleh orang lain");
        assertThat(stored(DAY)).isEmpty();
    }

    @Test
    void aDayIsRemovedWhenThatIsConfirmed() {
        add(DAY, "Hari uji");
        AdminScreen screen = open(mallAdmin, "kelola/kalender?pilih=" + DAY);
        screen.click("Hapus");
        assertThat(screen.question()).contains("Rabu, 16 Maret 2033", "Hari uji");
        screen.decline();
        assertThat(stored(DAY)).isPresent();
        screen.click("Hapus");
        screen.confirm();
        assertThat(stored(DAY)).isPresent();
        screen.prove();
        assertThat(stored(DAY)).isEmpty();
        assertThat(screen.address()).isEqualTo("kelola/kalender");
    }

    @Test
    void aTableWithABadRowIsShownAndNothingOfItIsImported() {
        AdminScreen screen = open(mallAdmin, "kelola/kalender");
        screen.click("Impor");
        screen.upload(header() + DAY + ";Libur setempat;Hari baik;;\n" + DAY + ";Hari aneh;;;\n");
        assertThat(screen.texts()).contains("1 baris benar, 1 baris salah.");
        assertThat(screen.button("Impor 2 baris").isEnabled()).isFalse();
        assertThat(days()).hasSize(before.size());
    }

    @Test
    void whatIsExportedIsImportedAgainOnceTheAdminHasProvedWhoSitsThere() {
        add(DAY, "Hari uji");
        AdminScreen screen = open(mallAdmin, "kelola/kalender");
        String file = screen.exported();
        assertThat(file).contains(DAY + ";Libur setempat;Hari uji;;");
        screen.click("Impor");
        screen.upload(header() + DAY + ";Buka khusus;Hari uji;08.00;12.00\n" + DAY.plusDays(1)
                + ";Cuti bersama;Sehari sesudahnya;;\n");
        screen.click("Impor 2 baris");
        assertThat(stored(DAY.plusDays(1))).isEmpty();
        screen.prove();
        assertThat(stored(DAY)).map(CalendarEntry::kind).contains(CalendarKind.SPECIAL_OPENING);
        assertThat(stored(DAY.plusDays(1))).map(CalendarEntry::name).contains("Sehari sesudahnya");
    }

    @Test
    void theBundledHolidaysAreShownBeforeTheyAreTaken() {
        AdminScreen screen = open(mallAdmin, "kelola/kalender");
        screen.click("Libur nasional");
        assertThat(screen.texts()).contains("periksa dengan SKB 3 Menteri");
        assertThat(days()).hasSize(before.size());
        long news = calendar.bundled().stream()
                .filter(day -> !before.contains(day.day()))
                .count();
        screen.click("Ambil " + news + " hari");
        assertThat(days()).hasSize(before.size());
        screen.prove();
        assertThat(days()).hasSize(before.size() + (int) news);
    }

    @Test
    void nobodyElseOpensTheScreen() {
        Hall.TestAgency agency = hall.agency(1, 1);
        for (StaffPrincipal other : List.of(
                agency.admin(), agency.officer(), hall.frontDesk(), hall.staff(Role.MALL_HEAD, Optional.empty()))) {
            assertThat(open(other, "kelola/kalender").shown()).isEqualTo("ClosedPage");
        }
    }

    private static String header() {
        return "Tanggal;Jenis;Nama hari;Buka;Tutup\n";
    }

    @SuppressWarnings("unchecked")
    private static Select<CalendarKind> kind(AdminScreen screen) {
        return screen.field(Select.class, "Jenis");
    }

    private void add(LocalDate day, String name) {
        hall.asProven(mallAdmin, () -> {
            calendar.add(new CalendarDraft(day, CalendarKind.LOCAL_HOLIDAY, name, null, null));
            return day;
        });
    }

    private List<CalendarEntry> days() {
        return hall.as(mallAdmin, () -> calendar.days());
    }

    private Optional<CalendarEntry> stored(LocalDate day) {
        return days().stream().filter(entry -> entry.day().equals(day)).findAny();
    }

    private AdminScreen open(StaffPrincipal staff, String address) {
        return new AdminScreen(screens.of(staff), address);
    }
}
