package id.balairung.sheet;

/**
 * What importing a row would do.
 *
 * @param kind what it would do
 * @param what what it would change, as people call it; empty when it changes nothing that is there
 */
public record RowEffect(Kind kind, String what) {

    /** What a row can do. */
    public enum Kind {
        /** It makes something new. */
        ADDS,
        /** It changes something that is there. */
        CHANGES,
        /** It is there already, as it stands in the row. */
        SAME
    }

    /** Something new. */
    public static RowEffect adds() {
        return new RowEffect(Kind.ADDS, "");
    }

    /** A change of what is there. */
    public static RowEffect changes(String what) {
        return new RowEffect(Kind.CHANGES, what);
    }

    /** Nothing. */
    public static RowEffect same() {
        return new RowEffect(Kind.SAME, "");
    }
}
