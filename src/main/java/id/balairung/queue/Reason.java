package id.balairung.queue;

import id.balairung.common.BusinessRuleViolation;

/**
 * Why a person did something, in their own words.
 *
 * @param text what was typed, without the space around it, 1 to 200 characters
 */
record Reason(String text) {

    private static final int LONGEST = 200;

    Reason {
        text = text.strip();
        if (text.isEmpty()) {
            throw new BusinessRuleViolation("queue.refused.reason-missing");
        }
        if (text.length() > LONGEST) {
            throw new BusinessRuleViolation("queue.refused.reason-too-long", LONGEST);
        }
    }
}
