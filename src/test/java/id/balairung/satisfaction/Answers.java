package id.balairung.satisfaction;

import id.balairung.agency.ServiceSummary;
import id.balairung.testing.Hall;
import id.balairung.testing.TestClock;
import org.springframework.context.ApplicationContext;

/** What visitors answer to the survey, for tests of what is told of it elsewhere. */
public final class Answers {

    private final Opinions opinions;

    /** In that application. */
    public Answers(ApplicationContext application) {
        this.opinions = new Opinions(
                application.getBean(Hall.class),
                application.getBean(Ratings.class),
                application.getBean(Questionnaires.class),
                application.getBean(TestClock.class));
    }

    /** So many answer the same to each unsur, of a service that is given now. */
    public void filledIn(ServiceSummary service, int times, int answer) {
        opinions.filledIn(service, times, answer);
    }
}
