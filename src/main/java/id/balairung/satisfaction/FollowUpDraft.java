package id.balairung.satisfaction;

import id.balairung.common.InputCheck;
import id.balairung.common.ServiceDay;
import id.balairung.common.TypedText;
import id.balairung.security.StaffId;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A follow-up as it was filled in.
 *
 * @param title what is to be done; may be empty for one that opened by itself, while no officer is asked
 * @param details more about it; may be empty
 * @param owner who does it; empty while nobody is asked
 * @param due until which day; null when none was chosen. A complaint's is reckoned, whatever stands here
 * @param state where it stands
 * @param result what came of it; needed once it is done
 * @param complaint the complaint's part; for nothing but a complaint
 * @param unsur for which unsur it is a plan; counts for an admin's own idea only
 */
public record FollowUpDraft(
        TypedText title,
        TypedText details,
        Optional<StaffId> owner,
        @Nullable LocalDate due,
        FollowUpState state,
        TypedText result,
        Optional<ComplaintDraft> complaint,
        Optional<OfUnsur> unsur) {

    /** Of the title, in characters. */
    public static final int LONGEST_TITLE = 160;

    /** Of the details and of the result, in characters. */
    public static final int LONGEST_TEXT = 1_000;

    private static final int LONGEST_YEARS = 2;

    /**
     * An unsur that is to be raised.
     *
     * @param unsur which
     * @param month in whose report the plan stands; empty for that of the day on which it is planned. Then it stays
     */
    public record OfUnsur(UnsurCode unsur, Optional<YearMonth> month) {

        private boolean isReported(LocalDate today) {
            return month.map(known ->
                            !known.isAfter(YearMonth.from(today)) && !known.isBefore(YearMonth.from(ServiceDay.FIRST)))
                    .orElse(true);
        }
    }

    /** A new one can't be late already. */
    InputCheck checkNew(LocalDate today, Set<UnsurCode> asked) {
        return check(today, asked)
                .that(
                        due == null || complaint.isPresent() || !due.isBefore(today) || !isNear(due, today),
                        "due",
                        "satisfaction.refused.due-over");
    }

    InputCheck check(LocalDate today, Set<UnsurCode> asked) {
        InputCheck faults = checkAllButTitle(new InputCheck().words(title, LONGEST_TITLE, "title"), today);
        return faults.that(
                unsur.filter(of -> !asked.contains(of.unsur()) || !of.isReported(today))
                        .isEmpty(),
                "unsur",
                "satisfaction.refused.no-such-unsur");
    }

    /** An officer who is asked without words would learn from the task's being there that there was a rating of 1. */
    InputCheck checkOpenedByItself(LocalDate today, Set<StaffId> officers) {
        InputCheck faults = new InputCheck()
                .that(
                        !title.text().isEmpty()
                                || owner.filter(officers::contains).isEmpty(),
                        "title",
                        "satisfaction.refused.title-missing")
                .optionalWords(title, LONGEST_TITLE, "title");
        return checkAllButTitle(faults, today);
    }

    private InputCheck checkAllButTitle(InputCheck faults, LocalDate today) {
        faults.optionalWords(details, LONGEST_TEXT, "details")
                .that(due != null || complaint.isPresent(), "due", "common.refused.missing")
                .that(due == null || complaint.isPresent() || isNear(due, today), "due", "satisfaction.refused.due");
        complaint.ifPresent(part -> part.check(faults, today));
        return result(faults, state, result);
    }

    private static boolean isNear(LocalDate day, LocalDate today) {
        return !day.isBefore(today.minusYears(LONGEST_YEARS)) && !day.isAfter(today.plusYears(LONGEST_YEARS));
    }

    static InputCheck result(InputCheck faults, FollowUpState state, TypedText result) {
        return faults.optionalWords(result, LONGEST_TEXT, "result")
                .that(
                        state != FollowUpState.DONE || !result.text().isEmpty(),
                        "result",
                        "satisfaction.refused.result-missing");
    }
}
