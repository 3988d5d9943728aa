package id.balairung.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import id.balairung.agency.AgencyAdministration;
import id.balairung.agency.DayHours;
import id.balairung.agency.NewService;
import id.balairung.agency.ServiceCatalogue;
import id.balairung.agency.ServiceSummary;
import id.balairung.counter.CounterAdministration;
import id.balairung.counter.CounterDesk;
import id.balairung.counter.CounterId;
import id.balairung.queue.CommandId;
import id.balairung.queue.PriorityClass;
import id.balairung.queue.QueueDesk;
import id.balairung.queue.TicketId;
import id.balairung.queue.Visitor;
import id.balairung.security.Role;
import id.balairung.security.StaffPrincipal;
import id.balairung.staff.InitialPassword;
import id.balairung.staff.NewStaff;
import id.balairung.staff.StaffAccounts;
import id.balairung.tenancy.AgencyId;
import id.balairung.testing.Hall;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whatever people type is shown as they typed it: in no name, reason or search does a browser find anything to carry out. */
class HostileTextTest extends InBrowsers {

    private static final String HOSTILE = "<img src=x onerror=hacked=1>";

    @Autowired
    AgencyAdministration agencies;

    @Autowired
    ServiceCatalogue catalogue;

    @Autowired
    CounterAdministration counters;

    @Autowired
    CounterDesk counterDesk;

    @Autowired
    StaffAccounts accounts;

    @Autowired
    QueueDesk desk;

    @Autowired
    Clock clock;

    private StaffPrincipal officer;
    private StaffPrincipal admin;
    private StaffPrincipal head;
    private StaffPrincipal frontDesk;

    @BeforeEach
    void anAgencyOfHostileNames() {
        hall.establish();
        StaffPrincipal mallAdmin = hall.staff(Role.MALL_ADMIN, Optional.empty());
        AgencyId agency = hall.as(
                mallAdmin,
                () -> agencies.register(
                        "UJIXSS",
                        "ZX",
                        HOSTILE + " Instansi",
                        List.of(service("A"), service("B")),
                        Arrays.stream(DayOfWeek.values())
                                .collect(Collectors.toMap(
                                        Function.identity(),
                                        day -> new DayHours(LocalTime.MIN, LocalTime.of(23, 59))))));
        List<ServiceSummary> services = catalogue.servicesOf(agency);
        CounterId counter = hall.as(
                mallAdmin,
                () -> counters.add(
                        agency,
                        19_999,
                        services.stream().map(ServiceSummary::id).toList()));
        officer = account(mallAdmin, "xss.petugas", Role.OFFICER, Optional.of(agency));
        admin = account(mallAdmin, "xss.admin", Role.AGENCY_ADMIN, Optional.of(agency));
        head = account(mallAdmin, "xss.kepala", Role.MALL_HEAD, Optional.empty());
        frontDesk = account(mallAdmin, "xss.penerimaan", Role.FRONT_DESK, Optional.empty());
        hall.as(
                officer,
                () -> counterDesk.open(
                        counter, services.stream().map(ServiceSummary::id).toList()));
        TicketId held = call(services.getFirst());
        hall.as(
                officer,
                () -> desk.hold(CommandId.next(), held, HOSTILE, clock.instant().plus(Duration.ofMinutes(10))));
        TicketId moved = call(services.getFirst());
        hall.as(
                officer,
                () -> desk.transfer(CommandId.next(), moved, services.get(1).id(), HOSTILE));
        call(services.getFirst());
        hall.as(admin, () -> {
            agencies.pause(services.get(1).id(), HOSTILE, Optional.empty());
            return services;
        });
    }

    private static NewService service(String letter) {
        return new NewService(
                letter, HOSTILE + " Layanan", HOSTILE + " Service", Duration.ofMinutes(20), Duration.ofMinutes(15));
    }

    private StaffPrincipal account(StaffPrincipal by, String username, Role role, Optional<AgencyId> agency) {
        hall.as(
                by,
                () -> accounts.add(
                        List.of(new NewStaff(username, HOSTILE, role, agency, true)),
                        InitialPassword.lasting(Hall.PASSWORD)));
        return (StaffPrincipal) accounts.loadUserByUsername(username);
    }

    private TicketId call(ServiceSummary service) {
        hall.issue(service, PriorityClass.ELDERLY, new Visitor(Optional.of(HOSTILE), Optional.empty()));
        hall.as(officer, () -> desk.callNext(CommandId.next()));
        return hall.as(officer, desk::atMyCounter).orElseThrow().ticket().id();
    }

    @Test
    void everyTextIsShownAsItWasTyped() {
        Chromium.Person officers = chromium.signIn(officer);
        harmless(officers, "loket");
        clickAll(officers.page());
        harmless(officers, "antrean");
        harmless(officers, "antrean/penyelesaian");
        Chromium.Person admins = chromium.signIn(admin);
        harmless(admins, "antrean");
        clickAll(admins.page());
        harmless(admins, "antrean/peringatan");
        harmless(admins, "");
        Chromium.Person heads = chromium.signIn(head);
        harmless(heads, "antrean");
        harmless(heads, "antrean?instansi=UJIXSS");
        Chromium.Person desks = chromium.signIn(frontDesk);
        harmless(desks, "penerimaan");
        issue(desks.page());
    }

    /** Found by what was typed, put into a visit, printed. */
    private void issue(Page page) {
        Locator search = page.locator(".bl-finder input");
        assertThat(search).isFocused();
        page.keyboard().type("ZXA " + HOSTILE);
        harmless(page);
        search.fill("ZXA");
        page.keyboard().press("Enter");
        assertThat(page.locator(".bl-basket")).containsText("ZXA");
        page.getByLabel("Nama").first().fill(HOSTILE);
        page.keyboard().press("F2");
        assertThat(page.locator(".bl-visit")).containsText("ZXA-");
        harmless(page);
    }

    private void harmless(Chromium.Person person, String route) {
        person.open(route);
        assertThat(person.page().getByText("onerror=hacked").first()).isAttached();
        harmless(person.page());
    }

    /** Opens what opens at a click: menus and dialogs show texts, too. */
    private static void clickAll(Page page) {
        for (Locator button : page.locator(
                        "main button, main vaadin-button, [role=main] vaadin-button, .bl-avatar-button")
                .all()) {
            if (button.isVisible() && button.isEnabled()) {
                button.click(new Locator.ClickOptions().setForce(true).setNoWaitAfter(true));
                harmless(page);
                page.keyboard().press("Escape");
            }
        }
    }

    private static void harmless(Page page) {
        assertThat(page.evaluate("typeof window.hacked")).as(page.url()).isEqualTo("undefined");
        assertThat(page.locator("img[src=x]")).hasCount(0);
    }
}
