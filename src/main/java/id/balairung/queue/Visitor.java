package id.balairung.queue;

import id.balairung.common.BusinessRuleViolation;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a visitor chose to tell. Both are optional.
 *
 * @param name how to address the person, at most 80 characters
 * @param phone a phone number, at most 20 characters
 */
public record Visitor(Optional<String> name, Optional<String> phone) {

    private static final int LONGEST_NAME = 80;

    /** Six digits at least; with all that is written between them 20 characters at most, as many as are kept. */
    private static final String PHONE = "(?=.{6,20}$)\\+?([ ()-]*[0-9]){6,}[ ()-]*";

    /** Controls, and marks that turn the direction of writing: on a screen or a slip they hide or reorder other words. */
    private static final Pattern UNPRINTABLE =
            Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]");

    /** Strips what was typed; empty means not told. */
    public Visitor {
        name = name.map(String::strip).filter(text -> !text.isEmpty());
        phone = phone.map(String::strip).filter(text -> !text.isEmpty());
        if (name.filter(text -> text.length() > LONGEST_NAME).isPresent()) {
            throw new BusinessRuleViolation("queue.refused.name-too-long", LONGEST_NAME);
        }
        if (name.filter(text -> UNPRINTABLE.matcher(text).find()).isPresent()) {
            throw new BusinessRuleViolation("queue.refused.name-unprintable");
        }
        if (phone.filter(text -> !text.matches(PHONE)).isPresent()) {
            throw new BusinessRuleViolation("queue.refused.phone");
        }
    }

    /** Somebody who told nothing. */
    public static Visitor unnamed() {
        return new Visitor(Optional.empty(), Optional.empty());
    }
}
