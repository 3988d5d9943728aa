package id.balairung.satisfaction;

import id.balairung.audit.AuditEvent;
import id.balairung.audit.AuditKind;
import id.balairung.audit.AuditTrail;
import id.balairung.common.BusinessRuleViolation;
import id.balairung.common.ClockMeter;
import id.balairung.counter.CounterAdministration;
import id.balairung.counter.CounterDetails;
import id.balairung.counter.CounterId;
import id.balairung.queue.RateableTicket;
import id.balairung.queue.RateableTickets;
import id.balairung.queue.TicketId;
import id.balairung.security.CurrentStaff;
import id.balairung.security.Role;
import id.balairung.security.StaffId;
import id.balairung.staff.StaffNames;
import id.balairung.tenancy.AgencyId;
import id.balairung.tenancy.AllAgencies;
import id.balairung.tenancy.TenantScope;
import io.github.bucket4j.Bucket;
import jakarta.annotation.security.RolesAllowed;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The rating pads: tablets at the counters, on which visitors rate what was just finished there. An admin pairs one with a counter by
 * a code; from then on it shows a secret of its own, and by that it may rate the tickets that its counter finished a moment ago, and
 * nothing else.
 */
@Service
public class RatingPads {

    /** How long a code may be typed in. */
    public static final Duration CODE_HOLDS = Duration.ofMinutes(10);

    /** How long after a service was finished its pad asks for it. */
    static final Duration ASKS_FOR = Duration.ofMinutes(2);

    /** How long what was begun on the pad may take. */
    private static final Duration TAKES = Duration.ofMinutes(15);

    /** When a pad was heard of last is kept so exactly. */
    private static final Duration SEEN_EXACT = Duration.ofSeconds(30);

    private static final int CODES = 100_000_000;
    private static final int SECRET_BYTES = 32;

    /**
     * How many wrong codes may be typed at once, everywhere together, and again within {@link #CODE_HOLDS}: while a code holds at most
     * 2,000 of the 100,000,000 are tried, so that a guesser who uses all of them finds it once in 50,000 times. Each network may try
     * few; it takes a hundred of them together to stop the pairing of pads, and then it goes on by one code in 0.6 s.
     */
    static final int WRONG_CODES = 1_000;

    private final PadRows rows;
    private final PadFeed feed;
    private final Ratings ratings;
    private final RateableTickets tickets;
    private final CounterAdministration counters;
    private final CurrentStaff currentStaff;
    private final StaffNames names;
    private final AuditTrail trail;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final Bucket wrongCodes;
    private final SecureRandom random = new SecureRandom();

    RatingPads(
            PadRows rows,
            PadFeed feed,
            Ratings ratings,
            RateableTickets tickets,
            CounterAdministration counters,
            CurrentStaff currentStaff,
            StaffNames names,
            AuditTrail trail,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.rows = rows;
        this.feed = feed;
        this.ratings = ratings;
        this.tickets = tickets;
        this.counters = counters;
        this.currentStaff = currentStaff;
        this.names = names;
        this.trail = trail;
        this.clock = clock;
        this.wrongCodes = Bucket.builder()
                .withCustomTimePrecision(new ClockMeter(clock))
                .addLimit(limit -> limit.capacity(WRONG_CODES).refillGreedy(WRONG_CODES, CODE_HOLDS))
                .build();
        this.transaction = new TransactionTemplate(transactions);
    }

    /** The counters of one's agency that are in use, by number, and their pads. */
    @RolesAllowed(Role.AGENCY_ADMIN_ROLE)
    public List<PadStatus> pads() {
        AgencyId agency = currentStaff.requireAgency();
        Map<CounterId, PadRows.Pairing> pads = transaction.execute(status -> rows.of(agency));
        Map<StaffId, String> makers = transaction.execute(status -> names.of(
                pads.values().stream().map(PadRows.Pairing::by).distinct().toList()));
        return counters.counters().stream()
                .filter(counter -> counter.enabled() || pads.containsKey(counter.id()))
                .map(counter -> status(counter, Optional.ofNullable(pads.get(counter.id())), makers))
                .toList();
    }

