package id.balairung.agency;

import id.balairung.common.InputCheck;
import id.balairung.common.TypedText;
import java.util.regex.Pattern;

/**
 * An agency as it is typed in.
 *
 * @param code its short code, e.g. DUKCAPIL; fixed once the agency exists
 * @param letters its one or two letters; fixed once the agency exists
 * @param name its name
 */
public record AgencyDraft(String code, String letters, String name) {

    private static final int LONGEST_NAME = 120;
    private static final Pattern CODE = Pattern.compile("[A-Z0-9-]{1,20}");
    private static final Pattern LETTERS = Pattern.compile("[A-Z]{1,2}");

    /** Strips what was typed. */
    public AgencyDraft {
        code = code.strip();
        letters = letters.strip();
        name = name.strip();
    }

    InputCheck check() {
        return new InputCheck()
                .that(CODE.matcher(code).matches(), "code", "agency.refused.code")
                .that(LETTERS.matcher(letters).matches(), "letters", "agency.refused.letters")
                .words(new TypedText(name), LONGEST_NAME, "name");
    }
}
