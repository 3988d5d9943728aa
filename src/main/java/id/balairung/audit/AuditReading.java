package id.balairung.audit;

import id.balairung.common.BusinessRuleViolation;
import id.balairung.security.CurrentStaff;
import id.balairung.security.Reauthentication;
import id.balairung.security.ReauthenticationRequired;
import id.balairung.security.Role;
import id.balairung.tenancy.AgencyId;
import jakarta.annotation.security.RolesAllowed;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;

/**
 * Reads the trails. An agency's admin reads that of the own agency, whatever is asked for. A mall admin reads the mall's, and any
 * agency's, which is a reading that the agency finds in its trail.
 */
@Service
public class AuditReading {

    /** The most rows that an export has. */
    public static final int MOST_EXPORTED = 100_000;

    private static final String DATA = "audit";
    private static final int PAGE = 1000;

    private final TrailRows rows;
    private final AuditTrail trail;
    private final ReadingAcross readings;
    private final AuditedMall mall;
    private final Reauthentication reauthentication;
    private final CurrentStaff currentStaff;

    AuditReading(
            TrailRows rows,
            AuditTrail trail,
            ReadingAcross readings,
            AuditedMall mall,
            Reauthentication reauthentication,
            CurrentStaff currentStaff) {
        this.rows = rows;
        this.trail = trail;
        this.readings = readings;
        this.mall = mall;
        this.reauthentication = reauthentication;
        this.currentStaff = currentStaff;
    }

    /**
     * A page of a trail, newest first.
     *
     * @param agency whose trail, for a mall admin; empty for the mall's
     * @param filter what is looked for
     * @param after the place after which the page begins; empty for the first
     * @param limit how many entries at most
     * @throws AccessDeniedException when there is no such agency
     */
    @RolesAllowed({Role.AGENCY_ADMIN_ROLE, Role.MALL_ADMIN_ROLE})
    public List<AuditEntry> page(Optional<AgencyId> agency, AuditFilter filter, Optional<AuditKey> after, int limit) {
        return rows.page(readable(agency), filter, after, limit);
    }

    /**
     * How many entries there are.
     *
     * @param agency whose trail, for a mall admin; empty for the mall's
     * @param filter what is looked for
     * @return no more than one more than {@link #MOST_EXPORTED}
     */
    @RolesAllowed({Role.AGENCY_ADMIN_ROLE, Role.MALL_ADMIN_ROLE})
    public int count(Optional<AgencyId> agency, AuditFilter filter) {
        return rows.count(readable(agency), filter, Optional.empty(), MOST_EXPORTED + 1);
    }

    /**
     * All entries that are there now, read page by page, and records that they were exported.
     *
     * @param agency whose trail, for a mall admin; empty for the mall's
     * @param filter what is looked for
     * @return the entries, newest first, to be gone through once
     * @throws ReauthenticationRequired when nobody proved lately who sits there
     * @throws BusinessRuleViolation when there are more than {@link #MOST_EXPORTED}
     */
    @RolesAllowed({Role.AGENCY_ADMIN_ROLE, Role.MALL_ADMIN_ROLE})
    public Iterable<AuditEntry> export(Optional<AgencyId> agency, AuditFilter filter) {
        reauthentication.requireFresh();
        AgencyId read = readable(agency);
        // What is added from now on, such as the record of this export, is no part of it.
        Optional<AuditKey> newest = rows.page(read, filter, Optional.empty(), 1).stream()
                .findFirst()
                .map(first -> first.key().including());
        int count = newest.isEmpty() ? 0 : rows.count(read, filter, newest, MOST_EXPORTED + 1);
        if (count > MOST_EXPORTED) {
            throw new BusinessRuleViolation("audit.refused.too-many", MOST_EXPORTED);
        }
        AuditEvent event = new AuditEvent(
                AuditKind.EXPORTED,
                Optional.of(read).filter(of -> !of.equals(AuditTrail.MALL)),
                DATA,
                Map.of(),
                filter.values());
        trail.recordAlone(event.with("rows", String.valueOf(count)));
        return newest.<Iterable<AuditEntry>>map(from -> () -> entries(read, filter, from))
                .orElse(List.of());
    }

    private Iterator<AuditEntry> entries(AgencyId read, AuditFilter filter, AuditKey from) {
        return Stream.iterate(
                        rows.page(read, filter, Optional.of(from), PAGE),
                        page -> !page.isEmpty(),
                        page -> rows.page(
                                read, filter, Optional.of(page.getLast().key()), PAGE))
                .flatMap(List::stream)
                .iterator();
    }

    private AgencyId readable(Optional<AgencyId> asked) {
        return currentStaff
                .require()
                .agency()
                .orElseGet(() -> asked.map(this::across).orElse(AuditTrail.MALL));
    }

    private AgencyId across(AgencyId agency) {
        if (mall.agencies().stream().noneMatch(known -> known.id().equals(agency))) {
            throw new AccessDeniedException("No such agency");
        }
        readings.of(List.of(agency), DATA);
        return agency;
    }
}
