package id.balairung.closing;

import id.balairung.agency.ServiceId;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * What a service day brought an agency.
 *
 * @param day the day, in the mall's zone
 * @param closing when and how often it was reckoned; empty while the day goes on or wasn't reckoned yet
 * @param total all of it
 * @param hours by hour of the mall's zone, from 0 to 23, those in which anything was: arrivals by when the ticket was issued, all
 *     else by when the turn entered its queue
 * @param services by service; arrivals by the service that the ticket was issued for
 */
public record DayReport(
        LocalDate day,
        Optional<Closing> closing,
        DayFigures total,
        Map<Integer, DayFigures> hours,
        Map<ServiceId, DayFigures> services) {

    /** Keeps the figures as they are. */
    public DayReport {
        hours = Map.copyOf(hours);
        services = Map.copyOf(services);
    }
}
