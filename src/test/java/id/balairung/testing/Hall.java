package id.balairung.testing;

import com.vaadin.flow.server.VaadinSession;
import id.balairung.agency.AgencyAdministration;
import id.balairung.agency.CurrentMall;
import id.balairung.agency.DayHours;
import id.balairung.agency.MallRules;
import id.balairung.agency.NewService;
import id.balairung.agency.ServiceCatalogue;
import id.balairung.agency.ServiceSummary;
import id.balairung.counter.CounterAdministration;
import id.balairung.counter.CounterDesk;
import id.balairung.counter.CounterId;
import id.balairung.queue.CommandId;
import id.balairung.queue.IssuedTicket;
import id.balairung.queue.PriorityClass;
import id.balairung.queue.TicketDesk;
import id.balairung.queue.VisitId;
import id.balairung.queue.Visitor;
import id.balairung.security.Reauthentication;
import id.balairung.security.Role;
import id.balairung.security.StaffId;
import id.balairung.security.StaffPrincipal;
import id.balairung.staff.AccountAdministration;
import id.balairung.staff.InitialPassword;
import id.balairung.staff.NewStaff;
import id.balairung.staff.StaffAccounts;
import id.balairung.tenancy.AgencyId;
import jakarta.servlet.http.HttpSession;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** A mall for tests: agencies of one's own, with services, counters and officers, made through the real services. */
public class Hall {

    private static final String FIRST_LETTERS = "BCDEFGHIJKMNOPQRTUVW";
    private static final int ALPHABET = 26;

    /** What every account of the test mall signs in with. */
    public static final String PASSWORD = "kata-sandi-untuk-uji";

    private final CurrentMall mall;
    private final AgencyAdministration agencies;
    private final ServiceCatalogue catalogue;
    private final CounterAdministration counters;
    private final CounterDesk counterDesk;
    private final StaffAccounts accounts;
    private final AccountAdministration administration;
    private final TicketDesk tickets;
    private final Reauthentication reauthentication;
    private final AtomicInteger agencyNumber = new AtomicInteger();
    private final AtomicInteger counterNumber = new AtomicInteger(100);
    /** All of one length: no name is the beginning of another. */
    private final AtomicInteger staffNumber = new AtomicInteger(10_000);

    private @Nullable StaffPrincipal issuing;

    Hall(
            CurrentMall mall,
            AgencyAdministration agencies,
            ServiceCatalogue catalogue,
            CounterAdministration counters,
            CounterDesk counterDesk,
            StaffAccounts accounts,
            AccountAdministration administration,
            TicketDesk tickets,
            Reauthentication reauthentication) {
        this.mall = mall;
        this.agencies = agencies;
        this.catalogue = catalogue;
        this.counters = counters;
        this.counterDesk = counterDesk;
        this.accounts = accounts;
        this.administration = administration;
        this.tickets = tickets;
        this.reauthentication = reauthentication;
    }

    /** An agency of a test, open all day on every day. */
    public record TestAgency(
            AgencyId id,
            String name,
            List<ServiceSummary> services,
            List<CounterId> counters,
            List<StaffPrincipal> officers,
            StaffPrincipal admin) {

        /** Its first service. */
        public ServiceSummary service() {
            return services.getFirst();
        }

        /** Its first officer. */
        public StaffPrincipal officer() {
            return officers.getFirst();
        }
    }

