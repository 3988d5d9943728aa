package id.balairung.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import id.balairung.agency.ServiceAdministration;
import id.balairung.agency.ServiceDetails;
import id.balairung.agency.ServiceDraft;
import id.balairung.security.Role;
import id.balairung.security.StaffPrincipal;
import id.balairung.testing.Hall;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What was typed into a form isn't lost by a slip: not by leaving the view, nor by loading the page anew. */
class UnsavedFormTest extends InBrowsers {

    @Autowired
    ServiceAdministration services;

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private Hall.TestAgency agency;
    private Page page;

    @BeforeEach
    void openAForm() {
        agency = hall.agency(1, 0);
        Chromium.Person admin = chromium.signIn(agency.admin());
        page = admin.page();
        page.onDialog(this::stay);
        admin.open("kelola/layanan?pilih=" + agency.service().prefix());
        assertThat(name()).hasValue(agency.service().nameIndonesian());
    }

    @Test
    void loadingThePageAnewIsAskedAboutAlsoWhileOneTypes() {
        name().press("End");
        page.keyboard().type(" lagi");
        reload();
        page.waitForCondition(() -> asked.equals(List.of("beforeunload")));
        assertThat(name()).hasValue(agency.service().nameIndonesian() + " lagi");
        name().press("Tab");
        // From here on the page has nothing but the server's word to go by.
        page.waitForFunction("() => { const guard = document.querySelector('bl-unsaved');"
                + " return guard.typing === false && guard.underWay === false; }");
        reload();
        page.waitForCondition(() -> asked.equals(List.of("beforeunload", "beforeunload")));
        button("Simpan").click();
        assertThat(page.locator(".bl-notice")).containsText("Tersimpan");
        page.reload();
        assertThat(name()).hasValue(agency.service().nameIndonesian() + " lagi");
        assertThat(asked).hasSize(2);
    }

    @Test
    void whatWasDiscardedIsAskedAboutNoMoreAndTheFocusStandsOnWhatLosesNothing() {
        name().fill("Nama lain");
        section("Jam layanan").click();
        assertThat(button("Kembali ke formulir")).isFocused();
        page.keyboard().press("Enter");
        assertThat(button("Kembali ke formulir")).isHidden();
        assertThat(name()).hasValue("Nama lain");
        section("Jam layanan").click();
        button("Buang perubahan").click();
        assertThat(page).hasURL(Pattern.compile(".*/kelola/jam"));
        page.reload();
        assertThat(section("Layanan")).isVisible();
        assertThat(asked).isEmpty();
    }

    @Test
    void escapeAsksAlsoWhileOneTypes() {
        name().press("End");
        page.keyboard().type(" lagi");
        name().press("Escape");
        assertThat(button("Kembali ke formulir")).isFocused();
        button("Kembali ke formulir").click();
        assertThat(name()).hasValue(agency.service().nameIndonesian() + " lagi");
    }

    @Test
    void aHastyEnterDoesNothingThatHurts() {
        button("Nonaktifkan").click();
        Locator safe = page.locator("vaadin-button[slot=cancel-button]");
        assertThat(safe).isFocused();
        page.keyboard().press("Enter");
        assertThat(safe).isHidden();
        assertThat(hall.as(agency.admin(), services::all)).noneMatch(ServiceDetails::withdrawn);
    }

    @Test
    void whoTakesOverWhatAColleagueSavedGoesOnInTheForm() {
        StaffPrincipal colleague = hall.staff(Role.AGENCY_ADMIN, Optional.of(agency.id()));
        hall.as(colleague, () -> {
            ServiceDetails shown = services.all().getFirst();
            services.change(
                    shown.id(),
                    shown.version(),
                    new ServiceDraft(shown.letter(), "Nama dari rekan", "Their name", 20, 15, null, List.of()));
            return shown;
        });
        name().fill("Nama dari saya");
        button("Simpan").click();
        button("Muat ulang").click();
        assertThat(name()).isFocused();
        assertThat(name()).hasValue("Nama dari saya");
    }

    @Test
    void aScreenThatMustCloseClosesWithoutAQuestion() {
        name().fill("Nama lain");
        name().press("Tab");
        page.waitForSelector("html[data-connection=live]");
        hall.disable(agency.admin());
        assertThat(page).hasURL(Pattern.compile(".*/masuk.*"));
        assertThat(asked).isEmpty();
    }

    private void stay(Dialog question) {
        asked.add(question.type());
        question.dismiss();
    }

    /** As the person does it, who may still change their mind. */
    private void reload() {
        page.evaluate("setTimeout(() => location.reload())");
    }

    private Locator name() {
        return page.getByLabel("Nama dalam bahasa Indonesia");
    }

    private Locator button(String text) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(text).setExact(true));
    }

    private Locator section(String text) {
        return page.locator(".bl-sections")
                .getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions().setName(text).setExact(true));
    }
}
