package id.balairung.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.server.ErrorEvent;
import id.balairung.common.BusinessRuleViolation;
import id.balairung.security.Role;
import id.balairung.security.StaffPrincipal;
import id.balairung.staff.ColorScheme;
import id.balairung.staff.StaffAccounts;
import id.balairung.testing.BalairungTest;
import id.balairung.testing.Hall;
import id.balairung.testing.Screens;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.CannotCreateTransactionException;

@BalairungTest
class FrameTest {

    @Autowired
    Hall hall;

    @Autowired
    Screens screens;

    @Autowired
    StaffAccounts accounts;

    @Test
    void theFrameSaysWhoIsThereAndWhere() {
        Hall.TestAgency agency = hall.agency(1, 1);
        BrowserlessUIContext window = screens.of(agency.admin());
        window.navigate("", HomeView.class);
        assertThat(texts(window)).contains(agency.admin().displayName(), "Admin instansi", agency.name());
        assertThat(window.find(H1.class).single().getText()).isEqualTo("Beranda");
    }

    @Test
    void theMenuHoldsOnlyWhatTheRoleMayOpen() {
        BrowserlessUIContext head = screens.of(hall.staff(Role.MALL_HEAD, Optional.empty()));
        head.getUI().navigate("");
        assertThat(head.getUI().getActiveViewLocation().getPath()).isEqualTo("dasbor");
        assertThat(head.find(SideNavItem.class).all())
                .extracting(SideNavItem::getPath)
                .doesNotContain("loket", "penerimaan");
    }

    @Test
    void anOfficerLandsAtTheCounterAndNobodyElseFindsIt() {
        BrowserlessUIContext officer = screens.of(hall.agency(1, 1).officer());
        officer.getUI().navigate("");
        assertThat(officer.getUI().getActiveViewLocation().getPath()).isEqualTo("loket");
        assertThat(officer.find(SideNavItem.class).all())
                .extracting(SideNavItem::getPath)
                .contains("loket");

        BrowserlessUIContext head = screens.of(hall.staff(Role.MALL_HEAD, Optional.empty()));
        head.navigate("loket", ClosedPage.class);
        String forbidden = head.find(H1.class).single().getText();
        head.navigate("tidak-ada", ClosedPage.class);
        assertThat(forbidden).isEqualTo(head.find(H1.class).single().getText());
    }

    @Test
    void aPageThatIsNotThereSaysSoInTheFrame() {
        BrowserlessUIContext window = screens.of(hall.staff(Role.MALL_HEAD, Optional.empty()));
        window.navigate("tidak-ada", ClosedPage.class);
        assertThat(window.find(H1.class).single().getText()).isEqualTo("Tidak ditemukan");
    }

    @Test
    void theLanguageIsKeptWithTheAccount() {
        StaffPrincipal admin = hall.staff(Role.MALL_ADMIN, Optional.empty());
        BrowserlessUIContext window = screens.of(admin);
        window.navigate("", HomeView.class);
        choose(window, "English");
        assertThat(window.find(H1.class).single().getText()).isEqualTo("Home");

        BrowserlessUIContext elsewhere = screens.of(admin);
        elsewhere.navigate("", HomeView.class);
        assertThat(elsewhere.find(H1.class).single().getText()).isEqualTo("Home");
    }

    @Test
    void theSchemeAndTheKeysAreKeptWithTheAccount() {
        StaffPrincipal admin = hall.staff(Role.MALL_ADMIN, Optional.empty());
        BrowserlessUIContext window = screens.of(admin);
        window.navigate("", HomeView.class);
        choose(window, "Tampilan gelap");
        choose(window, "Matikan pintasan satu huruf");
        assertThat(hall.as(admin, accounts::preferences)).satisfies(kept -> {
            assertThat(kept.colorScheme()).isEqualTo(ColorScheme.DARK);
            assertThat(kept.singleKeyShortcuts()).isFalse();
        });
    }

    @Test
    void aBrokenRuleIsASentenceAndADeadDatabaseIsAnother() {
        BrowserlessUIContext window = screens.of(hall.staff(Role.MALL_ADMIN, Optional.empty()));
        window.navigate("", HomeView.class);
        fail(window, new IllegalStateException(new BusinessRuleViolation("shell.fault.not-allowed")));
        assertThat(notice(window)).startsWith("Akun Anda tidak berhak");
        fail(window, new CannotCreateTransactionException("gone"));
        assertThat(notice(window)).startsWith("Basis data tidak dapat dihubungi");
        fail(window, new IllegalStateException("secret text of an exception"));
        assertThat(notice(window)).startsWith("Terjadi gangguan").doesNotContain("secret");
    }

    /** There is one at a time. */
    private static String notice(BrowserlessUIContext window) {
        window.roundTrip();
        return window.find(Span.class, window.find(Notification.class).single())
                .single()
                .getText();
    }

    private static void fail(BrowserlessUIContext window, Throwable thrown) {
        window.getUI().getSession().getErrorHandler().error(new ErrorEvent(thrown));
    }

    private static void choose(BrowserlessUIContext window, String entry) {
        window.find(Button.class).withClassName("bl-avatar-button").single().click();
        window.find(Button.class).withText(entry).single().click();
        window.roundTrip();
    }

    private static List<String> texts(BrowserlessUIContext window) {
        return window.find(Span.class).all().stream().map(Span::getText).toList();
    }
}
