package id.balairung.history;

import id.balairung.common.StoredMoment;
import id.balairung.queue.EndedTurn;
import id.balairung.queue.TicketId;
import id.balairung.tenancy.AgencyId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes the history's rows. */
@Component
class KeptTurns {

    private final JdbcClient jdbc;

    KeptTurns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The counter's number and the standard are those of this moment. A service that was rated, taken up again and finished once
     * more keeps its rating.
     *
     * @param zone the mall's: what was called after its service day is found in that day's last moment, for it counts there
     */
    void insert(AgencyId agency, EndedTurn turn, ZoneId zone) {
        LocalDateTime place = place(turn, zone);
        jdbc.sql("""
                        insert into history_turn (agency_id, at, ticket_id, turn, service_day, number_prefix, number_sequence,
                          service_id, counter_number, officer_id, priority_class, status, outcome, calls, queued_at,
                          last_called_at, serving_since, ended_at, held_millis, target_wait_seconds, target_service_seconds,
                          rating)
                        select s.agency_id, :at, :ticket, :turn, :day, :prefix, :sequence,
                          s.id, (select c.number from counter c where c.agency_id = :agency and c.id = :counter), :officer,
                          :class, :status, :outcome, :calls, :queued,
                          :called, :serving, :ended, :held, s.target_wait_minutes * 60, s.target_service_minutes * 60,
                          (select r.score from rating r
                            where r.agency_id = :agency and r.ticket_id = :ticket and :status = 'COMPLETED')
                        from service_offering s where s.agency_id = :agency and s.id = :service""")
                .param("agency", agency.toString())
                .param("at", place)
                .param("ticket", turn.ticket().value().toString())
                .param("turn", turn.turn())
                .param("day", turn.serviceDay().date())
                .param("prefix", turn.number().prefix())
                .param("sequence", turn.number().sequence())
                .param("service", turn.service().value().toString())
                .param(
                        "counter",
                        turn.counter()
                                .map(counter -> counter.value().toString())
                                .orElse(null))
                .param(
                        "officer",
                        turn.officer()
                                .map(officer -> officer.value().toString())
                                .orElse(null))
                .param("class", turn.priorityClass().name())
                .param("status", turn.status().name())
                .param("outcome", turn.outcome().map(Enum::name).orElse(null))
                .param("calls", turn.calls())
                .param("queued", StoredMoment.of(turn.queuedAt()))
                .param("called", turn.lastCalledAt().map(StoredMoment::of).orElse(null))
                .param("serving", turn.servingSince().map(StoredMoment::of).orElse(null))
                .param("ended", StoredMoment.of(turn.endedAt()))
                .param("held", turn.held().toMillis())
                .update();
        placeNotes(agency, turn.ticket(), turn.turn(), place);
    }

    private static LocalDateTime place(EndedTurn turn, ZoneId zone) {
        Instant moment = turn.lastCalledAt().orElse(turn.queuedAt());
        Instant last = TurnFigures.lastOf(turn.serviceDay().date(), zone);
        return StoredMoment.of(moment.isAfter(last) ? last : moment);
    }

    private void placeNotes(AgencyId agency, TicketId ticket, int turn, LocalDateTime place) {
        jdbc.sql("""
                        update history_note set turn_at = :place
                        where agency_id = :agency and ticket_id = :ticket and turn = :turn""")
                .param("place", place)
                .param("agency", agency.toString())
                .param("ticket", ticket.value().toString())
                .param("turn", turn)
                .update();
    }

    void correct(AgencyId agency, EndedTurn turn) {
        jdbc.sql("""
                        update history_turn set outcome = :outcome, ended_at = :ended, corrections = corrections + 1
                        where agency_id = :agency and ticket_id = :ticket and turn = :turn""")
                .param("outcome", turn.outcome().map(Enum::name).orElse(null))
                .param("ended", StoredMoment.of(turn.endedAt()))
                .param("agency", agency.toString())
                .param("ticket", turn.ticket().value().toString())
                .param("turn", turn.turn())
                .update();
    }

    void rate(AgencyId agency, TicketId ticket, int score) {
        jdbc.sql("""
                        update history_turn set rating = :score
                        where agency_id = :agency and ticket_id = :ticket and status = 'COMPLETED'""")
                .param("score", score)
                .param("agency", agency.toString())
                .param("ticket", ticket.value().toString())
                .update();
    }

    /**
     * A note of a turn that goes on again has no place until it ends.
     *
     * @return the service days of the turns that were there
     */
    List<LocalDate> delete(AgencyId agency, TicketId ticket, int from) {
        jdbc.sql(
                        "update history_note set turn_at = null where agency_id = :agency and ticket_id = :ticket and turn >= :from")
                .param("agency", agency.toString())
                .param("ticket", ticket.value().toString())
                .param("from", from)
                .update();
        return jdbc.sql("""
                        delete from history_turn where agency_id = :agency and ticket_id = :ticket and turn >= :from
                        returning service_day""")
                .param("agency", agency.toString())
                .param("ticket", ticket.value().toString())
                .param("from", from)
                .query(LocalDate.class)
                .list();
    }

    void note(AgencyId agency, TicketId ticket, int turn, long event, Instant at, String words) {
        jdbc.sql("""
                        insert into history_note (agency_id, at, event_id, ticket_id, turn, turn_at, words)
                        values (:agency, :at, :event, :ticket, :turn,
                          (select t.at from history_turn t where t.agency_id = :agency and t.ticket_id = :ticket and t.turn = :turn),
                          :words)""")
                .param("agency", agency.toString())
                .param("at", StoredMoment.of(at))
                .param("event", event)
                .param("ticket", ticket.value().toString())
                .param("turn", turn)
                .param("words", words)
                .update();
    }

    int eraseNotes(AgencyId agency, Instant from, Instant until, String erased) {
        return jdbc.sql("""
                        update history_note set words = :erased
                        where agency_id = :agency and at >= :from and at < :until and words <> :erased""")
                .param("erased", erased)
                .param("agency", agency.toString())
                .param("from", StoredMoment.of(from))
                .param("until", StoredMoment.of(until))
                .update();
    }
}
