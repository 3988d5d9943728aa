package id.balairung.staff;

import id.balairung.common.BusinessRuleViolation;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/**
 * Which passwords people may choose: long ones that aren't made of what is tried first. There are no composition rules.
 *
 * <p>A password is weighed by what it would be put together from: a listed or personal word counts 1 however often it is
 * repeated and however its letters are disguised (k3nd4r1), a letter that belongs to no word 1/2, a digit 1/4, a run along the
 * keyboard, the alphabet or the digits 1/2, a year or a date 1/4, a space or another sign nothing. The lightest way counts, and
 * 3 is enough: a passphrase of three words passes, a word with a year and a sign doesn't.
 */
@Component
class PasswordPolicy {

    /** In code points, after NFKC. */
    static final int SHORTEST = 12;

    static final int LONGEST = 128;

    /** Before it is normalised, which takes long for what is long. In UTF-16 units. */
    private static final int LONGEST_TYPED = 512;

    private static final String LIST = "/passwords/common-words.txt";

    private static final double ENOUGH = 3;
    private static final double WORD = 1;
    private static final double LETTER = 0.5;
    private static final double DIGIT = 0.25;
    private static final double RUN = 0.5;
    private static final double DATE = 0.25;
    private static final double SIGN = 0;
    private static final int SHORTEST_RUN = 3;

    private static final List<String> ROWS = List.of(
            "01234567890",
            "abcdefghijklmnopqrstuvwxyz",
            "qwertyuiop",
            "asdfghjkl",
            "zxcvbnm",
            "1qaz2wsx3edc4rfv5tgb6yhn7ujm",
            "qazwsxedcrfvtgbyhnujm");

    private final List<String> listed;

    PasswordPolicy() {
        this.listed = read();
    }

    /**
     * Checks a new password.
     *
     * @param password what was typed
     * @param personal what everybody knows of its owner
     * @throws BusinessRuleViolation when it may not be used, with the reason
     */
    void check(String password, PersonalWords personal) {
        if (password.length() > LONGEST_TYPED) {
            throw new BusinessRuleViolation("staff.password.too-long", LONGEST);
        }
        String text = Normalizer.normalize(password, Normalizer.Form.NFKC);
        int length = text.codePointCount(0, text.length());
        if (length < SHORTEST) {
            throw new BusinessRuleViolation("staff.password.too-short", SHORTEST);
        }
        if (length > LONGEST) {
            throw new BusinessRuleViolation("staff.password.too-long", LONGEST);
        }
        String plain = text.toLowerCase(Locale.ROOT);
        if (weight(plain, List.of()) < ENOUGH) {
            throw new BusinessRuleViolation("staff.password.pattern");
        }
        if (weight(plain, listed) < ENOUGH) {
            throw new BusinessRuleViolation("staff.password.common");
        }
        if (weight(plain, listed, personal.words()) < ENOUGH) {
            throw new BusinessRuleViolation("staff.password.personal");
        }
    }

    @SafeVarargs
    private static double weight(String password, Collection<String>... words) {
        int[] letters = password.codePoints().toArray();
        double[] lightest = new double[letters.length + 1];
        Arrays.fill(lightest, Double.MAX_VALUE);
        lightest[0] = 0;
        for (int at = 0; at < letters.length; at++) {
            double before = lightest[at];
            reach(lightest, at + 1, before + alone(letters[at]));
            for (int length = SHORTEST_RUN; at + length <= letters.length && isRun(letters, at, length); length++) {
                reach(lightest, at + length, before + RUN);
            }
            for (int length : new int[] {4, 6, 8}) {
                if (isDate(letters, at, length)) {
                    reach(lightest, at + length, before + DATE);
                }
            }
            for (Collection<String> list : words) {
                for (String word : list) {
                    // Again and again costs no more than once.
                    int end = endOf(word, letters, at);
                    while (end > 0) {
                        reach(lightest, end, before + WORD);
                        end = endOf(word, letters, end);
                    }
                }
            }
            // The whole so far, again.
            for (int length = 1; length <= at; length++) {
                if (repeats(letters, at, length)) {
                    reach(lightest, at + length, before);
                }
            }
        }
        return lightest[letters.length];
    }

    private static void reach(double[] lightest, int end, double weight) {
        lightest[end] = Math.min(lightest[end], weight);
    }

    private static double alone(int letter) {
        if (Character.isLetter(letter)) {
            return LETTER;
        }
        return Character.isDigit(letter) ? DIGIT : SIGN;
    }

    /** Whether the letters from a place on repeat those right before it. */
    private static boolean repeats(int[] letters, int at, int length) {
        return at + length <= letters.length && Arrays.equals(letters, at - length, at, letters, at, at + length);
    }

    private static boolean isRun(int[] letters, int at, int length) {
        String part = new String(letters, at, length);
        String back = new StringBuilder(part).reverse().toString();
        return part.chars().distinct().count() == 1
                || ROWS.stream().anyMatch(row -> row.contains(part) || row.contains(back));
    }

    /** A year of somebody alive, or a day: ddmmyyyy, yyyymmdd, ddmmyy, yymmdd. */
    private static boolean isDate(int[] letters, int at, int length) {
        if (at + length > letters.length) {
            return false;
        }
        String part = new String(letters, at, length);
        return part.matches("(19[3-9]|20[0-4])\\d"
                + "|(0[1-9]|[12]\\d|3[01])(0[1-9]|1[0-2])((19|20)?\\d\\d)"
                + "|((19|20)?\\d\\d)(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])");
    }

    /** Where a word ends that begins at a place, with signs between its letters left out; 0 when it doesn't begin there. */
    private static int endOf(String word, int[] letters, int at) {
        int place = at;
        for (int index = 0; index < word.length(); index++) {
            while (index > 0
                    && place < letters.length
                    && isSign(letters[place])
                    && !stands(letters[place], word.charAt(index))) {
                place++;
            }
            if (place >= letters.length || !stands(letters[place], word.charAt(index))) {
                return 0;
            }
            place++;
        }
        return place;
    }

    private static boolean isSign(int letter) {
        return !Character.isLetterOrDigit(letter);
    }

    /** Whether something typed is a letter, or stands for it as 0 does for o. */
    private static boolean stands(int typed, char letter) {
        if (typed == letter) {
            return true;
        }
        return switch (typed) {
            case '0' -> letter == 'o';
            case '1', '!', '|' -> letter == 'i' || letter == 'l';
            case '2' -> letter == 'z';
            case '3' -> letter == 'e';
            case '4', '@' -> letter == 'a';
            case '5', '$' -> letter == 's';
            case '6' -> letter == 'g' || letter == 'b';
            case '7', '+' -> letter == 't';
            case '8' -> letter == 'b';
            case '9' -> letter == 'g';
            default -> false;
        };
    }

    private static List<String> read() {
        try (InputStream list = PasswordPolicy.class.getResourceAsStream(LIST)) {
            if (list == null) {
                throw new IllegalStateException(LIST + " is missing");
            }
            return new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .flatMap(line -> Arrays.stream(line.strip().split("\\s+")))
                    .filter(word -> !word.isEmpty())
                    .distinct()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
