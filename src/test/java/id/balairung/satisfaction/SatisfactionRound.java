package id.balairung.satisfaction;

import id.balairung.tenancy.AgencyId;
import id.balairung.tenancy.AllAgencies;
import org.springframework.context.ApplicationContext;

/**
 * What is done with what was said, as it is done now and then by itself.
 *
 * @param application the running one
 */
public record SatisfactionRound(ApplicationContext application) {

    /** Lets out to officers what may be, and follows low unsur up. */
    public void run() {
        application.getBean(Releases.class).round();
        application.getBean(LowUnsur.class).round();
    }

    /** Reads what an agency's officers and admin and the head read, as their screens do when nobody followed before. */
    public void read(AgencyId agency, SurveyPeriod period) {
        application.getBean(OwnReading.class).of(agency, period);
        SatisfactionReading reading = application.getBean(SatisfactionReading.class);
        reading.of(agency, period);
        reading.mall(AllAgencies.READ, period);
    }
}
