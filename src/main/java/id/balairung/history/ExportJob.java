package id.balairung.history;

import java.time.Instant;
import java.util.Optional;

/**
 * An export in the background, as whoever asked for it sees it.
 *
 * @param id the export
 * @param wish what was asked for
 * @param state where it stands
 * @param rows how many rows are written
 * @param expected how many there will be; empty where it wasn't counted
 * @param fault the i18n key of the sentence that says why it failed
 * @param requestedAt when it was asked for, UTC
 * @param expiresAt when it and its file are deleted, UTC; empty while it is under way
 * @param bytes how large the file is; empty while there is none
 */
public record ExportJob(
        ExportId id,
        ExportWish wish,
        ExportState state,
        long rows,
        Optional<Long> expected,
        Optional<String> fault,
        Instant requestedAt,
        Optional<Instant> expiresAt,
        Optional<Long> bytes) {

    /** The same with how many rows there will be. */
    ExportJob of(Optional<Long> all) {
        return new ExportJob(id, wish, state, rows, all, fault, requestedAt, expiresAt, bytes);
    }
}
