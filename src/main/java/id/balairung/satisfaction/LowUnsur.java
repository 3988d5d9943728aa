package id.balairung.satisfaction;

import id.balairung.agency.CurrentMall;
import id.balairung.common.PacedJob;
import id.balairung.tenancy.AgencyId;
import id.balairung.tenancy.AllAgencies;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Opens a follow-up for each unsur of an agency that is below good in the month that goes on, once {@value #FEWEST} answered it; also
 * in the month before, as long as somebody may still answer for it. Once for each unsur and month, whichever node comes first.
 */
@Component
class LowUnsur extends PacedJob {

    /** Of fewer answers one may be the whole difference. */
    static final int FEWEST = 10;

    private final SatisfactionRows satisfaction;
    private final FollowUpRows rows;
    private final Questionnaires questionnaires;
    private final TimeLimits limits;
    private final CurrentMall mall;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Duration openFor;
    private final TransactionTemplate transaction;

    LowUnsur(
            SatisfactionRows satisfaction,
            FollowUpRows rows,
            Questionnaires questionnaires,
            TimeLimits limits,
            CurrentMall mall,
            ApplicationEventPublisher events,
            Clock clock,
            @Value("${balairung.satisfaction.open-for:7d}") Duration openFor,
            @Value("${balairung.satisfaction.low-unsur-pace:15m}") Duration pace,
            PlatformTransactionManager transactions) {
        super("low-unsur", pace, "Low unsur can't be followed up");
        this.satisfaction = satisfaction;
        this.rows = rows;
        this.questionnaires = questionnaires;
        this.limits = limits;
        this.mall = mall;
        this.events = events;
        this.clock = clock;
        this.openFor = openFor;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    protected void round() {
        if (mall.find().isEmpty()) {
            return;
        }
        LocalDate today = mall.today().date();
        Stream.of(today, today.minusDays(openFor.toDays()))
                .map(YearMonth::from)
                .distinct()
                .forEach(this::look);
    }

    private void look(YearMonth month) {
        List<Questionnaire> asked = questionnaires.all();
        Map<AgencyId, Responses> agencies = new HashMap<>();
        transaction
                .execute(status -> satisfaction.responses(AllAgencies.READ, month.atDay(1), month.atEndOfMonth()))
                .forEach((place, responses) -> agencies.merge(place.agency(), responses, Responses::plus));
        agencies.forEach((agency, responses) -> responses.unsur(asked).stream()
                .filter(LowUnsur::isLow)
                .forEach(found -> open(agency, found.unsur().code(), month)));
    }

    static boolean isLow(Responses.Found found) {
        return found.answers().count() >= FEWEST
                && found.ikm()
                        .filter(ikm -> ikm.value().compareTo(Mutu.B.least()) < 0)
                        .isPresent();
    }

    private void open(AgencyId agency, UnsurCode unsur, YearMonth month) {
        LocalDate due = limits.ofUnsur(mall.today().date());
        try {
            transaction.executeWithoutResult(status -> {
                if (!rows.isOpened(agency, unsur, month)) {
                    rows.openOfUnsur(agency, unsur, month, due, clock.instant());
                    events.publishEvent(new SatisfactionChanged(agency));
                }
            });
        } catch (DuplicateKeyException opened) {
            // Another node was there first.
        }
    }
}
