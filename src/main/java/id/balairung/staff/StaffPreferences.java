package id.balairung.staff;

import java.util.Locale;

/**
 * What a person prefers on every machine they sign in at.
 *
 * @param language the language of the screens, Indonesian or English
 * @param colorScheme light or dark
 * @param singleKeyShortcuts whether single letters act as shortcuts (WCAG 2.1.4 asks that they can be switched off)
 */
public record StaffPreferences(Locale language, ColorScheme colorScheme, boolean singleKeyShortcuts) {

    /** Indonesian, light, with shortcuts. */
    public static StaffPreferences standard() {
        return new StaffPreferences(Locale.forLanguageTag("id"), ColorScheme.LIGHT, true);
    }

    /** The same in another language. */
    public StaffPreferences in(Locale other) {
        return new StaffPreferences(other, colorScheme, singleKeyShortcuts);
    }

    /** The same in another scheme. */
    public StaffPreferences shown(ColorScheme other) {
        return new StaffPreferences(language, other, singleKeyShortcuts);
    }

    /** The same with single-key shortcuts on or off. */
    public StaffPreferences withSingleKeyShortcuts(boolean on) {
        return new StaffPreferences(language, colorScheme, on);
    }
}
