package id.balairung.queue;

import java.text.BreakIterator;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a visitor told, made unreadable: enough to tell two tickets apart, too little to know who it was.
 *
 * @param name the name with only the first letter of each word, e.g. "S*** R********"; empty when not told
 * @param phone the number with only its first two and last three digits, e.g. "08** **** *789"; empty when not told
 * @param revealable whether whoever asked may have it in clear
 */
public record MaskedVisitor(Optional<String> name, Optional<String> phone, boolean revealable) {

    private static final String HIDDEN = "*";
    private static final int SHORT_PHONE = 9;
    private static final int GROUP = 4;

    static MaskedVisitor of(Visitor visitor, boolean revealable) {
        return new MaskedVisitor(
                visitor.name().map(MaskedVisitor::maskedName),
                visitor.phone().map(MaskedVisitor::maskedPhone),
                revealable);
    }

    /** Whether the visitor told nothing, or nothing is kept any more. */
    public boolean empty() {
        return name.isEmpty() && phone.isEmpty();
    }

    private static String maskedName(String name) {
        return Arrays.stream(name.split("[\\s\\p{Z}]+"))
                .filter(word -> !word.isEmpty())
                .map(MaskedVisitor::maskedWord)
                .collect(Collectors.joining(" "));
    }

    /** Counts in what a reader takes for letters, whatever they are made of. A letter alone would be the whole word. */
    private static String maskedWord(String word) {
        BreakIterator letters = BreakIterator.getCharacterInstance(Locale.ROOT);
        letters.setText(word);
        int first = letters.next();
        int hidden = 0;
        while (letters.next() != BreakIterator.DONE) {
            hidden++;
        }
        return hidden == 0 ? HIDDEN : word.substring(0, first) + HIDDEN.repeat(hidden);
    }

    /** A short number shows only its end: of six digits five would give it away. */
    private static String maskedPhone(String phone) {
        String digits = phone.replaceAll("[^0-9]", "");
        int start = digits.length() < SHORT_PHONE ? 0 : 2;
        int end = digits.length() < SHORT_PHONE ? 2 : 3;
        String masked = digits.substring(0, start)
                + HIDDEN.repeat(digits.length() - start - end)
                + digits.substring(digits.length() - end);
        return (phone.startsWith("+") ? "+" : "") + masked.replaceAll("(.{" + GROUP + "})(?=.)", "$1 ");
    }
}
