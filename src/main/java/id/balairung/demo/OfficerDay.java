package id.balairung.demo;

import id.balairung.counter.BreakReason;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

/**
 * An officer's day, times in the mall's zone.
 *
 * @param present whether the officer is there at all
 * @param opens when the counter opens
 * @param pace the officer's service time beside the typical one, 0.7 to 1.5
 * @param tidying how long the officer needs between two visitors
 * @param pauses the breaks, in their order
 */
record OfficerDay(boolean present, LocalTime opens, double pace, Duration tidying, List<Pause> pauses) {

    /**
     * A break.
     *
     * @param from from when, or as soon as the counter is free after that
     * @param reason why
     * @param planned how long the officer says it takes
     * @param taken how long it takes
     */
    record Pause(LocalTime from, BreakReason reason, Duration planned, Duration taken) {}

    /** Nobody calls after that. */
    static final LocalTime LAST_CALL = LocalTime.of(17, 0);

    /** Nobody sends visitors to another agency after that. */
    static final LocalTime LAST_HAND_OFF = LocalTime.of(15, 15);

    static final Duration LONGEST_SERVICE = Duration.ofMinutes(60);

    /** A break that couldn't begin for so long is left out. */
    static final Duration LATEST_BREAK = Duration.ofMinutes(60);

    /** How much of a service is over when it takes another way than to its end. */
    static final double TURN = 0.4;

    private static final LocalTime FIRST_OPENING = LocalTime.of(7, 57);
    private static final LocalTime LUNCH = LocalTime.NOON;
    private static final Duration LUNCH_TURN = Duration.ofMinutes(30);

    /**
     * An officer's day.
     *
     * @param dice the officer's dice
     * @param desk the officer's counter within the agency, from 1
     * @param desks how many counters the agency has; where there is only one, its officer is there and not far from typical
     */
    static OfficerDay of(Dice dice, int desk, int desks) {
        boolean present = desk == 1 || !dice.chance(0.06);
        LocalTime opens = FIRST_OPENING.plus(dice.between(Duration.ZERO, Duration.ofMinutes(15)));
        if (desk > 1 && dice.chance(0.1)) {
            opens = opens.plus(dice.between(Duration.ofMinutes(10), Duration.ofMinutes(35)));
        }
        double pace = Math.clamp(dice.logNormal(desks == 1 ? 0.1 : 0.2), 0.7, 1.5);
        Duration tidying = dice.between(Duration.ofSeconds(8), Duration.ofSeconds(40));
        return new OfficerDay(present, opens, pace, tidying, pauses(dice, desk, desks));
    }

    private static List<Pause> pauses(Dice dice, int desk, int desks) {
        List<Pause> pauses = new ArrayList<>();
        if (dice.chance(0.35)) {
            pauses.add(pause(dice, LocalTime.of(9, 40), Duration.ofMinutes(60), BreakReason.RESTROOM, 5));
        }
        if (dice.chance(0.08)) {
            pauses.add(pause(dice, LocalTime.of(10, 45), Duration.ofMinutes(20), BreakReason.TECHNICAL, 10));
        }
        LocalTime lunch = desks > 1 && desk % 2 == 0 ? LUNCH.plus(LUNCH_TURN) : LUNCH;
        Duration late = dice.chance(0.2) ? dice.between(Duration.ofMinutes(6), Duration.ofMinutes(25)) : Duration.ZERO;
        pauses.add(new Pause(lunch, BreakReason.LUNCH, LUNCH_TURN, LUNCH_TURN.plus(late)));
        if (dice.chance(0.6)) {
            pauses.add(pause(dice, LocalTime.of(15, 5), Duration.ofMinutes(25), BreakReason.PRAYER, 12));
        }
        return pauses;
    }

    private static Pause pause(Dice dice, LocalTime earliest, Duration within, BreakReason reason, int minutes) {
        Duration planned = Duration.ofMinutes(minutes);
        return new Pause(
                earliest.plus(dice.between(Duration.ZERO, within)),
                reason,
                planned,
                planned.plus(dice.between(Duration.ofMinutes(-2), Duration.ofMinutes(4))));
    }
}
