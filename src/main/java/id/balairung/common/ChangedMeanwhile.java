package id.balairung.common;

import java.time.LocalDateTime;

/** What a form was filled with isn't what is stored any more: somebody saved in between. Nothing was changed. */
public class ChangedMeanwhile extends BusinessRuleViolation {

    private final String who;
    private final transient LocalDateTime at;

    /**
     * A change in between.
     *
     * @param who the name of whoever saved last
     * @param at when, in the mall's zone
     */
    public ChangedMeanwhile(String who, LocalDateTime at) {
        super("common.form.changed-meanwhile", who, at);
        this.who = who;
        this.at = at;
    }

    /** The name of whoever saved last. */
    public String who() {
        return who;
    }

    /** When it was saved, in the mall's zone. */
    public LocalDateTime at() {
        return at;
    }
}
