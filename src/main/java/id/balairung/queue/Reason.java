package id.balairung.queue;

import id.balairung.common.BusinessRuleViolation;
import id.balairung.common.TypedText;

/**
 * Why a person did something, in their own words.
 *
 * @param text what was typed, without the space around it, 1 to 200 characters
 */
record Reason(String text) {

    private static final int LONGEST = 200;

    /** Stands where a reason was whose time is over. */
    static final String ERASED = "[dihapus]";

    Reason {
        text = checked(text, "reason");
    }

    /** What was noted, by the same rules. */
    static String noted(String typed) {
        return checked(typed, "note");
    }

    /** Without its words, for this may come into a log. */
    @Override
    public String toString() {
        return "Reason";
    }

    private static String checked(String written, String kind) {
        TypedText typed = new TypedText(written);
        if (typed.text().isEmpty()) {
            throw new BusinessRuleViolation("queue.refused." + kind + "-missing");
        }
        if (typed.text().length() > LONGEST) {
            throw new BusinessRuleViolation("queue.refused." + kind + "-too-long", LONGEST);
        }
        if (!typed.printable()) {
            throw new BusinessRuleViolation("queue.refused." + kind + "-unprintable");
        }
        return typed.text();
    }
}
