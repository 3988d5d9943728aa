package id.balairung.history;

import id.balairung.security.StaffId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import java.util.UUID;

/** The columns that a person chose. */
@Entity
@Table(name = "history_columns")
class KeptColumns {

    @Id
    private UUID staffId;

    @Column(nullable = false)
    private String chosen;

    protected KeptColumns() {}

    KeptColumns(StaffId owner, List<String> columns) {
        this.staffId = owner.value();
        this.chosen = String.join(",", columns);
    }

    List<String> columns() {
        return List.of(chosen.split(","));
    }
}
