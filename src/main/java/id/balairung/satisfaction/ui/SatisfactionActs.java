package id.balairung.satisfaction.ui;

import id.balairung.satisfaction.CommentEntry;
import id.balairung.satisfaction.FollowUpId;
import id.balairung.security.Role;
import java.util.Optional;
import java.util.function.Consumer;

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

    /** Opens a new follow-up. */
    void add() {
        TaskDialog.add(this);
    }
}