    /**
     * Makes an agency whose counters all serve all its services.
     *
     * @param services how many services, each with a target wait of 20 and a target service time of 15 minutes
     * @param desks how many counters, and as many officers, who may call out of turn
     */
    public synchronized TestAgency agency(int services, int desks) {
        establish();
        String letters = letters(agencyNumber.getAndIncrement());
        String name = "Instansi Uji " + letters;
        AgencyId id = as(
                mallAdmin(),
                () -> agencies.register(
                        "UJI" + letters,
                        letters,
                        name,
                        IntStream.range(0, services)
                                .mapToObj(index -> new NewService(
                                        String.valueOf((char) ('A' + index)),
                                        "Layanan " + letters + (char) ('A' + index),
                                        "Service " + letters + (char) ('A' + index),
                                        Duration.ofMinutes(20),
                                        Duration.ofMinutes(15)))
                                .toList(),
                        Arrays.stream(DayOfWeek.values())
                                .collect(Collectors.toMap(
                                        Function.identity(),
                                        day -> new DayHours(LocalTime.MIN, LocalTime.of(23, 59))))));
        List<ServiceSummary> offered = catalogue.servicesOf(id);
        List<CounterId> numbered = new ArrayList<>();
        List<StaffPrincipal> officers = new ArrayList<>();
        for (int desk = 0; desk < desks; desk++) {
            numbered.add(as(
                    mallAdmin(),
                    () -> counters.add(
                            id,
                            counterNumber.incrementAndGet(),
                            offered.stream().map(ServiceSummary::id).toList())));
            officers.add(staff(Role.OFFICER, Optional.of(id)));
        }
        return new TestAgency(id, name, offered, numbered, officers, staff(Role.AGENCY_ADMIN, Optional.of(id)));
    }

    /** Makes an account; its password is {@link #PASSWORD}. */
    public synchronized StaffPrincipal staff(Role role, Optional<AgencyId> agency) {
        return staff(role, agency, true);
    }

    private StaffPrincipal staff(Role role, Optional<AgencyId> agency, boolean mayChooseTicket) {
        establish();
        String username = role.name().toLowerCase(Locale.ROOT).replace('_', '.') + staffNumber.incrementAndGet();
        as(
                mallAdmin(),
                () -> accounts.add(
                        List.of(new NewStaff(username, "Petugas " + username, role, agency, mayChooseTicket)),
                        InitialPassword.lasting(PASSWORD)));
        return (StaffPrincipal) accounts.loadUserByUsername(username);
    }

    /**
     * Makes an account of the mall's whose owner has never signed in.
     *
     * @param password what an admin told them
     * @param secondFactor whether they have to set a second factor up
     */
    public synchronized StaffPrincipal newcomer(InitialPassword password, boolean secondFactor) {
        establish();
        String username = "orang.baru" + staffNumber.incrementAndGet();
        StaffId newcomer = as(
                mallAdmin(),
                () -> accounts.add(
                                List.of(new NewStaff(
                                        username, "Orang Baru " + username, Role.MALL_HEAD, Optional.empty(), false)),
                                password)
                        .get(username));
        if (secondFactor) {
            asProven(staff(Role.MALL_ADMIN, Optional.empty()), () -> {
                administration.requireSecondFactor(newcomer);
                return newcomer;
            });
        }
        return (StaffPrincipal) accounts.loadUserByUsername(username);
    }

    /** An officer who calls whose turn it is, and may not choose. */
    public synchronized StaffPrincipal officerWhoMayNotChoose(TestAgency agency) {
        return staff(Role.OFFICER, Optional.of(agency.id()), false);
    }

    /** A mall admin disables an account. */
    public void disable(StaffPrincipal staff) {
        asProven(staff(Role.MALL_ADMIN, Optional.empty()), () -> {
            administration.accounts().stream()
                    .filter(account -> account.id().equals(staff.id()))
                    .forEach(account -> administration.disable(account.id(), account.revision()));
            return staff;
        });
    }

    /** The front desk of the mall. */
    public StaffPrincipal frontDesk() {
        return staff(Role.FRONT_DESK, Optional.empty());
    }

    /** Opens an agency's counter for its officer with all its services. */
    public void open(TestAgency agency, int desk) {
        open(agency, desk, agency.officers().get(desk));
    }

    /** Opens an agency's counter for one of its officers with all its services. */
    public void open(TestAgency agency, int desk, StaffPrincipal officer) {
        as(
                officer,
                () -> counterDesk.open(
                        agency.counters().get(desk),
                        agency.services().stream().map(ServiceSummary::id).toList()));
    }

