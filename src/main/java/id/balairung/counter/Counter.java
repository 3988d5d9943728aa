package id.balairung.counter;

import id.balairung.agency.ServiceId;
import id.balairung.staff.Revision;
import id.balairung.tenancy.AgencyId;
import id.balairung.tenancy.AgencyOwned;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "counter")
class Counter extends AgencyOwned {

    @Id
    private UUID id;

    @Column(nullable = false)
    private int number;

    @Column(nullable = false)
    private String label;

    @Column(nullable = false)
    private String area;

    @Column(nullable = false)
    private boolean enabled;

    @Embedded
    private Revision revision;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "counter_service", joinColumns = @JoinColumn(name = "counter_id"))
    private Set<OfferedService> services = new HashSet<>();

    @Version
    private @Nullable Integer version;

    protected Counter() {}

    Counter(CounterId id, int number, AgencyId agency, Collection<ServiceId> services) {
        if (number < 1) {
            throw new IllegalArgumentException("Counters are numbered from 1");
        }
        this.id = id.value();
        this.number = number;
        this.label = "";
        this.area = "";
        this.enabled = true;
        this.revision = Revision.first();
        services.forEach(service -> this.services.add(new OfferedService(agency, service)));
    }

    CounterId id() {
        return new CounterId(id);
    }

    /** Takes over what its admin filled in; the draft was checked. */
    void follow(CounterDraft draft, AgencyId agency, Revision changed) {
        number = draft.number();
        label = draft.label().text();
        area = draft.area().text();
        services.removeIf(offered -> !draft.services().contains(offered.service()));
        draft.services().forEach(service -> services.add(new OfferedService(agency, service)));
        revision = changed;
    }

    void disable(Revision changed) {
        enabled = false;
        revision = changed;
    }

    void enable(Revision changed) {
        enabled = true;
        revision = changed;
    }

    boolean isEnabled() {
        return enabled;
    }

    Revision revision() {
        return revision;
    }

    CounterDetails details(boolean open) {
        return new CounterDetails(id(), number, label, area, services(), enabled, open, revision.number());
    }

    CounterSummary summary(boolean taken) {
        return new CounterSummary(id(), number, label, area, services(), taken);
    }

    int number() {
        return number;
    }

    Set<ServiceId> services() {
        return services.stream().map(OfferedService::service).collect(Collectors.toUnmodifiableSet());
    }
}
