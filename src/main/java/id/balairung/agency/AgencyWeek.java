package id.balairung.agency;

import id.balairung.tenancy.AgencyId;
import id.balairung.tenancy.AgencyOwned;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The version of an agency's hours as a whole: they are edited in one form. */
@Entity
@Table(name = "agency_week")
class AgencyWeek extends AgencyOwned {

    /** The agency's own. */
    @Id
    private UUID id;

    private @Nullable LastChange lastChange;

    @Version
    private @Nullable Integer version;

    protected AgencyWeek() {}

    AgencyWeek(AgencyId agency) {
        this.id = agency.value();
    }

    void changed(LastChange change) {
        lastChange = change;
    }

    @Nullable
    LastChange lastChange() {
        return lastChange;
    }

    @Nullable
    Integer version() {
        return version;
    }
}