    private PadStatus status(CounterDetails counter, Optional<PadRows.Pairing> pairing, Map<StaffId, String> makers) {
        return new PadStatus(
                counter.id(),
                counter.number(),
                counter.label(),
                pairing.map(PadRows.Pairing::at),
                pairing.map(paired -> makers.getOrDefault(paired.by(), "")),
                pairing.flatMap(PadRows.Pairing::seenAt),
                pairing.isPresent() && feed.isLive(counter.id()));
    }

    /**
     * Follows the pads of one's agency.
     *
     * @param changed is told, on another thread, when one came, went, was paired or parted, and four times a minute unasked
     * @return to be closed when nobody looks any more
     */
    @RolesAllowed(Role.AGENCY_ADMIN_ROLE)
    public PadWatch follow(Runnable changed) {
        return feed.follow(currentStaff.requireAgency(), changed);
    }

    /**
     * Makes a code that pairs a pad with a counter of one's agency, in the place of an earlier one.
     *
     * @param counter the counter
     * @throws BusinessRuleViolation when one's agency has no such counter
     */
    @RolesAllowed(Role.AGENCY_ADMIN_ROLE)
    public PairingCode code(CounterId counter) {
        requireOwn(counter);
        AgencyId agency = currentStaff.requireAgency();
        PairingCode code = new PairingCode(
                "%08d".formatted(random.nextInt(CODES)), clock.instant().plus(CODE_HOLDS));
        transaction.executeWithoutResult(status -> rows.offer(
                agency, counter, digest(code.digits()), currentStaff.require().id(), code.expiresAt()));
        return code;
    }

    /**
     * Parts a pad from its counter of one's agency: it asks for a code again.
     *
     * @param counter the counter
     * @throws BusinessRuleViolation when one's agency has no such counter
     */
    @RolesAllowed(Role.AGENCY_ADMIN_ROLE)
    public void unpair(CounterId counter) {
        int number = requireOwn(counter).number();
        AgencyId agency = currentStaff.requireAgency();
        boolean parted = transaction.execute(status -> {
            boolean was = rows.unpair(agency, counter);
            if (was) {
                trail.record(AuditEvent.of(AuditKind.PAD_UNPAIRED, agency, subject(number)));
            }
            return was;
        });
        if (parted) {
            feed.paired(agency);
        }
    }

    /** Stays as it was said, whatever language the trail is read in. */
    private static String subject(int counter) {
        return "Loket " + counter;
    }

    private CounterDetails requireOwn(CounterId counter) {
        return counters.counters().stream()
                .filter(own -> own.id().equals(counter))
                .findFirst()
                .orElseThrow(() -> new BusinessRuleViolation("counter.refused.no-such-counter"));
    }

    /**
     * Pairs the pad on which a code was typed. Wrong codes count together, wherever they are typed: of the hundred million that there
     * are no more than two thousand are tried while one holds.
     *
     * @param typed what was typed; spaces don't matter
     */
    public PairingResult pair(String typed) {
        String digits = typed.replaceAll("\\s", "");
        if (!digits.matches("\\d{8}")) {
            return new PairingResult.Wrong();
        }
        if (!wrongCodes.tryConsume(1)) {
            return new PairingResult.Paused();
        }
        String secret = secret();
        Optional<Pad> paired = transaction
                .execute(status -> rows.offeredBy(AllAgencies.READ, digest(digits), clock.instant()))
                .flatMap(agency ->
                        TenantScope.in(agency, () -> transaction.execute(status -> redeem(agency, digits, secret))));
        paired.ifPresent(pad -> {
            wrongCodes.addTokens(1);
            feed.paired(pad.agency());
        });
        return paired.<PairingResult>map(pad -> new PairingResult.Paired(secret))
                .orElseGet(PairingResult.Wrong::new);
    }

