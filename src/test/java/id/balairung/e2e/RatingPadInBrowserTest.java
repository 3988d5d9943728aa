package id.balairung.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import id.balairung.testing.Hall;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From the officer's last key to the visitor's thanks: the admin pairs a tablet, and it does the rest by itself. */
class RatingPadInBrowserTest extends InBrowsers {

    private static final int TABLET_WIDTH = 1024;
    private static final int TABLET_HEIGHT = 768;

    @Autowired
    JdbcClient jdbc;

    private Hall.TestAgency agency;
    private Page kelola;
    private Page console;
    private Page pad;

    @BeforeEach
    void pairThePad() {
        agency = hall.agency(1, 1);
        hall.open(agency, 0);
        Chromium.Person admin = chromium.signIn(agency.admin());
        admin.open("kelola/papan-nilai");
        kelola = admin.page();
        assertThat(kelola.locator(".bl-pads li")).containsText("Belum ada papan");
        button(kelola, "Buat kode untuk papan penilaian").click();
        assertThat(kelola.locator(".bl-pairing .holds")).containsText(Pattern.compile("[89]:\\d\\d"));
        Chromium.Person tablet = chromium.anonymous(TABLET_WIDTH, TABLET_HEIGHT);
        tablet.open("papan-nilai");
        pad = tablet.page();
        pad.getByLabel("Kode delapan angka")
                .fill(kelola.locator(".bl-pairing .digits").textContent());
        pad.locator("button").click();
        assertThat(pad.locator("h1")).hasText("Selamat datang");
        assertThat(kelola.locator(".bl-pairing .digits")).isHidden();
        assertThat(kelola.locator(".bl-pads li")).containsText("Tersambung");
        console = chromium.signIn(agency.officer()).page();
    }

    @Test
    void thePadWakesAsksThanksAndSleepsWhileTheOfficerSeesNothing() {
        Chromium.Person admin = chromium.signIn(agency.admin());
        admin.open("kepuasan");
        assertThat(admin.page().locator(".bl-newest")).isVisible();
        assertThat(admin.page().locator(".bl-rate")).hasCount(0);
        String number = serve();
        assertThat(pad.locator("h1")).hasText("Bagaimana layanan yang Anda terima?");
        assertThat(pad.locator("body")).not().containsText(number);

        pad.locator(".face").nth(3).click();
        pad.getByLabel("Komentar (boleh kosong)").fill("Ramah sekali");
        pad.locator("button").click();
        assertThat(pad.locator(".notice.thanks")).containsText("Terima kasih atas penilaian Anda");
        assertThat(pad.locator(".question")).hasCount(9);
        pad.getByLabel("Sangat cepat").check();
        pad.getByLabel("Gratis").check();
        pad.getByLabel("Usia").selectOption("FROM_26");
        pad.locator("button").click();
        assertThat(pad.locator(".notice.thanks")).containsText("Semua jawaban Anda sudah kami terima");
        assertThat(pad.locator("h1")).hasText("Selamat datang");

        assertThat(said()).isEqualTo("4|PAD|Ramah sekali|2|FROM_26");
        assertThat(admin.page().locator(".bl-rate")).containsText("Sangat baik");
        assertThat(admin.page().locator(".bl-quote")).containsText("Ramah sekali");
        assertThat(admin.page().locator(".bl-sample-box")).containsText("1 tanggapan");
        assertThat(console.locator("body")).not().containsText("Ramah sekali");
        assertThat(console.locator("body")).not().containsText("Penilaian");
    }

    @Test
    void whoWantsNoSurveyLeavesThePadForTheNext() {
        serve();
        pad.locator(".face").first().click();
        pad.locator("button").click();
        pad.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Tidak, terima kasih"))
                .click();
        assertThat(pad.locator("h1")).hasText("Selamat datang");
        assertThat(said()).isEqualTo("1|PAD||0|");
        serve();
        assertThat(pad.locator("h1")).hasText("Bagaimana layanan yang Anda terima?");
    }

    @Test
    void aPadThatNobodyTouchesGoesOnWithTheNextPerson() {
        serve();
        assertThat(pad.locator("h1")).hasText("Bagaimana layanan yang Anda terima?");
        String first = pad.url();
        hall.issue(agency);
        press("F2");
        press("F8");
        assertThat(pad.locator("h1")).hasText("Selamat datang");
        finish();
        assertThat(pad.locator("h1")).hasText("Bagaimana layanan yang Anda terima?");
        assertThat(pad.url()).isNotEqualTo(first);
        pad.locator(".face").nth(1).click();
        pad.locator("button").click();
        assertThat(pad.locator(".question")).hasCount(9);
        serve();
        assertThat(pad.locator("h1")).hasText("Bagaimana layanan yang Anda terima?");
    }

    @Test
    void everythingOnThePadIsLargeEnoughForAFinger() {
        serve();
        assertThat(pad.locator(".face").first()).isVisible();
        for (Locator touched : pad.locator(".face, button").all()) {
            assertThat(touched.boundingBox().height).isGreaterThanOrEqualTo(48);
            assertThat(touched).isInViewport();
        }
        pad.locator(".face").first().click();
        pad.locator("button").click();
        assertThat(pad.locator(".question label").first()).isVisible();
        for (Locator touched : pad.locator(".question label, select, button").all()) {
            assertThat(touched.boundingBox().height).isGreaterThanOrEqualTo(44);
        }
        assertThat((boolean) pad.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .isTrue();
    }

    @Test
    void nothingThatPeopleMeetHasASeriousAccessibilityFault() {
        accessible(kelola);
        button(kelola, "Pasangkan ulang papan penilaian").click();
        assertThat(kelola.locator(".bl-pairing .digits")).isVisible();
        accessible(kelola);
        accessible(pad);
        serve();
        assertThat(pad.locator(".face").first()).isVisible();
        accessible(pad);
        pad.locator("button").click();
        pad.locator(".face").first().click();
        pad.locator("button").click();
        assertThat(pad.locator(".question")).hasCount(9);
        accessible(pad);
        pad.setViewportSize(320, 640);
        accessible(pad);
        assertThat((boolean) pad.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .isTrue();
    }

    /** Somebody comes, is called and served at the console, and leaves. */
    private String serve() {
        String number = hall.issue(agency).ticket().number().toString();
        press("F2");
        assertThat(console.locator(".bl-number")).containsText(number);
        press("F8");
        finish();
        return number;
    }

    private void finish() {
        press("F9");
    }

    private void press(String key) {
        console.waitForSelector("[data-key='" + key + "']:not([disabled])");
        console.locator("[data-key='" + key + "']").click();
    }

    /** What the newest rating of the agency says, by which way, how many unsur were answered, and the age told. */
    private String said() {
        return jdbc.sql("""
                        select concat_ws('|', r.score, r.channel, ifnull(r.comment, ''),
                          (select count(*) from skm_answer a where a.response_id = s.id), ifnull(s.age, ''))
                        from rating r left join skm_response s on s.ticket_id = r.ticket_id
                        where r.agency_id = ? order by r.id desc limit 1""").param(agency.id().toString()).query(String.class).single();
    }

    private static Locator button(Page page, String start) {
        return page.locator("vaadin-button[aria-label^='" + start + "']");
    }
}
