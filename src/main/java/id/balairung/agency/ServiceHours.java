package id.balairung.agency;

import id.balairung.common.TimeOrderedId;
import id.balairung.tenancy.AgencyOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "service_hours")
class ServiceHours extends AgencyOwned {

    @Id
    private UUID id;

    @Column(nullable = false)
    private UUID serviceId;

    @Column(nullable = false, columnDefinition = "tinyint")
    private int weekday;

    private @Nullable LocalTime opens;

    private @Nullable LocalTime closes;

    protected ServiceHours() {}

    ServiceHours(ServiceId service, DayOfWeek weekday, OwnHours own) {
        this.id = TimeOrderedId.next();
        this.serviceId = service.value();
        this.weekday = weekday.getValue();
        this.opens = own.hours().map(DayHours::opens).orElse(null);
        this.closes = own.hours().map(DayHours::closes).orElse(null);
    }

    ServiceId service() {
        return new ServiceId(serviceId);
    }

    DayOfWeek weekday() {
        return DayOfWeek.of(weekday);
    }

    OwnHours own() {
        return new OwnHours(
                opens == null || closes == null ? Optional.empty() : Optional.of(new DayHours(opens, closes)));
    }
}
