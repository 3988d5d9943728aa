package id.balairung.queue;

import id.balairung.common.BusinessRuleViolation;
import id.balairung.common.TypedText;
import java.util.Optional;

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

    /** Strips what was typed; empty means not told. */
    public Visitor {
        name = name.map(String::strip).filter(text -> !text.isEmpty());
        phone = phone.map(String::strip).filter(text -> !text.isEmpty());
        if (name.filter(text -> text.length() > LONGEST_NAME).isPresent()) {
            throw new BusinessRuleViolation("queue.refused.name-too-long", LONGEST_NAME);
        }
        if (!name.map(TypedText::new).map(TypedText::printable).orElse(true)) {
            throw new BusinessRuleViolation("queue.refused.name-unprintable");
        }
        if (phone.filter(text -> !text.matches(PHONE)).isPresent()) {
            throw new BusinessRuleViolation("queue.refused.phone");
        }
    }

    /** Masked, for this may come into a log. */
    @Override
    public String toString() {
        return MaskedVisitor.of(this, false).toString();
    }

    /** Somebody who told nothing. */
    public static Visitor unnamed() {
        return new Visitor(Optional.empty(), Optional.empty());
    }
}
