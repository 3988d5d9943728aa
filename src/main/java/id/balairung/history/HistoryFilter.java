package id.balairung.history;

import id.balairung.agency.ServiceId;
import id.balairung.queue.PriorityClass;
import id.balairung.security.StaffId;
import id.balairung.tenancy.AgencyId;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Which turns are looked for.
 *
 * @param from the first service day
 * @param to the last service day
 * @param agency of which agency, for the head; others read only their own, whatever stands here
 * @param service at which service
 * @param counter at the counter of which number
 * @param officer called last by whom; an officer reads only the own turns, whatever stands here
 * @param result how they ended
 * @param priorityClass of which class
 * @param overTarget only those that waited longer than their target
 * @param rating rated so, from 1 to 4; officers find the same whatever stands here
 * @param number with which number
 * @param note a part of what was noted; empty for anything
 */
public record HistoryFilter(
        LocalDate from,
        LocalDate to,
        Optional<AgencyId> agency,
        Optional<ServiceId> service,
        Optional<Integer> counter,
        Optional<StaffId> officer,
        Optional<TurnResult> result,
        Optional<PriorityClass> priorityClass,
        boolean overTarget,
        Optional<Integer> rating,
        Optional<NumberSearch> number,
        String note) {

    /** All turns of some days. */
    public static HistoryFilter of(LocalDate from, LocalDate to) {
        return new HistoryFilter(
                from,
                to,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty(),
                "");
    }

    HistoryFilter between(LocalDate first, LocalDate last) {
        return new HistoryFilter(
                first,
                last,
                agency,
                service,
                counter,
                officer,
                result,
                priorityClass,
                overTarget,
                rating,
                number,
                note);
    }

    HistoryFilter in(Optional<AgencyId> own) {
        return new HistoryFilter(
                from, to, own, service, counter, officer, result, priorityClass, overTarget, rating, number, note);
    }

    HistoryFilter by(StaffId self) {
        return new HistoryFilter(
                from,
                to,
                agency,
                service,
                counter,
                Optional.of(self),
                result,
                priorityClass,
                overTarget,
                rating,
                number,
                note);
    }

    HistoryFilter howeverRated() {
        return new HistoryFilter(
                from,
                to,
                agency,
                service,
                counter,
                officer,
                result,
                priorityClass,
                overTarget,
                Optional.empty(),
                number,
                note);
    }
}
