package id.balairung.counter;

import id.balairung.agency.ServiceId;
import id.balairung.tenancy.AgencyId;
import id.balairung.tenancy.AgencyOwned;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
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
        services.forEach(service -> this.services.add(new OfferedService(agency, service)));
    }

    CounterId id() {
        return new CounterId(id);
    }

    CounterSummary summary(boolean taken) {
        return new CounterSummary(id(), number, services(), taken);
    }

    int number() {
        return number;
    }

    Set<ServiceId> services() {
        return services.stream().map(OfferedService::service).collect(Collectors.toUnmodifiableSet());
    }
}
