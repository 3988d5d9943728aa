package id.balairung.sheet;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A column of a table.
 *
 * @param name what the code calls it
 * @param header what stands above it in a file that is written
 * @param alsoCalled headers that are understood as well when a file is read, e.g. the other language's
 * @param width how wide it is in a file that is written, in characters
 * @param required whether a file without it is refused
 */
public record SheetColumn(String name, String header, List<String> alsoCalled, int width, boolean required) {

    /** A column that each file must have. */
    public SheetColumn(String name, String header, List<String> alsoCalled, int width) {
        this(name, header, alsoCalled, width, true);
    }

    /** Keeps the headers as they are. */
    public SheetColumn {
        alsoCalled = List.copyOf(alsoCalled);
    }

    /** The same, but read as empty in files that don't have it, e.g. those written before there was one. */
    public SheetColumn optional() {
        return new SheetColumn(name, header, alsoCalled, width, false);
    }

    /** Whether a header found in a file means this column; case and spaces don't count. */
    boolean isCalled(String found) {
        return Stream.concat(Stream.of(header), alsoCalled.stream())
                .map(SheetColumn::plain)
                .anyMatch(plain(found)::equals);
    }

    private static String plain(String header) {
        return header.replaceAll("[\\s\\p{Z}\\p{Cf}*]+", " ").strip().toLowerCase(Locale.ROOT);
    }
}
