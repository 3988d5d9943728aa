package id.balairung.satisfaction;

import id.balairung.agency.ServiceSummary;
import id.balairung.queue.CommandId;
import id.balairung.queue.IssuedTicket;
import id.balairung.queue.Outcome;
import id.balairung.queue.PriorityClass;
import id.balairung.queue.QueueDesk;
import id.balairung.queue.Visitor;
import id.balairung.testing.Hall;
import id.balairung.testing.TestClock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.springframework.context.ApplicationContext;

/** What visitors say of an agency whose first counter is open, for tests of the screens. */
public final class Said {

    private final Hall hall;
    private final QueueDesk desk;
    private final Ratings ratings;
    private final Questionnaires questionnaires;
    private final Releases releases;
    private final TestClock clock;
    private final Hall.TestAgency agency;

    /** Of that agency. */
    public Said(ApplicationContext application, Hall.TestAgency agency) {
        this.hall = application.getBean(Hall.class);
        this.desk = application.getBean(QueueDesk.class);
        this.ratings = application.getBean(Ratings.class);
        this.questionnaires = application.getBean(Questionnaires.class);
        this.releases = application.getBean(Releases.class);
        this.clock = application.getBean(TestClock.class);
        this.agency = agency;
    }

    /** Somebody is served and says nothing. */
    public IssuedTicket served(ServiceSummary service) {
        IssuedTicket slip = hall.issue(service, PriorityClass.GENERAL, Visitor.unnamed());
        hall.as(
                agency.officer(),
                () -> desk.callChosen(CommandId.next(), slip.ticket().id(), "Uji"));
        hall.as(
                agency.officer(),
                () -> desk.serve(CommandId.next(), slip.ticket().id()));
        hall.as(
                agency.officer(),
                () -> desk.complete(CommandId.next(), slip.ticket().id(), Outcome.FULFILLED));
        return slip;
    }

    /** Somebody is served and gives a rating; the comment may be empty. */
    public IssuedTicket rated(ServiceSummary service, int score, String comment) {
        IssuedTicket slip = served(service);
        ratings.rate(slip.token().value(), score, comment);
        return slip;
    }

    /** Somebody is served, gives a rating and the same answer to every unsur but those that are named. */
    public IssuedTicket filledIn(ServiceSummary service, int answer, String... unanswered) {
        IssuedTicket slip = rated(service, answer, "");
        Map<UnsurCode, Integer> answers = new HashMap<>();
        questionnaires
                .of(slip.ticket().serviceDay().date())
                .unsur()
                .forEach(unsur -> answers.put(unsur.code(), answer));
        for (String code : unanswered) {
            answers.remove(new UnsurCode(code));
        }
        ratings.fillIn(slip.token().value(), new SkmForm(answers, Respondent.SILENT));
        return slip;
    }

    /** An hour later, what may be let out to officers is. */
    public void released() {
        clock.advance(Duration.ofHours(1));
        releases.round();
    }
}
