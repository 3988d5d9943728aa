package id.balairung.counter;

import id.balairung.common.TimeOrderedId;
import id.balairung.security.StaffId;
import id.balairung.tenancy.AgencyOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** A counter that an officer may open. Who has none may open all of the agency's. */
@Entity
@Table(name = "assigned_counter")
class AssignedCounter extends AgencyOwned {

    @Id
    private UUID id;

    @Column(nullable = false)
    private UUID officerId;

    @Column(nullable = false)
    private UUID counterId;

    protected AssignedCounter() {}

    AssignedCounter(StaffId officer, CounterId counter) {
        this.id = TimeOrderedId.next();
        this.officerId = officer.value();
        this.counterId = counter.value();
    }

    StaffId officer() {
        return new StaffId(officerId);
    }

    UUID counterId() {
        return counterId;
    }
}
