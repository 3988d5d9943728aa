package id.balairung.agency;

import id.balairung.tenancy.AgencyId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "agency")
class Agency {

    private static final Pattern CODE = Pattern.compile("[A-Z0-9-]{1,20}");
    private static final Pattern LETTERS = Pattern.compile("[A-Z]{1,2}");

    @Id
    private UUID id;

    @Column(nullable = false)
    private String code;

    @Column(nullable = false)
    private String letters;

    @Column(nullable = false)
    private String name;

    private @Nullable Instant suspendedAt;

    private @Nullable LastChange lastChange;

    @Version
    private @Nullable Integer version;

    protected Agency() {}

    Agency(AgencyId id, String code, String letters, String name) {
        if (!CODE.matcher(code).matches()) {
            throw new IllegalArgumentException(
                    "An agency's code has 1 to 20 capitals, digits and hyphens, not " + code);
        }
        if (!LETTERS.matcher(letters).matches()) {
            throw new IllegalArgumentException("An agency has one or two letters, not " + letters);
        }
        this.id = id.value();
        this.code = code;
        this.letters = letters;
        this.name = name;
    }

    void rename(String newName, LastChange change) {
        name = newName;
        lastChange = change;
    }

    void suspend(LastChange change, Instant at) {
        suspendedAt = at;
        lastChange = change;
    }

    void resume(LastChange change) {
        suspendedAt = null;
        lastChange = change;
    }

    boolean isSuspended() {
        return suspendedAt != null;
    }

    @Nullable
    LastChange lastChange() {
        return lastChange;
    }

    @Nullable
    Integer version() {
        return version;
    }

    AgencySummary summary() {
        return new AgencySummary(id(), code, letters, name, isSuspended());
    }

    AgencyDetails details() {
        return new AgencyDetails(id(), code, letters, name, isSuspended(), Objects.requireNonNull(version));
    }

    AgencyId id() {
        return new AgencyId(id);
    }

    String code() {
        return code;
    }

    String letters() {
        return letters;
    }

    String name() {
        return name;
    }
}
