package id.balairung.shell;

import java.io.Serializable;
import java.util.Locale;

/**
 * The language that somebody chose before signing in. The browser's own language is not asked: many PCs in an office
 * speak English while the people at them speak Indonesian.
 *
 * @param locale Indonesian or English
 */
record ChosenLanguage(Locale locale) implements Serializable {}
