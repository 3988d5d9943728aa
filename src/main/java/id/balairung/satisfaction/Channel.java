package id.balairung.satisfaction;

/** By which way a response came. */
public enum Channel {
    /** The link or code on the slip. */
    LINK,
    /** The rating pad at the counter. */
    PAD
}
