package id.balairung.history;

import id.balairung.sheet.SheetFormat;
import java.util.Locale;

/**
 * What somebody wants to have as a file.
 *
 * @param filter which turns
 * @param format as which kind of file
 * @param notes whether with what officers noted, which may tell of visitors; for an agency's admin
 * @param language in whose words
 */
public record ExportWish(HistoryFilter filter, SheetFormat format, boolean notes, Locale language) {}
