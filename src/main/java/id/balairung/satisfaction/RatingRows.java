package id.balairung.satisfaction;

import id.balairung.common.StoredMoment;
import id.balairung.queue.RateableTicket;
import id.balairung.queue.TicketId;
import id.balairung.tenancy.AgencyId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes what was said, once for each ticket: a unique key refuses the second, whoever comes at the same moment. */
@Component
class RatingRows {

    private final JdbcClient jdbc;

    RatingRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What was said of a ticket so far. */
    record Said(boolean rated, boolean filledIn) {}

    Said of(AgencyId agency, TicketId ticket) {
        return jdbc.sql("""
                        select exists (select 1 from rating where agency_id = :agency and ticket_id = :ticket) as rated,
                          exists (select 1 from skm_response where agency_id = :agency and ticket_id = :ticket) as filled_in""")
                .param("agency", agency.toString())
                .param("ticket", ticket.value().toString())
                .query((row, number) -> new Said(row.getBoolean("rated"), row.getBoolean("filled_in")))
                .single();
    }

    /**
     * Keeps a rating.
     *
     * @throws DuplicateKeyException when the ticket has one
     */
    void rate(
            AgencyId agency,
            RateableTicket ticket,
            int hour,
            Channel channel,
            int score,
            Optional<String> comment,
            Instant at) {
        jdbc.sql("""
                        insert into rating (agency_id, ticket_id, service_id, service_day, hour, wait_millis, given_at, channel,
                          score, comment)
                        values (:agency, :ticket, :service, :day, :hour, :wait, :at, :channel, :score, :comment)""")
                .param("agency", agency.toString())
                .param("ticket", ticket.ticket().value().toString())
                .param("service", ticket.service().value().toString())
                .param("day", ticket.serviceDay().date())
                .param("hour", hour)
                .param("wait", ticket.waitingTime().map(Duration::toMillis).orElse(null))
                .param("at", StoredMoment.of(at))
                .param("channel", channel.name())
                .param("score", score)
                .param("comment", comment.orElse(null))
                .update();
    }

    /**
     * Keeps an SKM response.
     *
     * @throws DuplicateKeyException when the ticket has one
     */
    void respond(
            AgencyId agency,
            RateableTicket ticket,
            TimeBand band,
            Channel channel,
            int version,
            SkmForm form,
            Instant at) {
        jdbc.sql("""
                        insert into skm_response (agency_id, ticket_id, service_id, service_day, version, answered_at, channel,
                          time_band, sex, age, education, occupation)
                        values (:agency, :ticket, :service, :day, :version, :at, :channel, :band, :sex, :age, :education,
                          :occupation)""")
                .param("agency", agency.toString())
                .param("ticket", ticket.ticket().value().toString())
                .param("service", ticket.service().value().toString())
                .param("day", ticket.serviceDay().date())
                .param("version", version)
                .param("at", StoredMoment.of(at))
                .param("channel", channel.name())
                .param("band", band.name())
                .param("sex", name(form.respondent().sex()))
                .param("age", name(form.respondent().age()))
                .param("education", name(form.respondent().education()))
                .param("occupation", name(form.respondent().occupation()))
                .update();
        form.answers()
                .forEach((code, answer) -> jdbc.sql("""
                        insert into skm_answer (agency_id, response_id, code, service_day, service_id, version, answer)
                        select agency_id, id, :code, service_day, service_id, version, :answer
                        from skm_response where agency_id = :agency and ticket_id = :ticket""")
                        .param("code", code.value())
                        .param("answer", answer)
                        .param("agency", agency.toString())
                        .param("ticket", ticket.ticket().value().toString())
                        .update());
    }

    private static @org.jspecify.annotations.Nullable String name(Optional<? extends Enum<?>> told) {
        return told.<String>map(Enum::name).orElse(null);
    }
}
