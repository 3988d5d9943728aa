package id.balairung.bench;

import id.balairung.agency.AgencyRegister;
import id.balairung.audit.AuditEvent;
import id.balairung.audit.AuditKind;
import id.balairung.audit.AuditTrail;
import id.balairung.audit.TrailVerification;
import id.balairung.common.TypedText;
import id.balairung.queue.PriorityClass;
import id.balairung.queue.TicketId;
import id.balairung.queue.Visitor;
import id.balairung.queue.Visitors;
import id.balairung.security.Role;
import id.balairung.security.StaffAccessChanged;
import id.balairung.security.StaffDisabled;
import id.balairung.security.StaffPrincipal;
import id.balairung.security.StaffSessionsEnded;
import id.balairung.staff.AccountAdministration;
import id.balairung.staff.AccountDetails;
import id.balairung.staff.AccountDraft;
import id.balairung.staff.InitialPassword;
import id.balairung.staff.NewStaff;
import id.balairung.staff.StaffAccounts;
import id.balairung.testing.Hall;
import id.balairung.testing.Sessions;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.aopalliance.intercept.MethodInterceptor;
import org.springframework.aop.framework.Advised;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The whole application in a process of its own, with an admin in it who acts as {@link AccessBench} asks, through the services
 * that the screens of administration call.
 */
class AccessServer {

    private static final long LOOK_MILLIS = 50;
    private static final int COUNTED_TOGETHER = 20;

    private final ConfigurableApplicationContext context;
    private final Hall hall;
    private final StaffPrincipal mallAdmin;
    private final Hall.TestAgency agency;
    private final Hall.TestAgency other;
    private final Hall.TestAgency suspended;
    private final TransactionTemplate transaction;
    private final AtomicBoolean recording = new AtomicBoolean(true);
    private int accounts;

    private AccessServer(ConfigurableApplicationContext context) {
        this.context = context;
        this.hall = context.getBean(Hall.class);
        this.mallAdmin = hall.staff(Role.MALL_ADMIN, Optional.empty());
        this.agency = hall.agency(1, 1);
        this.other = hall.agency(1, 0);
        this.suspended = hall.agency(1, 0);
        this.transaction = new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
        ((Advised) context.getBean(AuditTrail.class))
                .addAdvice(0, (MethodInterceptor) call -> recording.get() ? call.proceed() : null);
    }

    /** Starts the application and serves until its input ends. */
    public static void main(String[] args) throws IOException {
        try (ConfigurableApplicationContext context =
                WholeApplication.start("access", Hall.class, Sessions.class, Committed.class)) {
            Child.serve(WholeApplication.port(context), new AccessServer(context)::answer);
        }
    }

    private String answer(String question) {
        String[] words = question.split(" ");
        return switch (words[0]) {
            case "accounts" -> accounts(Integer.parseInt(words[1]), agency);
            case "disabled" -> disabled(Integer.parseInt(words[1]));
            case "suspended" -> suspended(Integer.parseInt(words[1]));
            case "pushed" -> String.valueOf(isPushed(words[1]));
            case "disable" ->
                committed(words[1], account -> administration().disable(account.id(), account.revision()));
            case "role" -> committed(words[1], account -> change(account, Role.AGENCY_ADMIN, agency));
            case "agency" -> committed(words[1], account -> change(account, Role.OFFICER, other));
            case "end" -> committed(words[1], account -> administration().endSessions(account.id()));
            case "reveal" -> inTurns(Integer.parseInt(words[1]), revealing());
            case "pause" -> inTurns(Integer.parseInt(words[1]), this::pauseAndReopen);
            case "row" -> String.valueOf(millis(Integer.parseInt(words[1]), this::recordAlone));
            case "seal" -> String.valueOf(sealedPerSecond(Integer.parseInt(words[1])));
            case "verify" -> verify();
            default -> throw new IllegalArgumentException(question);
        };
    }

    private String accounts(int count, Hall.TestAgency whose) {
        List<NewStaff> made = IntStream.range(0, count)
                .mapToObj(one -> new NewStaff(
                        "ukur%05d".formatted(++accounts), "Petugas Ukur", Role.OFFICER, Optional.of(whose.id()), false))
                .toList();
        hall.as(
                mallAdmin,
                () -> context.getBean(StaffAccounts.class).add(made, InitialPassword.lasting(Hall.PASSWORD)));
        return made.stream().map(NewStaff::username).collect(Collectors.joining(","));
    }

    private String disabled(int count) {
        String names = accounts(count, agency);
        for (String name : names.split(",")) {
            hall.asProven(mallAdmin, () -> {
                administration().disable(account(name).id(), account(name).revision());
                return name;
            });
        }
        return names;
    }

    private String suspended(int count) {
        String names = accounts(count, suspended);
        AgencyRegister register = context.getBean(AgencyRegister.class);
        hall.asProven(mallAdmin, () -> {
            register.all().stream()
                    .filter(one -> one.id().equals(suspended.id()))
                    .forEach(one -> register.suspend(one.id(), one.version()));
            return names;
        });
        return names;
    }

