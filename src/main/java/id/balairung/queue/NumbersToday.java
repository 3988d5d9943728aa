package id.balairung.queue;

import id.balairung.agency.ServiceId;
import id.balairung.agency.TodaysTickets;
import id.balairung.common.ServiceDay;
import id.balairung.tenancy.AgencyId;
import id.balairung.tenancy.AllAgencies;
import java.util.Map;
import org.springframework.stereotype.Component;

/** How many numbers a day has given out: for quotas, and for what administration has to know. Counts only. */
@Component
public class NumbersToday implements TodaysTickets {

    private final NumbersOfDay numbers;

    NumbersToday(NumbersOfDay numbers) {
        this.numbers = numbers;
    }

    /**
     * How many numbers each service of the mall has given out on a day.
     *
     * @param day the day
     * @return the counts; a service that has given out none is missing
     */
    public Map<ServiceId, Integer> issued(ServiceDay day) {
        return numbers.issued(AllAgencies.READ, day);
    }

    @Override
    public boolean anyOn(ServiceDay day) {
        return !issued(day).isEmpty();
    }

    @Override
    public int openAt(AgencyId agency, ServiceDay day) {
        return numbers.open(agency, day);
    }
}
