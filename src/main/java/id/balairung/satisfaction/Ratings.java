package id.balairung.satisfaction;

import id.balairung.agency.CurrentMall;
import id.balairung.agency.ServiceCatalogue;
import id.balairung.common.TypedText;
import id.balairung.history.RatedTurns;
import id.balairung.queue.PublicToken;
import id.balairung.queue.RateableTicket;
import id.balairung.queue.RateableTickets;
import id.balairung.queue.TicketStatus;
import id.balairung.tenancy.TenantScope;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What visitors say of a finished service, by their slip's token and without signing in. Whoever has the token learns where it
 * stands and may say something once; nobody learns anything of the visitor or of what was said.
 */
@Service
public class Ratings {

    /** Of a comment, in characters. */
    public static final int LONGEST_COMMENT = 500;

    private final RateableTickets tickets;
    private final ServiceCatalogue catalogue;
    private final Questionnaires questionnaires;
    private final RatingRows rows;
    private final RatedTurns turns;
    private final RatingTasks tasks;
    private final CurrentMall mall;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Duration openFor;
    private final TransactionTemplate transaction;

    Ratings(
            RateableTickets tickets,
            ServiceCatalogue catalogue,
            Questionnaires questionnaires,
            RatingRows rows,
            RatedTurns turns,
            RatingTasks tasks,
            CurrentMall mall,
            ApplicationEventPublisher events,
            Clock clock,
            @Value("${balairung.satisfaction.open-for:7d}") Duration openFor,
            PlatformTransactionManager transactions) {
        this.tickets = tickets;
        this.catalogue = catalogue;
        this.questionnaires = questionnaires;
        this.rows = rows;
        this.turns = turns;
        this.tasks = tasks;
        this.mall = mall;
        this.events = events;
        this.clock = clock;
        this.openFor = openFor;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Where somebody stands who came with a token.
     *
     * @param token as it came
     */
    public Invitation invitation(String token) {
        // All in one transaction: whoever comes to rate comes here first.
        return PublicToken.read(token)
                .map(read -> transaction.<Invitation>execute(
                        status -> tickets.of(read).map(this::invitation).orElseGet(Invitation.Nobody::new)))
                .orElseGet(Invitation.Nobody::new);
    }

    /**
     * Gives the quick rating.
     *
     * @param token as it came
     * @param score from 1 to 4
     * @param comment as it was typed; what can't be printed is taken out of it, and what is too long cut
     * @return where the person stands after that; when the service can't be rated, or was already, nothing has changed
     * @throws IllegalArgumentException when there is no such score
     */
    public Invitation rate(String token, int score, String comment) {
        return PublicToken.read(token)
                .flatMap(tickets::of)
                .map(ticket -> rate(ticket, Channel.LINK, score, comment))
                .orElseGet(Invitation.Nobody::new);
    }

    /**
     * Fills in the SKM form of a service that was rated.
     *
     * @param token as it came
     * @param form what was answered; at least one unsur
     * @return where the person stands after that
     * @throws IllegalArgumentException when something was answered that isn't asked, or nothing at all
     */
    public Invitation fillIn(String token, SkmForm form) {
        return PublicToken.read(token)
                .flatMap(tickets::of)
                .map(ticket -> fillIn(ticket, Channel.LINK, form))
                .orElseGet(Invitation.Nobody::new);
    }

    Invitation invitation(RateableTicket ticket) {
        if (ticket.finishedAt().isEmpty()) {
            return new Invitation.NotServed(ticket.status() == TicketStatus.ABANDONED
                    || ticket.serviceDay().compareTo(mall.today()) < 0);
        }
        RatingRows.Said said = transaction.execute(status -> rows.of(ticket.agency(), ticket.ticket()));
        if (said.filledIn()) {
            return new Invitation.Complete();
        }
        if (!isOpen(ticket)) {
            return new Invitation.Expired();
        }
        return said.rated()
                ? toFillIn(ticket)
                : new Invitation.ToRate(catalogue.service(ticket.service()), ticket.serviceDay());
    }

    private boolean isOpen(RateableTicket ticket) {
        return ticket.finishedAt()
                .filter(finished -> !clock.instant().isAfter(finished.plus(openFor)))
                .isPresent();
    }

    private Invitation toFillIn(RateableTicket ticket) {
        return new Invitation.ToFillIn(
                catalogue.service(ticket.service()),
                ticket.serviceDay(),
                questionnaires.of(ticket.serviceDay().date()));
    }

    Invitation rate(RateableTicket ticket, Channel channel, int score, String comment) {
        if (score < 1 || score > Unsur.ANSWERS) {
            throw new IllegalArgumentException("No score: " + score);
        }
        Instant at = clock.instant();
        // Whether somebody rated it already the database says as it writes: hundreds come in a second.
        boolean kept = isOpen(ticket)
                && once(ticket, () -> {
                    rows.rate(ticket.agency(), ticket, hour(ticket), channel, score, readable(comment), at);
                    turns.rated(ticket.agency(), ticket.ticket(), score);
                    tasks.rated(ticket.agency(), ticket.ticket(), score, at);
                });
        return kept ? toFillIn(ticket) : invitation(ticket);
    }

    Invitation fillIn(RateableTicket ticket, Channel channel, SkmForm form) {
        Invitation before = invitation(ticket);
        if (!(before instanceof Invitation.ToFillIn open)) {
            return before;
        }
        check(form, open.form());
        int version = open.form().version();
        TimeBand band = TimeBand.of(hour(ticket));
        Instant at = clock.instant();
        once(ticket, () -> rows.respond(ticket.agency(), ticket, band, channel, version, form, at));
        return new Invitation.Complete();
    }

    /** Two that come at once are one: the other's transaction finds the first's row and leaves nothing, and this is false. */
    private boolean once(RateableTicket ticket, Runnable write) {
        try {
            TenantScope.in(
                    ticket.agency(),
                    () -> transaction.execute(status -> {
                        write.run();
                        events.publishEvent(new SatisfactionChanged(ticket.agency()));
                        return status;
                    }));
            return true;
        } catch (DuplicateKeyException already) {
            return false;
        }
    }

    private static void check(SkmForm form, Questionnaire asked) {
        boolean sound = !form.answers().isEmpty()
                && asked.weights().keySet().containsAll(form.answers().keySet())
                && form.answers().values().stream().allMatch(answer -> answer >= 1 && answer <= Unsur.ANSWERS);
        if (!sound) {
            throw new IllegalArgumentException("Answers to what isn't asked");
        }
    }

    private int hour(RateableTicket ticket) {
        ZoneId zone = mall.rules().zone();
        return ticket.finishedAt().orElseThrow().atZone(zone).getHour();
    }

    private static Optional<String> readable(String comment) {
        String clean = new TypedText(comment).readable();
        int end = Math.min(clean.length(), LONGEST_COMMENT);
        String cut = clean.substring(0, end > 0 && Character.isHighSurrogate(clean.charAt(end - 1)) ? end - 1 : end);
        return Optional.of(cut.strip()).filter(words -> !words.isEmpty());
    }
}
