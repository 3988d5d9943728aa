package id.balairung.satisfaction;

import java.util.regex.Pattern;

/**
 * Names an unsur, an element of service that is asked about. Answers are kept under the code and never under a place on the form,
 * because forms in use order the last two differently.
 *
 * @param value capital letters, digits and underscores, from 2 to 20
 */
public record UnsurCode(String value) implements Comparable<UnsurCode> {

    private static final Pattern FORM = Pattern.compile("[A-Z][A-Z0-9_]{1,19}");

    /**
     * Names an unsur.
     *
     * @throws IllegalArgumentException when it isn't such a code
     */
    public UnsurCode {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("No code of an unsur: " + value);
        }
    }

    /** Whether what was typed is such a code. */
    public static boolean isOne(String text) {
        return FORM.matcher(text).matches();
    }

    @Override
    public int compareTo(UnsurCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
