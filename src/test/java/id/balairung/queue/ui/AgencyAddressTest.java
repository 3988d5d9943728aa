package id.balairung.queue.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.Location;
import id.balairung.agency.AgencySummary;
import id.balairung.tenancy.AgencyId;
import org.junit.jupiter.api.Test;

/** An address leads back to the agency whose code stands in it. */
class AgencyAddressTest {

    @Test
    void whateverACodeContainsIsReadAsItWasWritten() {
        AgencySummary agency = new AgencySummary(AgencyId.next(), "A&B=1 #%+é", "D", "Dinas", false);
        Location address = new Location(BoardView.address("antrean", agency));
        assertThat(address.getPath()).isEqualTo("antrean");
        assertThat(address.getQueryParameters().getSingleParameter(BoardView.AGENCY))
                .contains(agency.code());
    }
}
