package id.balairung.sheet;

import java.util.regex.Pattern;

/**
 * Keeps words from acting as a formula. A spreadsheet takes a CSV cell that begins like a formula for one, also after spaces
 * and in full-width forms; an apostrophe before it makes it words. Words that begin with such an apostrophe of their own get
 * another one, so that taking one off again always gives what was there.
 */
record FormulaGuard(String text) {

    private static final Pattern RISKY = Pattern.compile(
            "^'*(?:[\\t\\r\\n]|[\\s\\p{Z}\\p{Cf}]*[=+\\-@\\uFF1D\\uFF0B\\uFF0D\\uFF20\\u2212\\uFE62\\uFE63\\uFE66\\uFE6B])");

    boolean risky() {
        return RISKY.matcher(text).find();
    }

    /** As it is written. */
    String guarded() {
        return risky() ? "'" + text : text;
    }

    /** As it was before {@link #guarded()}. */
    String bare() {
        return text.startsWith("'") && new FormulaGuard(text.substring(1)).risky() ? text.substring(1) : text;
    }

    /** Without what no sheet can hold: line ends become those of Unix, controls go. */
    static FormulaGuard storable(String text) {
        return new FormulaGuard(text.replace("\r\n", "\n")
                .replace('\r', '\n')
                .replaceAll("[\\p{Cc}&&[^\\t\\n]]|\\p{Cs}|[\\uFFFE\\uFFFF]", ""));
    }
}
