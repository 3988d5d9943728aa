package id.balairung.history;

import id.balairung.queue.TicketNumber;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A ticket number as somebody types it: DA-012, da 12, DA or 12.
 *
 * @param prefix the service's prefix in capitals; empty for any
 * @param sequence the running number; empty for any
 */
public record NumberSearch(Optional<String> prefix, Optional<Integer> sequence) {

    private static final Pattern TYPED = Pattern.compile("([A-Z]{1,3})?[\\s\\p{Pd}.]*(\\d{1,6})?");

    /**
     * What was typed.
     *
     * @param typed the words
     * @return empty when they can't be a number
     */
    public static Optional<NumberSearch> of(String typed) {
        Matcher found = TYPED.matcher(typed.strip().toUpperCase(Locale.ROOT));
        if (!found.matches() || (found.group(1) == null && found.group(2) == null)) {
            return Optional.empty();
        }
        return Optional.of(new NumberSearch(
                Optional.ofNullable(found.group(1)),
                Optional.ofNullable(found.group(2)).map(Integer::valueOf)));
    }

    /** Whether it is that number. */
    boolean matches(TicketNumber number) {
        return prefix.map(number.prefix()::equals).orElse(true)
                && sequence.map(typed -> typed == number.sequence()).orElse(true);
    }
}
