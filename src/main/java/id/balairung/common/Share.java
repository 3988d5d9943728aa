package id.balairung.common;

import java.util.Optional;

/**
 * How many of how many.
 *
 * @param part how many
 * @param whole of how many, at least {@code part}
 */
public record Share(long part, long whole) {

    /**
     * In whole percent, rounded to the nearest, a half up. Only all of them are 100, and only none is 0: a single miss among
     * thousands still reads as 99, a single hit as 1. Empty when there is nothing to have a share of.
     */
    public Optional<Integer> percent() {
        if (whole == 0) {
            return Optional.empty();
        }
        int rounded = (int) Math.round(100.0 * part / whole);
        int least = part == 0 ? 0 : 1;
        int most = part == whole ? 100 : 99;
        return Optional.of(Math.clamp(rounded, least, most));
    }
}
