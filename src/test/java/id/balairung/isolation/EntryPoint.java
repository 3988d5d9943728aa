package id.balairung.isolation;

/**
 * A way in.
 *
 * @param kind what sort of way
 * @param name which one, as short as it stays unmistakable
 */
record EntryPoint(Kind kind, String name) implements Comparable<EntryPoint> {

    /** What sorts of ways there are, and how a row for one begins. */
    enum Kind {
        SCREEN("Screens", "screen(\"%s\", ...)"),
        FRAME("Layouts and error views", "standing(FRAME, \"%s\", \"why it gives nothing away\")"),
        SERVICE("Services", "service(\"%s\", State.ANY, cell -> ...).officer(DONE, RULE)..."),
        TOPIC("Topics of the live feed", "standing(TOPIC, \"%s\", \"by which service one follows it\")"),
        MESSAGE("Messages that a page sends", "standing(MESSAGE, \"%s\", \"what it can do\")"),
        TRANSFER("Downloads and uploads", "standing(TRANSFER, \"%s\", \"proved by SomeTest.someFact\")"),
        ADDRESS(
                "Addresses beside the screens",
                "address(\"%s\", \"/its/address\", anonymous status, signed-in status)");

        private final String title;
        private final String row;

        Kind(String title, String row) {
            this.title = title;
            this.row = row;
        }

        String title() {
            return title;
        }
    }

    /** What to write into the table for it. */
    String missingRow() {
        return kind.row.formatted(name);
    }

    @Override
    public int compareTo(EntryPoint other) {
        int byKind = kind.compareTo(other.kind);
        return byKind != 0 ? byKind : name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return kind.name().toLowerCase(java.util.Locale.ROOT) + " " + name;
    }
}
