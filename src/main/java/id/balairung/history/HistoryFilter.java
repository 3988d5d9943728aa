package id.balairung.history;

import id.balairung.agency.ServiceId;
import id.balairung.queue.PriorityClass;
import id.balairung.security.StaffId;
import id.balairung.tenancy.AgencyId;
import java.time.LocalDate;
import java.util.Objects;
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
 * @param figure which of them a figure counts
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
        FigureFilter figure,
        Optional<Integer> rating,
        Optional<NumberSearch> number,
        String note) {

    /** What was kept before figures could be asked for asks for none. */
    public HistoryFilter {
        figure = Objects.requireNonNullElse(figure, FigureFilter.ANY);
    }

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
                FigureFilter.ANY,
                Optional.empty(),
                Optional.empty(),
                "");
    }

    /** The same of other days. */
    public HistoryFilter between(LocalDate first, LocalDate last) {
        return new HistoryFilter(
                first, last, agency, service, counter, officer, result, priorityClass, figure, rating, number, note);
    }

    /** The same of an agency, or of all. */
    public HistoryFilter in(Optional<AgencyId> own) {
        return new HistoryFilter(
                from, to, own, service, counter, officer, result, priorityClass, figure, rating, number, note);
    }

    /** The same at a service. */
    public HistoryFilter at(ServiceId chosen) {
        return new HistoryFilter(
                from,
                to,
                agency,
                Optional.of(chosen),
                counter,
                officer,
                result,
                priorityClass,
                figure,
                rating,
                number,
                note);
    }

    /** The same at a counter. */
    public HistoryFilter at(int chosen) {
        return new HistoryFilter(
                from,
                to,
                agency,
                service,
                Optional.of(chosen),
                officer,
                result,
                priorityClass,
                figure,
                rating,
                number,
                note);
    }

    /** The same that ended so. */
    public HistoryFilter with(TurnResult chosen) {
        return new HistoryFilter(
                from,
                to,
                agency,
                service,
                counter,
                officer,
                Optional.of(chosen),
                priorityClass,
                figure,
                rating,
                number,
                note);
    }

    /** The same, as far as another figure counts them. */
    public HistoryFilter counted(FigureFilter other) {
        return new HistoryFilter(
                from, to, agency, service, counter, officer, result, priorityClass, other, rating, number, note);
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
                figure,
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
                figure,
                Optional.empty(),
                number,
                note);
    }
}
