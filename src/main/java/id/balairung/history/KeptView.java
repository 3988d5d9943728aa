package id.balairung.history;

import id.balairung.common.TimeOrderedId;
import id.balairung.security.StaffId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A person's own filter of the history under a name. */
@Entity
@Table(name = "history_view")
class KeptView {

    @Id
    private UUID id;

    @Column(nullable = false)
    private UUID staffId;

    @Column(nullable = false)
    private String name;

    @Column(nullable = false)
    private String query;

    @Column(nullable = false)
    private Instant created;

    protected KeptView() {}

    KeptView(StaffId owner, String name, String query, Instant created) {
        this.id = TimeOrderedId.next();
        this.staffId = owner.value();
        this.name = name;
        this.query = query;
        this.created = created;
    }

    SavedView view() {
        return new SavedView(id, name, query);
    }

    void rename(String other) {
        name = other;
    }

    void replace(String other) {
        query = other;
    }
}
