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

    private static final Pattern UNSTORABLE = Pattern.compile("[\\p{Cc}&&[^\\t\\n]]|\\p{Cs}|[\\uFFFE\\uFFFF]");

    boolean risky() {
        return !text.isEmpty()
                && !isHarmless(text.charAt(0))
                && RISKY.matcher(text).find();
    }

    /** As nearly all begin: spares a search for each cell of a million rows. */
    private static boolean isHarmless(char first) {
        return (first >= '0' && first <= '9') || (first >= 'A' && first <= 'Z') || (first >= 'a' && first <= 'z');
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
        return new FormulaGuard(
                text.chars().allMatch(FormulaGuard::isPrintable)
                        ? text
                        : UNSTORABLE
                                .matcher(text.replace("\r\n", "\n").replace('\r', '\n'))
                                .replaceAll(""));
    }

    /** Of the Latin alphabet and its neighbours, controls left out. */
    private static boolean isPrintable(int sign) {
        return (sign >= ' ' && sign <= '~') || (sign >= 0xA0 && sign < 0x250);
    }
}
