package id.balairung.history;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * An import that was carried out.
 *
 * @param id the import
 * @param fileName what the file was called
 * @param by who imported it
 * @param at when, UTC
 * @param rows how many turns it added
 * @param known how many rows were there already
 * @param first the first service day among those added
 * @param last the last one
 * @param undoneAt when it was undone, UTC; its turns are gone then
 */
public record ImportRun(
        ImportId id,
        String fileName,
        String by,
        Instant at,
        int rows,
        int known,
        Optional<LocalDate> first,
        Optional<LocalDate> last,
        Optional<Instant> undoneAt) {}