    /** Whether all screens of a session can be told something. */
    private boolean isPushed(String session) {
        AtomicBoolean pushed = new AtomicBoolean(true);
        context.getBean(Sessions.class)
                .screens(session)
                .forEach(screen -> screen.accessSynchronously(() -> {
                    if (!screen.getInternals().getPushConnection().isConnected()) {
                        pushed.set(false);
                    }
                }));
        return pushed.get();
    }

    private interface Act {
        void on(AccountDetails account);
    }

    /** When it was committed, as {@link System#nanoTime()} counts. */
    private String committed(String username, Act act) {
        hall.asProven(mallAdmin, () -> {
            act.on(account(username));
            return username;
        });
        return String.valueOf(context.getBean(Committed.class).moment());
    }

    private void change(AccountDetails account, Role role, Hall.TestAgency to) {
        administration()
                .change(
                        account.id(),
                        account.revision(),
                        new AccountDraft(
                                account.username(),
                                new TypedText(account.name()),
                                role,
                                Optional.of(to.id()),
                                false,
                                Set.of()));
    }

    private AccountAdministration administration() {
        return context.getBean(AccountAdministration.class);
    }

    private AccountDetails account(String username) {
        return hall.as(
                mallAdmin,
                () -> administration().accounts().stream()
                        .filter(account -> account.username().equals(username))
                        .findAny()
                        .orElseThrow());
    }

    private Runnable revealing() {
        TicketId ticket = hall.issue(
                        agency.service(),
                        PriorityClass.GENERAL,
                        new Visitor(Optional.of("Tamu Ukur"), Optional.of("0811 000 000")))
                .ticket()
                .id();
        Visitors visitors = context.getBean(Visitors.class);
        return () -> hall.as(agency.admin(), () -> visitors.reveal(ticket));
    }

    private void pauseAndReopen() {
        hall.pause(agency, agency.service(), "Alat rusak");
        hall.reopen(agency, agency.service());
    }

    private void recordAlone() {
        hall.as(agency.admin(), () -> {
            context.getBean(AuditTrail.class).recordAlone(event());
            return agency;
        });
    }

    private AuditEvent event() {
        return AuditEvent.of(AuditKind.REVEALED, agency.id(), agency.service().prefix() + "-001 2026-11-24");
    }

    /** The median milliseconds with and without recording, in small groups by turns. */
    private String inTurns(int times, Runnable act) {
        double[] with = new double[times];
        double[] without = new double[times];
        for (int at = 0; at < times; at += COUNTED_TOGETHER) {
            int until = Math.min(times, at + COUNTED_TOGETHER);
            for (int one = at; one < until; one++) {
                with[one] = millis(act);
            }
            recording.set(false);
            try {
                for (int one = at; one < until; one++) {
                    without[one] = millis(act);
                }
            } finally {
                recording.set(true);
            }
        }
        return middle(with) + " " + middle(without);
    }

    private static double millis(int times, Runnable act) {
        return middle(IntStream.range(0, times).mapToDouble(one -> millis(act)).toArray());
    }

    private static double millis(Runnable act) {
        long start = System.nanoTime();
        act.run();
        return (System.nanoTime() - start) / 1e6;
    }

    private static double middle(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    /** Commits so many rows at once and counts from the sealer's first look at them until the last one has its seal. */
    private double sealedPerSecond(int rows) {
        long before = seals();
        AuditTrail trail = context.getBean(AuditTrail.class);
        hall.as(agency.admin(), () -> {
            transaction.executeWithoutResult(status -> {
                for (int row = 0; row < rows; row++) {
                    trail.record(event());
                }
            });
            return rows;
        });
        long first = awaitSeals(before + 1);
        long start = System.nanoTime();
        awaitSeals(before + rows);
        return (before + rows - first) * 1e9 / (System.nanoTime() - start);
    }

    private long awaitSeals(long wanted) {
        long sealed = seals();
        while (sealed < wanted) {
            try {
                Thread.sleep(LOOK_MILLIS);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(stopped);
            }
            sealed = seals();
        }
        return sealed;
    }

    private long seals() {
        return context.getBean(JdbcClient.class)
                .sql("select count(*) from audit_seal")
                .query(Long.class)
                .single();
    }

    /** Milliseconds, and over how many events. */
    private String verify() {
        long walked = seals();
        TrailVerification verification = new TrailVerification(
                context.getBean(JdbcClient.class),
                Path.of(context.getEnvironment().getRequiredProperty("balairung.audit.heads-file")),
                context.getBean(Clock.class));
        AtomicBoolean untouched = new AtomicBoolean();
        double millis = millis(() -> untouched.set(
                verification.print(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))));
        if (!untouched.get()) {
            throw new IllegalStateException("The trail that nobody touched isn't untouched");
        }
        return millis + " " + walked;
    }

    /** Hears before anybody else that what ends sessions was committed. */
    static class Committed {

        private final AtomicLong moment = new AtomicLong();

        @Order(Ordered.HIGHEST_PRECEDENCE)
        @TransactionalEventListener({StaffDisabled.class, StaffAccessChanged.class, StaffSessionsEnded.class})
        void committed() {
            moment.set(System.nanoTime());
        }

        long moment() {
            return moment.get();
        }
    }
}
