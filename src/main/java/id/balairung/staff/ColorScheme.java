package id.balairung.staff;

/** How a person wants the screen. */
public enum ColorScheme {
    /** Light. */
    LIGHT,
    /** Dark. */
    DARK
}
