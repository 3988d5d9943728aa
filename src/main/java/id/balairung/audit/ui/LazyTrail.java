package id.balairung.audit.ui;

import id.balairung.audit.AuditEntry;
import id.balairung.audit.AuditFilter;
import id.balairung.audit.AuditKey;
import id.balairung.audit.AuditReading;
import id.balairung.common.ui.KeyedPages;
import id.balairung.tenancy.AgencyId;
import java.util.List;
import java.util.Optional;

/**
 * A trail as a grid asks for it. It begins at the entry that was the newest when it was opened, so that no row moves under the
 * reader.
 */
final class LazyTrail {

    private final KeyedPages<AuditEntry, AuditKey> pages;
    private final boolean empty;

    LazyTrail(AuditReading reading, Optional<AgencyId> agency, AuditFilter filter) {
        Optional<AuditKey> newest = reading.page(agency, filter, Optional.empty(), 1).stream()
                .findFirst()
                .map(first -> first.key().including());
        this.pages =
                new KeyedPages<>((after, limit) -> reading.page(agency, filter, after, limit), AuditEntry::key, newest);
        this.empty = newest.isEmpty();
    }

    boolean isEmpty() {
        return empty;
    }

    List<AuditEntry> fetch(int offset, int limit) {
        return empty ? List.of() : pages.fetch(offset, limit);
    }
}
