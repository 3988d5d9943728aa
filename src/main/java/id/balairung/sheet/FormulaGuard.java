package id.balairung.sheet;

import java.util.regex.Pattern;

/**
 * Keeps words from acting as a formula. A spreadsheet takes a CSV cell that begins like a formula for one, also after spaces
 * and in full-width forms; an apostrophe before it makes it words. So does what stands after a comma, a tab or a line end within
 * a cell: a spreadsheet that splits at another sign than ours, as in another country, takes it for a cell of its own, whatever
 * quotes there are. Words that have such an apostrophe of their own there get another one, so that taking one off again always
 * gives what was there.
 */
record FormulaGuard(String text) {

    private static final String SIGN = "[=+\\-@\\uFF1D\\uFF0B\\uFF0D\\uFF20\\u2212\\uFE62\\uFE63\\uFE66\\uFE6B]";
    private static final Pattern RISKY = Pattern.compile("^'*(?:[\\t\\r\\n]|[\\s\\p{Z}\\p{Cf}]*" + SIGN + ")");

    /** How a formula begins, after apostrophes, blanks and quotes. */
    private static final String FORMULA = "[\\s\\p{Z}\\p{Cf}\"&&[^\\t\\n]]*" + SIGN;

    /**
     * A number and nothing else up to the next comma, as in "berkas kurang, -2"; at the end of the words, where a quote follows it
     * in the file, too: no formula goes on like that.
     */
    private static final String NUMBER = " *[+-]\\d{1,15}(?:\\.\\d{1,15})?(?:,|\\z)";

    /** A place within a cell, up to which another spreadsheet may have split, with how a formula begins after it: quoted, too. */
    private static final String WITHIN =
            "(?<=,)%1$s(?='*(?!" + NUMBER + ")" + FORMULA + ")|(?<=[\\t\\n])%1$s(?='*" + FORMULA + ")";

    private static final Pattern UNGUARDED = Pattern.compile(WITHIN.formatted(""));
    private static final Pattern GUARDED = Pattern.compile(WITHIN.formatted("'"));

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

    /** As it is written where cells are told apart by signs. */
    String guarded() {
        String whole = risky() ? "'" + text : text;
        return mayBeSplit() ? UNGUARDED.matcher(whole).replaceAll("'") : whole;
    }

    /** As it was before {@link #guarded()}. */
    String bare() {
        String whole = mayBeSplit() ? GUARDED.matcher(text).replaceAll("") : text;
        return whole.startsWith("'") && new FormulaGuard(whole.substring(1)).risky() ? whole.substring(1) : whole;
    }

    /** Whether a spreadsheet that splits at other signs than ours would make several cells of it. */
    boolean mayBeSplit() {
        return text.indexOf(',') >= 0 || text.indexOf('\t') >= 0 || text.indexOf('\n') >= 0;
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
