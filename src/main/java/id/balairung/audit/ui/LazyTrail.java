package id.balairung.audit.ui;

import id.balairung.audit.AuditEntry;
import id.balairung.audit.AuditFilter;
import id.balairung.audit.AuditKey;
import id.balairung.audit.AuditReading;
import id.balairung.tenancy.AgencyId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A trail as a grid asks for it, by offset, read as a long table can be, by key: for each page that was read it remembers where
 * the next begins. It begins at the entry that was the newest when it was opened, so that no row moves under the reader.
 */
final class LazyTrail {

    private final AuditReading reading;
    private final Optional<AgencyId> agency;
    private final AuditFilter filter;
    private final TreeMap<Integer, AuditKey> beginnings = new TreeMap<>();
    private final boolean empty;

    LazyTrail(AuditReading reading, Optional<AgencyId> agency, AuditFilter filter) {
        this.reading = reading;
        this.agency = agency;
        this.filter = filter;
        List<AuditEntry> newest = reading.page(agency, filter, Optional.empty(), 1);
        this.empty = newest.isEmpty();
        newest.forEach(first -> beginnings.put(0, first.key().including()));
    }

    boolean isEmpty() {
        return empty;
    }

    List<AuditEntry> fetch(int offset, int limit) {
        Map.Entry<Integer, AuditKey> nearest = beginnings.floorEntry(offset);
        if (nearest == null) {
            return List.of();
        }
        int skipped = offset - nearest.getKey();
        List<AuditEntry> read = reading.page(agency, filter, Optional.of(nearest.getValue()), skipped + limit);
        List<AuditEntry> page = read.subList(Math.min(skipped, read.size()), read.size());
        if (!page.isEmpty()) {
            beginnings.put(offset + page.size(), page.getLast().key());
        }
        return page;
    }
}
