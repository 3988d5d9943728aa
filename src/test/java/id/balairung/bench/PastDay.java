package id.balairung.bench;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * A made-up day of one agency that looks like a real one: people come mostly in the morning, wait in line for a few counters, and
 * some never come, leave, are sent on or held. The same agency, day and seed give the same day.
 *
 * @param tickets what happened to each ticket, in the order of issue
 */
record PastDay(List<PastTurn> tickets) {

    private static final double[] PROFILE = {9, 10, 10, 9, 7.5, 6.5, 6, 4.5, 2.5, 2.5, 4.5, 7, 7, 6.5, 4.5, 1.8};
    private static final double ALL = Arrays.stream(PROFILE).sum();
    private static final int SLOT_SECONDS = 1800;
    private static final LocalTime OPENING = LocalTime.of(8, 0);
    private static final double WORKING_SECONDS = 7 * 3600;
    private static final double BUSY = 0.82;
    private static final int AROUND_SECONDS = 80;

    /**
     * A turn.
     *
     * @param service which of the agency's services, from 0
     * @param sequence its number
     * @param counter which of the agency's counters called it, from 0; -1 when none did
     * @param issued when it was issued and queued
     * @param called its last call; null when there was none
     * @param recalls how often it was called again
     * @param serving when service began; null when it didn't
     * @param ended when it ended
     * @param heldSeconds how long it was held
     * @param fate how it ended
     */
    record PastTurn(
            int service,
            int sequence,
            int counter,
            Instant issued,
            @Nullable Instant called,
            int recalls,
            @Nullable Instant serving,
            Instant ended,
            int heldSeconds,
            Fate fate) {}

    /** How a turn ended. */
    enum Fate {
        COMPLETED,
        NO_SHOW,
        TRANSFERRED,
        ABANDONED
    }

    static PastDay of(LocalDate day, ZoneId zone, int expected, int services, int counters, SplittableRandom random) {
        int visitors = Math.max(1, (int) Math.round(expected * (0.7 + random.nextDouble() * 0.6)));
        Instant opening = day.atTime(OPENING).atZone(zone).toInstant();
        long[] arrivals = LongStream.generate(() -> arrival(random))
                .limit(visitors)
                .sorted()
                .toArray();
        double mean = Math.max(60, WORKING_SECONDS * BUSY * counters / expected - AROUND_SECONDS);
        PriorityQueue<long[]> free = new PriorityQueue<>((one, other) -> Long.compare(one[0], other[0]));
        for (int counter = 0; counter < counters; counter++) {
            free.add(new long[] {random.nextInt(600), counter});
        }
        int[] numbers = new int[services];
        List<PastTurn> turns = new ArrayList<>(visitors);
        for (long arrival : arrivals) {
            int service = Math.min(services - 1, (int) (Math.abs(random.nextGaussian()) * services / 2.5));
            Instant issued = at(opening, arrival, random);
            int sequence = ++numbers[service];
            double dice = random.nextDouble();
            if (dice < 0.03) {
                turns.add(new PastTurn(
                        service,
                        sequence,
                        -1,
                        issued,
                        null,
                        0,
                        null,
                        at(opening, arrival + 600 + random.nextInt(3000), random),
                        0,
                        Fate.ABANDONED));
                continue;
            }
            long[] desk = free.remove();
            long call = Math.max(arrival + 5, desk[0]);
            if (dice < 0.09) {
                long last = call + 240;
                turns.add(new PastTurn(
                        service,
                        sequence,
                        (int) desk[1],
                        issued,
                        at(opening, last, random),
                        2,
                        null,
                        at(opening, last + 120, random),
                        0,
                        Fate.NO_SHOW));
                desk[0] = last + 130;
            } else {
                int recalls = dice < 0.15 ? 1 : 0;
                long last = call + recalls * 125L;
                long serving = last + 15 + random.nextInt(60);
                int held = dice > 0.97 ? 120 + random.nextInt(900) : 0;
                long took = (long) (mean * Math.exp(0.5 * random.nextGaussian() - 0.125));
                Fate fate = dice > 0.15 && dice < 0.2 ? Fate.TRANSFERRED : Fate.COMPLETED;
                long ended = serving + held + Math.max(30, fate == Fate.TRANSFERRED ? took / 4 : took);
                turns.add(new PastTurn(
                        service,
                        sequence,
                        (int) desk[1],
                        issued,
                        at(opening, last, random),
                        recalls,
                        at(opening, serving, random),
                        at(opening, ended, random),
                        held,
                        fate));
                desk[0] = ended + 20;
            }
            free.add(desk);
        }
        return new PastDay(turns);
    }

    /** Seconds after opening. */
    private static long arrival(SplittableRandom random) {
        double dice = random.nextDouble() * ALL;
        int slot = 0;
        while (slot < PROFILE.length - 1 && dice > PROFILE[slot]) {
            dice -= PROFILE[slot++];
        }
        return (long) slot * SLOT_SECONDS + random.nextInt(SLOT_SECONDS);
    }

    private static Instant at(Instant opening, long seconds, SplittableRandom random) {
        return opening.plus(Duration.ofSeconds(seconds)).plusNanos(random.nextInt(1_000_000) * 1000L);
    }
}
