package id.balairung.demo;

import id.balairung.agency.MallRules;
import id.balairung.agency.ServiceSummary;
import id.balairung.counter.PastShift;
import id.balairung.history.TurnResult;
import id.balairung.security.StaffPrincipal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An officer at a counter on a day that is played on paper, as {@link OfficerPlayer} plays one in the hall. What an older system
 * doesn't keep isn't played: holds and late returns.
 */
final class PastDesk {

    private static final Duration UNTIL_RECALLED = Duration.ofSeconds(10);
    private static final Duration UNTIL_NO_SHOW = Duration.ofSeconds(60);

    private final PastDay day;
    private final PastFloor floor;
    private final int counter;
    private final StaffPrincipal officer;
    private final OfficerDay own;
    private final Instant closes;
    private final List<PastShift.PastBreak> breaks = new ArrayList<>();
    private Instant due = Instant.MIN;
    private Instant opened = Instant.MIN;
    private int pause;

    /**
     * A desk.
     *
     * @param day the day
     * @param floor the officer's agency
     * @param counter the counter's number
     * @param officer the account
     * @param own the officer's day
     * @param closes when the agency closes, UTC
     */
    PastDesk(PastDay day, PastFloor floor, int counter, StaffPrincipal officer, OfficerDay own, Instant closes) {
        this.day = day;
        this.floor = floor;
        this.counter = counter;
        this.officer = officer;
        this.own = own;
        this.closes = closes;
    }

    /** The officer opens the counter. */
    void open(Instant now) {
        opened = now;
        next(now.plus(own.tidying()));
    }

    /** The officer looks around at a moment, and not when it was meant before. */
    void next(Instant when) {
        due = when;
        day.agenda().at(when, now -> {
            if (now.equals(due)) {
                due = Instant.MIN;
                floor.acts(this);
                free(now);
            }
        });
    }

    private void free(Instant now) {
        Optional<OfficerDay.Pause> taken = pauseDue(now);
        if (taken.isPresent()) {
            Instant back = now.plus(taken.get().taken());
            breaks.add(new PastShift.PastBreak(
                    taken.get().reason(), now, now.plus(taken.get().planned()), back));
            pause++;
            next(back.plus(own.tidying()));
            return;
        }
        Optional<PastFloor.Waiting> called =
                now.isBefore(day.at(OfficerDay.LAST_CALL)) ? floor.call(now) : Optional.empty();
        if (called.isPresent()) {
            next(serve(called.get(), now).plus(own.tidying()));
        } else if (now.isBefore(closes)) {
            floor.rests(this);
            next(nextPause(now).filter(closes::isAfter).orElse(closes));
        } else {
            floor.add(new PastShift(counter, officer.id(), opened, now, breaks));
        }
    }

    private Optional<OfficerDay.Pause> pauseDue(Instant now) {
        while (pause < own.pauses().size()) {
            OfficerDay.Pause coming = own.pauses().get(pause);
            Instant from = day.at(coming.from());
            if (now.isBefore(from)) {
                return Optional.empty();
            }
            if (now.isBefore(from.plus(OfficerDay.LATEST_BREAK))) {
                return Optional.of(coming);
            }
            pause++;
        }
        return Optional.empty();
    }

    private Optional<Instant> nextPause(Instant now) {
        return own.pauses().stream()
                .skip(pause)
                .map(coming -> day.at(coming.from()))
                .filter(now::isBefore)
                .findFirst();
    }

    /** Calls somebody and does what comes of it; tells when the counter is free again. */
    private Instant serve(PastFloor.Waiting visitor, Instant now) {
        MallRules rules = day.rules();
        Manner manner = visitor.manner();
        Instant at = now;
        int calls = 1;
        while (!manner.comesAt(calls) && calls <= rules.recallsBeforeNoShow()) {
            calls++;
            at = at.plus(rules.recallCooldown()).plus(UNTIL_RECALLED);
        }
        if (!manner.comesAt(calls)) {
            Instant given = at.plus(UNTIL_NO_SHOW);
            floor.add(visitor.ended(
                    Optional.of(called(at, Optional.empty())), given, TurnResult.NO_SHOW, Optional.empty()));
            return given;
        }
        Instant serving = at.plus(manner.way());
        PastTurn.Call call = called(at, Optional.of(serving));
        Duration duration = duration(visitor);
        Instant turns = serving.plus(part(duration, OfficerDay.TURN));
        if (sentOn(visitor, turns)) {
            floor.add(visitor.ended(Optional.of(call), turns, TurnResult.TRANSFERRED, Optional.empty()));
            return turns;
        }
        Instant ends = serving.plus(duration);
        Optional<Integer> rating = Opinion.of(
                        day.plan().opinions(visitor.number().toString()),
                        Duration.between(visitor.queued(), at),
                        visitor.service().targetWait())
                .map(Opinion::score);
        floor.add(visitor.ended(
                Optional.of(call), ends, TurnResult.valueOf(manner.outcome().name()), rating));
        return ends;
    }

    private PastTurn.Call called(Instant at, Optional<Instant> serving) {
        return new PastTurn.Call(counter, officer.getUsername(), at, serving);
    }

    /** Whether the visitor goes on to another service at a moment, and has them go. */
    private boolean sentOn(PastFloor.Waiting visitor, Instant when) {
        Manner manner = visitor.manner();
        Optional<ServiceSummary> elsewhere = manner.elsewhere().flatMap(day::service);
        if (elsewhere.isEmpty()) {
            return false;
        }
        ServiceSummary next = elsewhere.get();
        if (manner.course() == Manner.Course.TRANSFERRED && when.isBefore(closes)) {
            day.agenda()
                    .at(
                            when,
                            now -> floor.queue(visitor.number(), next, visitor.priorityClass(), manner.present(), now));
            return true;
        }
        Optional<PastFloor> there = day.floorOf(next);
        if (manner.course() == Manner.Course.HANDED_OFF
                && when.isBefore(day.at(OfficerDay.LAST_HAND_OFF))
                && there.isPresent()) {
            day.agenda().at(when, now -> there.get().issue(next, visitor.priorityClass(), manner.present(), now));
            return true;
        }
        return false;
    }

    private Duration duration(PastFloor.Waiting visitor) {
        Duration duration = part(
                visitor.service().targetService(),
                DayPlan.TYPICAL * visitor.manner().effort() * own.pace());
        return duration.compareTo(OfficerDay.LONGEST_SERVICE) > 0 ? OfficerDay.LONGEST_SERVICE : duration;
    }

    /** To the second, as older systems keep it. */
    private static Duration part(Duration whole, double share) {
        return Duration.ofSeconds(Math.round(whole.toSeconds() * share));
    }
}
