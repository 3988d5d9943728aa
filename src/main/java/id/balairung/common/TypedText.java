package id.balairung.common;

import java.util.regex.Pattern;

/**
 * Words that a person typed for others to read.
 *
 * @param text what was typed, without the space around it
 */
public record TypedText(String text) {

    /**
     * Controls, and marks that turn the direction of writing: on a screen or a slip they hide or reorder other words. And what no
     * printed page can hold: halves of characters, and numbers that are none.
     */
    private static final Pattern UNPRINTABLE = Pattern.compile(
            "[\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069\\uFFFE\\uFFFF]");

    /** Strips what was typed. */
    public TypedText {
        text = text.strip();
    }

    /** Whether everything in it can be printed among other words without changing how those are read. */
    public boolean printable() {
        return !UNPRINTABLE.matcher(text).find();
    }

    /** What was typed in one line, with a space for everything that can't be printed among other words. */
    public String readable() {
        return UNPRINTABLE.matcher(text).replaceAll(" ").replaceAll("\\s+", " ").strip();
    }
}
