package id.balairung.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import id.balairung.agency.CalendarDraft;
import id.balairung.agency.CalendarEntry;
import id.balairung.agency.CalendarKind;
import id.balairung.agency.MallCalendar;
import id.balairung.agency.ServiceAdministration;
import id.balairung.agency.ServiceDraft;
import id.balairung.security.Role;
import id.balairung.security.StaffPrincipal;
import id.balairung.testing.Hall;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever administers keeps their place: the focus, the chosen row, the form. */
class AdministrationByKeyboardTest extends InBrowsers {

    /** Far enough from every other test's days. */
    private static final LocalDate DAY = LocalDate.of(2036, 5, 20);

    @Autowired
    ServiceAdministration services;

    @Autowired
    MallCalendar calendar;

    private Page page;

    @AfterEach
    void removeTheDays() {
        StaffPrincipal mallAdmin = hall.staff(Role.MALL_ADMIN, Optional.empty());
        hall.as(mallAdmin, calendar::days).stream()
                .filter(day -> day.day().getYear() == DAY.getYear())
                .forEach(day -> hall.asProven(mallAdmin, () -> {
                    calendar.remove(day.day(), day.version());
                    return day;
                }));
    }

    @Test
    void aButtonThatGoesLeavesTheFocusToTheOneInItsPlace() {
        Hall.TestAgency agency = hall.agency(1, 1);
        open(agency.admin(), "kelola/layanan?pilih=" + agency.service().prefix());
        button("Jeda").click();
        page.getByLabel("Alasan").fill("Mesin rusak");
        page.locator("vaadin-dialog")
                .getByText("Jeda", new Locator.GetByTextOptions().setExact(true))
                .click();
        assertThat(button("Buka lagi")).isFocused();
        page.keyboard().press("Enter");
        assertThat(button("Jeda")).isFocused();
        button("Nonaktifkan").click();
        page.locator("vaadin-button[slot=confirm-button]").click();
        assertThat(button("Aktifkan lagi")).isFocused();
    }

    @ParameterizedTest
    @ValueSource(ints = {1366, 390})
    void whatIsRemovedLeavesTheFocusToTheNextRow(int width) {
        StaffPrincipal mallAdmin = hall.staff(Role.MALL_ADMIN, Optional.empty());
        hall.asProven(mallAdmin, () -> {
            calendar.add(new CalendarDraft(DAY, CalendarKind.NATIONAL_HOLIDAY, "Yang dihapus", null, null));
            calendar.add(new CalendarDraft(DAY.plusDays(1), CalendarKind.NATIONAL_HOLIDAY, "Yang tetap", null, null));
            return DAY;
        });
        open(chromium.signIn(mallAdmin, width, 844), "kelola/kalender?pilih=" + DAY);
        button("Hapus").click();
        page.locator("vaadin-button[slot=confirm-button]").click();
        page.waitForCondition(() -> focusedRow().contains("Yang tetap"));
        assertThat(hall.as(mallAdmin, calendar::days))
                .extracting(CalendarEntry::day)
                .doesNotContain(DAY);
    }

    @Test
    void aFormIsClosedByEscapeNotByAClickOnItsRowAndLeavesTheFocusThere() {
        Hall.TestAgency agency = hall.agency(3, 1);
        String second = agency.services().get(1).nameIndonesian();
        open(agency.admin(), "kelola/layanan");
        Locator row = page.locator("vaadin-grid .bl-entry-line").filter(new Locator.FilterOptions().setHasText(second));
        row.click();
        assertThat(name()).hasValue(second);
        row.click();
        page.locator(".bl-entry h2").click();
        assertThat(name()).hasValue(second);
        name().press("Escape");
        assertThat(name()).isHidden();
        page.waitForCondition(() -> focusedRow().contains(second));
        row.click();
        assertThat(name()).hasValue(second);
    }

    @Test
    void whatIsAddedIsChosenAndInSight() {
        Hall.TestAgency agency = hall.agency(2, 1);
        hall.as(agency.admin(), () -> {
            for (char letter = 'C'; letter < 'Y'; letter++) {
                services.add(
                        new ServiceDraft("" + letter, "Lain " + letter, "Other " + letter, 20, 15, null, List.of()));
            }
            return agency;
        });
        open(
                agency.admin(),
                "kelola/layanan?cari=" + agency.service().nameIndonesian().replace(" ", "%20"));
        button("Tambah layanan").click();
        page.getByLabel("Huruf").fill("Z");
        name().fill("Paling akhir");
        page.getByLabel("Nama dalam bahasa Inggris").fill("The last");
        page.getByLabel("Target tunggu").fill("20");
        page.getByLabel("Target layanan").fill("15");
        button("Simpan").click();
        assertThat(page)
                .hasURL(Pattern.compile(".*pilih=" + agency.service().prefix().substring(0, 2) + "Z.*"));
        Locator row = page.locator("vaadin-grid .bl-entry-line")
                .filter(new Locator.FilterOptions().setHasText("Paling akhir"));
        assertThat(row).isInViewport();
        page.waitForCondition(() -> chosenRow().contains("Paling akhir"));
    }

    @Test
    void hoursThatAreWrongHaveTheFocusAndKeepWhatWasTyped() {
        Hall.TestAgency agency = hall.agency(1, 1);
        open(agency.admin(), "kelola/jam?pilih=instansi");
        Locator closes = page.getByLabel("Tutup pada Rabu");
        closes.fill("00.00");
        closes.press("Tab");
        button("Simpan").click();
        assertThat(closes).isFocused();
        assertThat(closes).hasAccessibleDescription("Jam tutup harus setelah jam buka.");
        assertThat(closes).hasValue("00.00");
    }

    private void open(StaffPrincipal staff, String address) {
        open(chromium.signIn(staff), address);
    }

    private void open(Chromium.Person person, String address) {
        page = person.page();
        person.open(address);
    }

    /** The words of the row that has the keyboard. */
    private String focusedRow() {
        return wordsOf("grid.shadowRoot.activeElement?.closest('tr')");
    }

    private String chosenRow() {
        return wordsOf("grid.shadowRoot.querySelector('#items > tr[aria-selected=true]')");
    }

    private String wordsOf(String row) {
        return (String) page.evaluate("""
                () => {
                  const grid = document.querySelector('vaadin-grid');
                  const row = %s;
                  return [...(row?.querySelectorAll('slot') ?? [])]
                    .flatMap((slot) => slot.assignedElements())
                    .map((cell) => cell.textContent)
                    .join(' ');
                }
                """.formatted(row));
    }

    private Locator name() {
        return page.getByLabel("Nama dalam bahasa Indonesia");
    }

    private Locator button(String text) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(text).setExact(true));
    }
}
