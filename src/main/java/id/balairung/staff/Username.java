package id.balairung.staff;

import id.balairung.common.InputCheck;
import id.balairung.security.Founder;
import java.util.regex.Pattern;

/**
 * A sign-in name.
 *
 * @param text as it was typed, without the space around it
 */
record Username(String text) {

    static final String FIELD = "username";
    private static final Pattern SHAPE = Pattern.compile("[a-z0-9](?:[.-]?[a-z0-9])*");
    private static final int SHORTEST = 3;
    private static final int LONGEST = 60;

    Username {
        text = text.strip();
    }

    /** Adds what is wrong with it. */
    InputCheck check(InputCheck check) {
        return check.that(
                        text.length() >= SHORTEST
                                && text.length() <= LONGEST
                                && SHAPE.matcher(text).matches(),
                        FIELD,
                        "staff.refused.username",
                        SHORTEST,
                        LONGEST)
                .that(!text.equals(Founder.USERNAME), FIELD, "staff.refused.username-taken");
    }

    /** The same for names that can be mistaken for each other; as the database reckons it. */
    String likeness() {
        return text.replace('0', 'o').replace('1', 'l').replace('-', '.');
    }
}
