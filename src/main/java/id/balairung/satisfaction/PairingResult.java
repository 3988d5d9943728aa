package id.balairung.satisfaction;

/** What came of a code that was typed into a pad. */
public sealed interface PairingResult {

    /**
     * The pad is paired.
     *
     * @param secret what it shows from then on
     */
    record Paired(String secret) implements PairingResult {}

    /** The code isn't, or is no longer, one. */
    record Wrong() implements PairingResult {}

    /** So many wrong codes were typed, at whichever pads, that none is looked at for a while. */
    record Paused() implements PairingResult {}
}
