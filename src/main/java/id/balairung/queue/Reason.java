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
        TypedText typed = new TypedText(text);
        text = typed.text();
        if (text.isEmpty()) {
            throw new BusinessRuleViolation("queue.refused.reason-missing");
        }
        if (text.length() > LONGEST) {
            throw new BusinessRuleViolation("queue.refused.reason-too-long", LONGEST);
        }
        if (!typed.printable()) {
            throw new BusinessRuleViolation("queue.refused.reason-unprintable");
        }
    }

    /** Without its words, for this may come into a log. */
    @Override
    public String toString() {
        return "Reason";
    }
}
