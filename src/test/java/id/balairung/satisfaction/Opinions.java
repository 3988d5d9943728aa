package id.balairung.satisfaction;

import id.balairung.agency.ServiceSummary;
import id.balairung.queue.IssuedTicket;
import id.balairung.queue.PriorityClass;
import id.balairung.queue.RateableTicket;
import id.balairung.queue.TicketStatus;
import id.balairung.queue.Visitor;
import id.balairung.testing.Hall;
import id.balairung.testing.TestClock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What visitors of a test say of a service that is given now. */
record Opinions(Hall hall, Ratings ratings, Questionnaires questionnaires, TestClock clock) {

    static final ZoneId ZONE = ZoneId.of("Asia/Makassar");

    /** Sets the clock to ten o'clock of that day in the mall. */
    void on(LocalDate day) {
        clock.set(day.atTime(10, 0).atZone(ZONE).toInstant());
    }

    /** A ticket whose service was finished this moment. */
    RateableTicket served(ServiceSummary service) {
        IssuedTicket issued = hall.issue(service, PriorityClass.GENERAL, Visitor.unnamed());
        return new RateableTicket(
                service.agency(),
                issued.ticket().id(),
                service.id(),
                issued.ticket().serviceDay(),
                TicketStatus.COMPLETED,
                Optional.empty(),
                Optional.of(clock.instant()),
                Optional.of(Duration.ofMinutes(7)));
    }

    RateableTicket rated(ServiceSummary service, int score, String comment) {
        RateableTicket ticket = served(service);
        ratings.rate(ticket, Channel.LINK, score, comment);
        return ticket;
    }

    void rated(ServiceSummary service, int times, int score) {
        for (int time = 0; time < times; time++) {
            rated(service, score, "");
        }
    }

    /** Rates with 4 and gives the same answer to each unsur but those that are named. */
    void filledIn(ServiceSummary service, int times, int answer, String... unanswered) {
        for (int time = 0; time < times; time++) {
            RateableTicket ticket = rated(service, 4, "");
            Map<UnsurCode, Integer> answers = questionnaires
                    .of(ticket.serviceDay().date())
                    .unsur()
                    .stream()
                    .filter(unsur -> !List.of(unanswered).contains(unsur.code().value()))
                    .collect(Collectors.toMap(Unsur::code, unsur -> answer));
            ratings.fillIn(ticket, Channel.LINK, new SkmForm(answers, Respondent.SILENT));
        }
    }
}
