package id.balairung.history;

import id.balairung.agency.AgencySummary;
import id.balairung.agency.ServiceCatalogue;
import id.balairung.audit.ReadingAcross;
import id.balairung.security.CurrentStaff;
import id.balairung.security.Role;
import id.balairung.security.StaffId;
import id.balairung.security.StaffPrincipal;
import id.balairung.staff.StaffNames;
import id.balairung.tenancy.AgencyId;
import id.balairung.tenancy.AllAgencies;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The counters and officers that the history can be searched for: those of whom it has turns, also when they are gone. Of one's
 * own agency, and none of another; of any for the head, which each agency finds in its trail.
 */
@Service
public class HistoryChoices {

    private static final String DATA = "history";

    private final TurnChoices choices;
    private final StaffNames names;
    private final ServiceCatalogue catalogue;
    private final ReadingAcross readings;
    private final CurrentStaff currentStaff;
    private final TransactionTemplate reading;

    HistoryChoices(
            TurnChoices choices,
            StaffNames names,
            ServiceCatalogue catalogue,
            ReadingAcross readings,
            CurrentStaff currentStaff,
            PlatformTransactionManager transactions) {
        this.choices = choices;
        this.names = names;
        this.catalogue = catalogue;
        this.readings = readings;
        this.currentStaff = currentStaff;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    /**
     * The numbers of counters, in order.
     *
     * @param agency of which agency; empty for all that may be read
     */
    @RolesAllowed({Role.OFFICER_ROLE, Role.AGENCY_ADMIN_ROLE, Role.MALL_HEAD_ROLE})
    public List<Integer> counters(Optional<AgencyId> agency) {
        if (isForeign(agency)) {
            return List.of();
        }
        Optional<AgencyId> readable = readable(agency);
        return reading
                .execute(status -> readable.map(choices::counters).orElseGet(() -> choices.counters(AllAgencies.READ)))
                .stream()
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
    }

    /**
     * What officers are called. An officer knows only the own name.
     *
     * @param agency of which agency; empty for all that may be read
     */
    @RolesAllowed({Role.OFFICER_ROLE, Role.AGENCY_ADMIN_ROLE, Role.MALL_HEAD_ROLE})
    public Map<StaffId, String> officers(Optional<AgencyId> agency) {
        if (isForeign(agency)) {
            return Map.of();
        }
        StaffPrincipal reader = currentStaff.require();
        if (reader.role() == Role.OFFICER) {
            return Map.of(reader.id(), reader.displayName());
        }
        Optional<AgencyId> readable = readable(agency);
        return reading.execute(status ->
                names.of(readable.map(choices::officers).orElseGet(() -> choices.officers(AllAgencies.READ))));
    }

    private boolean isForeign(Optional<AgencyId> asked) {
        Optional<AgencyId> own = currentStaff.require().agency();
        return own.isPresent() && asked.isPresent() && !asked.equals(own);
    }

    private Optional<AgencyId> readable(Optional<AgencyId> asked) {
        Optional<AgencyId> own = currentStaff.require().agency();
        if (own.isPresent()) {
            return own;
        }
        readings.of(asked.map(List::of).orElseGet(this::everyAgency), DATA);
        return asked;
    }

    private List<AgencyId> everyAgency() {
        return catalogue.agencies().stream().map(AgencySummary::id).toList();
    }
}
