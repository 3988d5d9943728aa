package id.balairung.history;

import java.time.DayOfWeek;
import java.util.Optional;

/**
 * Which turns a figure counts. Where it asks for arrivals or for waits, turns that go on belong to it, and those of a day that is over
 * which nobody has settled yet.
 *
 * @param arrivals only the first turn of each ticket: tickets issued
 * @param waiting by its waiting time
 * @param serviceTime by its service time
 * @param weekday whose ticket was issued on such a day
 * @param hour whose ticket was issued in this hour of the mall's zone, from 0 to 23; after its day's end counts as the last
 */
public record FigureFilter(
        boolean arrivals,
        Optional<WaitFigure> waiting,
        Optional<ServiceTimeFigure> serviceTime,
        Optional<DayOfWeek> weekday,
        Optional<Integer> hour) {

    /** Any turn. */
    public static final FigureFilter ANY =
            new FigureFilter(false, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** Tickets issued. */
    public static final FigureFilter ARRIVALS =
            new FigureFilter(true, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** Those whose waiting time a figure counts. */
    public static FigureFilter of(WaitFigure wait) {
        return ANY.with(Optional.of(wait));
    }

    /** Those whose service time a figure counts. */
    public static FigureFilter of(ServiceTimeFigure serviceTime) {
        return new FigureFilter(false, Optional.empty(), Optional.of(serviceTime), Optional.empty(), Optional.empty());
    }

    /** Tickets issued on such days in an hour. */
    public static FigureFilter arrivals(DayOfWeek weekday, int hour) {
        return new FigureFilter(true, Optional.empty(), Optional.empty(), Optional.of(weekday), Optional.of(hour));
    }

    /** The same with other waits. */
    public FigureFilter with(Optional<WaitFigure> other) {
        return new FigureFilter(arrivals, other, serviceTime, weekday, hour);
    }

    /** Whether turns belong to it that wait, or that nobody has settled. */
    boolean countsOpen() {
        return arrivals || waiting.isPresent();
    }
}