    private Optional<Pad> redeem(AgencyId agency, String digits, String secret) {
        Instant now = clock.instant();
        Optional<PadRows.Redeemed> redeemed = rows.redeem(agency, digest(digits), now);
        redeemed.ifPresent(code -> {
            rows.pair(agency, code.counter(), digest(secret), code.madeBy(), now);
            String maker = names.of(List.of(code.madeBy())).getOrDefault(code.madeBy(), "");
            trail.record(AuditEvent.of(AuditKind.PAD_PAIRED, agency, subject(code.number()))
                    .with("codeMadeBy", maker));
        });
        return redeemed.map(code -> new Pad(agency, code.counter()));
    }

    private String secret() {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The pad that shows this secret; empty when it was parted from its counter. */
    public Optional<Pad> pad(String secret) {
        if (secret.isEmpty()) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        return transaction.execute(status -> {
            Optional<Pad> found = rows.find(AllAgencies.READ, digest(secret));
            found.ifPresent(pad -> rows.seen(pad.agency(), pad.counter(), now, now.minus(SEEN_EXACT)));
            return found;
        });
    }

    /**
     * What a pad should show now: it asks for the ticket that its counter finished a moment ago, unless somebody rated it already or
     * the next person is being served.
     *
     * @param secret the pad's
     */
    public PadNow now(String secret) {
        return pad(secret)
                .map(pad -> asked(pad).<PadNow>map(PadNow.Asks::new).orElseGet(PadNow.Asleep::new))
                .orElseGet(PadNow.Parted::new);
    }

    private Optional<TicketId> asked(Pad pad) {
        return TenantScope.in(pad.agency(), () -> tickets.lastFinished(pad.agency(), pad.counter()))
                .filter(ticket -> clock.instant()
                        .isBefore(ticket.finishedAt().orElseThrow().plus(ASKS_FOR)))
                .filter(ticket -> ratings.invitation(ticket) instanceof Invitation.ToRate)
                .map(RateableTicket::ticket);
    }

    /**
     * Follows what a pad should show.
     *
     * @param secret the pad's
     * @param told gets it at once, whenever its agency's queue moved and every 15 s
     * @param over is run when nothing more is told: the pad was parted, or two others follow its counter since
     * @return to be closed when the pad is gone; empty when it isn't paired
     */
    public Optional<PadWatch> watch(String secret, Consumer<PadNow> told, Runnable over) {
        return pad(secret).map(pad -> feed.listen(new PadFeed.Listener(pad, secret, () -> now(secret), told, over)));
    }

    /**
     * Where whoever stands at the pad stands with a ticket.
     *
     * @param pad the pad
     * @param ticket one that it asked for
     */
    public Invitation invitation(Pad pad, TicketId ticket) {
        return begun(pad, ticket, ratings::invitation);
    }

    /**
     * Gives the quick rating on a pad.
     *
     * @param pad the pad
     * @param ticket one that it asked for
     * @param score from 1 to 4
     * @param comment as it was typed
     * @return where the person stands after that
     */
    public Invitation rate(Pad pad, TicketId ticket, int score, String comment) {
        return begun(pad, ticket, found -> ratings.rate(found, Channel.PAD, score, comment));
    }

    /**
     * Fills in the SKM form on a pad.
     *
     * @param pad the pad
     * @param ticket one that it asked for
     * @param form what was answered
     * @return where the person stands after that
     */
    public Invitation fillIn(Pad pad, TicketId ticket, SkmForm form) {
        return begun(pad, ticket, found -> ratings.fillIn(found, Channel.PAD, form));
    }

    private Invitation begun(Pad pad, TicketId ticket, Function<RateableTicket, Invitation> act) {
        return TenantScope.in(pad.agency(), () -> tickets.finishedAt(pad.agency(), pad.counter(), ticket))
                .filter(found -> clock.instant()
                        .isBefore(found.finishedAt().orElseThrow().plus(TAKES)))
                .map(act)
                .orElseGet(Invitation.Nobody::new);
    }

    /** Eight digits could be tried out against a table of digests within seconds; they hold for minutes, and once. */
    private static String digest(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every Java", e);
        }
    }
}
