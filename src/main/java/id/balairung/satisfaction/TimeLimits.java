package id.balairung.satisfaction;

import id.balairung.agency.ServiceCatalogue;
import id.balairung.common.ServiceDay;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Until when follow-ups are to be done, in working days of the mall's calendar. */
@Component
class TimeLimits {

    private final FollowUpDays days;
    private final WorkingDays working;

    TimeLimits(FollowUpDays days, ServiceCatalogue catalogue) {
        this.days = days;
        this.working = new WorkingDays(day -> catalogue
                .calendar(new ServiceDay(day))
                .filter(entry -> entry.kind().closes())
                .isPresent());
    }

    LocalDate ofComplaint(ComplaintClass complaintClass, LocalDate receivedOn) {
        return working.after(receivedOn, days.of(complaintClass));
    }

    /** By whole weeks, so that the officer who is given the task can't reckon back to the day of the rating. */
    LocalDate ofRating(LocalDate today) {
        return working.afterWeek(today, days.rating());
    }

    LocalDate ofUnsur(LocalDate today) {
        return working.after(today, days.unsur());
    }
}
