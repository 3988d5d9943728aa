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
        Optional<String> fault,
        Instant requestedAt,
        Optional<Instant> expiresAt,
        Optional<Long> bytes) {}
