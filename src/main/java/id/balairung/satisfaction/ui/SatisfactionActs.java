package id.balairung.satisfaction.ui;

import id.balairung.satisfaction.CommentEntry;
import id.balairung.satisfaction.FollowUpDraft;
import id.balairung.satisfaction.FollowUpId;
import id.balairung.satisfaction.SurveyPeriod;
import id.balairung.satisfaction.UnsurCode;
import id.balairung.security.Role;
import java.time.YearMonth;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What an agency's admin does about what was said; nobody else may, and is offered nothing.
 *
 * @param services what the screens act with
 * @param words the screen's
 * @param afterwards what to do when something was done
 */
record SatisfactionActs(SatisfactionServices services, SatisfactionWords words, Runnable afterwards) {

    boolean possible() {
        return services.role() == Role.AGENCY_ADMIN;
    }

    /** Opens a comment; empty for who only reads. */
    Optional<Consumer<CommentEntry>> comments() {
        return Optional.<Consumer<CommentEntry>>of(comment -> new CommentDialog(this, comment).open())
                .filter(open -> possible());
    }

    /** Opens a follow-up; empty for who only reads. */
    Optional<Consumer<FollowUpId>> tasks() {
        return Optional.<Consumer<FollowUpId>>of(task -> TaskDialog.change(this, task))
                .filter(open -> possible());
    }

    /**
     * Opens the plan for an unsur that was low in a period, or a new one; empty for who only reads.
     *
     * @param period in whose report the plan is to stand: what is opened in a period that goes on stands there by itself
     * @param known tells which plan there is
     */
    Optional<Consumer<UnsurCode>> plans(SurveyPeriod period, Function<UnsurCode, Optional<FollowUpId>> known) {
        return Optional.<Consumer<UnsurCode>>of(unsur -> known.apply(unsur)
                        .ifPresentOrElse(
                                plan -> TaskDialog.change(this, plan), () -> TaskDialog.plan(this, of(unsur, period))))
                .filter(open -> possible());
    }

    private FollowUpDraft.OfUnsur of(UnsurCode unsur, SurveyPeriod period) {
        return new FollowUpDraft.OfUnsur(
                unsur, Optional.of(YearMonth.from(period.to())).filter(month -> !period.contains(services.today())));
    }

    /** Opens a new follow-up. */
    void add() {
        TaskDialog.add(this);
    }
}
