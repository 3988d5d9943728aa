package id.balairung.shell;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Stands for a throwable whose message is longer than anybody reads, such as one that quotes what a browser sent. */
final class ShortFault extends Exception {

    private static final int LONGEST = 500;
    private static final int DEEPEST = 20;

    private ShortFault(Throwable whole, int depth) {
        super(cut(whole.toString()), cause(whole, depth));
        setStackTrace(whole.getStackTrace());
    }

    /** The throwable itself where its messages are short. */
    static Throwable of(Throwable thrown) {
        boolean tooLong = Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                .limit(DEEPEST)
                .anyMatch(cause -> cause.toString().length() > LONGEST);
        return tooLong ? new ShortFault(thrown, 1) : thrown;
    }

    private static @Nullable Throwable cause(Throwable whole, int depth) {
        return whole.getCause() == null || depth == DEEPEST ? null : new ShortFault(whole.getCause(), depth + 1);
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
    }

    @Override
    public String toString() {
        return String.valueOf(getMessage());
    }
}
