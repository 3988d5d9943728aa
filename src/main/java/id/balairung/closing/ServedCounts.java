package id.balairung.closing;

import id.balairung.agency.CurrentMall;
import id.balairung.agency.ServiceId;
import id.balairung.common.ServiceDay;
import id.balairung.tenancy.AgencyId;
import id.balairung.tenancy.AllAgencies;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * How many services were finished in some days: what a survey's sample is drawn from. From the days' reports; of today, and of
 * yesterday until its report is built, from the turns.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY, readOnly = true)
public class ServedCounts {

    private final ServedRows rows;
    private final CurrentMall mall;

    ServedCounts(ServedRows rows, CurrentMall mall) {
        this.rows = rows;
        this.mall = mall;
    }

    /**
     * Of an agency.
     *
     * @param agency whose
     * @param from the first service day
     * @param to the last one
     * @return by service; those of which none was finished are missing
     */
    public Map<ServiceId, Long> between(AgencyId agency, LocalDate from, LocalDate to) {
        Map<ServiceId, Long> served = new HashMap<>(rows.kept(agency, from, to));
        if (!yesterday().date().isAfter(to)) {
            rows.unreported(
                            agency,
                            firstUnreported(from),
                            to,
                            yesterday().begins(mall.rules().zone()))
                    .forEach((service, count) -> served.merge(service, count, Long::sum));
        }
        return served;
    }

    /**
     * Of every agency.
     *
     * @param everyAgency says so
     * @param from the first service day
     * @param to the last one
     * @return by agency; those that finished none are missing
     */
    public Map<AgencyId, Long> between(AllAgencies everyAgency, LocalDate from, LocalDate to) {
        Map<AgencyId, Long> served = new HashMap<>(rows.kept(everyAgency, from, to));
        if (!yesterday().date().isAfter(to)) {
            rows.unreported(
                            everyAgency,
                            firstUnreported(from),
                            to,
                            yesterday().begins(mall.rules().zone()))
                    .forEach((agency, count) -> served.merge(agency, count, Long::sum));
        }
        return served;
    }

    private ServiceDay yesterday() {
        return new ServiceDay(mall.today().date().minusDays(1));
    }

    private LocalDate firstUnreported(LocalDate from) {
        LocalDate yesterday = yesterday().date();
        return from.isAfter(yesterday) ? from : yesterday;
    }
}