    /** Issues a number of an agency's first service to somebody who told nothing. */
    public IssuedTicket issue(TestAgency agency) {
        return issue(agency.service(), PriorityClass.GENERAL, Visitor.unnamed());
    }

    /** Issues a number in a visit of its own, as a front desk does. */
    public IssuedTicket issue(ServiceSummary service, PriorityClass priorityClass, Visitor visitor) {
        return as(
                issuing(),
                () -> tickets.issue(CommandId.next(), VisitId.next(), true, service.id(), priorityClass, visitor));
    }

    /** An agency's admin lets a service take nobody for a while. */
    public void pause(TestAgency agency, ServiceSummary service, String reason) {
        as(agency.admin(), () -> {
            agencies.pause(service.id(), reason, Optional.empty());
            return service;
        });
    }

    /** An agency's admin ends a service's pause. */
    public void reopen(TestAgency agency, ServiceSummary service) {
        as(agency.admin(), () -> {
            agencies.reopen(service.id());
            return service;
        });
    }

    /** Does something as a signed-in person. */
    public <T> T as(StaffPrincipal staff, Callable<T> work) {
        SecurityContext before = SecurityContextHolder.getContext();
        try {
            SecurityContext context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(
                    UsernamePasswordAuthenticationToken.authenticated(staff, null, staff.getAuthorities()));
            SecurityContextHolder.setContext(context);
            return work.call();
        } catch (RuntimeException refused) {
            throw refused;
        } catch (Exception unexpected) {
            throw new IllegalStateException(unexpected);
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }

    /** Does something as a signed-in person who has just typed their password, in a session of its own. */
    public <T> T asProven(StaffPrincipal staff, Callable<T> work) {
        return in(new MockHttpSession(), staff, () -> {
            reauthentication.confirm(PASSWORD, "");
            return work.call();
        });
    }

    /** Does something as a signed-in person within a session. */
    public <T> T in(HttpSession session, StaffPrincipal staff, Callable<T> work) {
        RequestAttributes before = RequestContextHolder.getRequestAttributes();
        VaadinSession screen = VaadinSession.getCurrent();
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setSession(session);
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
        // A screen that a test has open is somebody's own session.
        VaadinSession.setCurrent(null);
        try {
            return as(staff, work);
        } finally {
            VaadinSession.setCurrent(screen);
            RequestContextHolder.setRequestAttributes(before);
        }
    }

    /** The mall's rules for tests: the standard ones. */
    public synchronized void establish() {
        if (mall.find().isEmpty()) {
            MallRules standard = MallRules.standard("Mal Pelayanan Publik Uji", ZoneId.of("Asia/Makassar"));
            as(mallAdmin(), () -> {
                mall.establish(standard);
                return standard;
            });
        }
    }

    private synchronized StaffPrincipal issuing() {
        if (issuing == null) {
            issuing = frontDesk();
        }
        return issuing;
    }

    private static StaffPrincipal mallAdmin() {
        return new StaffPrincipal(StaffId.next(), "pendiri", "Pendiri", "", Role.MALL_ADMIN, null, true, false);
    }

    /**
     * Two letters for each agency, never a single one: the demonstration mall has those. Never with an A first: a word
     * that is shown everywhere, as in "layANAn", would be found by such a prefix. Nor with an L or S: "Layanan BA" and
     * "Service BA" are found by their initials. Nor with an X, Y or Z, which tests give to agencies of their own.
     */
    private static String letters(int number) {
        if (number >= FIRST_LETTERS.length() * ALPHABET) {
            throw new IllegalStateException(
                    "No letters are left for another agency: the suite needs a further part in pom.xml");
        }
        return "" + FIRST_LETTERS.charAt(number / ALPHABET) + (char) ('A' + number % ALPHABET);
    }
}
