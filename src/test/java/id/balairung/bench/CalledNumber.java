package id.balairung.bench;

/** A ticket's number in the one queue of the benchmark, in which everybody's turn comes in the order of the numbers. */
record CalledNumber(String prefix, int value) {

    /** Whose turn it is after that. */
    CalledNumber next() {
        return new CalledNumber(prefix, value + 1);
    }

    @Override
    public String toString() {
        return "%s-%03d".formatted(prefix, value);
    }
}
