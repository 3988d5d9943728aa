package id.balairung.queue.ui;

import static org.assertj.core.api.Assertions.assertThat;

import id.balairung.agency.ServiceId;
import id.balairung.agency.ServiceSummary;
import id.balairung.counter.CounterDesk;
import id.balairung.queue.PriorityClass;
import id.balairung.queue.TicketSnapshot;
import id.balairung.queue.Visitor;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is served at the open counter is changed. */
class ChangeServicesTest extends AtTheCounter {

    private static final String CHANGE = "Ubah layanan";
    private static final String SERVICES = "Layanan";

    @Autowired
    CounterDesk counters;

    @Test
    void onlyTheNumbersOfTheChosenServicesAreListedAndCalled() {
        TicketSnapshot elsewhere = hall.issue(otherService(), PriorityClass.GENERAL, Visitor.unnamed())
                .ticket();
        TicketSnapshot here = issue();
        Counter counter = counter();
        assertThat(counter.queue()).hasSize(2);
        counter.choose(CHANGE).tick(SERVICES, service().prefix()).confirmDialog();
        assertThat(counter.queue()).containsExactly(here.number().toString());
        assertThat(served()).containsExactly(service().id());
        counter.click(CALL_NEXT);
        assertThat(counter.number()).isEqualTo(here.number().toString());
        counter.click("Layani").click("Selesai");
        assertThat(counter.number()).isEqualTo(NOBODY_WAITS);

        counter.choose(CHANGE)
                .tick(SERVICES, service().prefix(), otherService().prefix())
                .confirmDialog();
        assertThat(counter.queue()).containsExactly(elsewhere.number().toString());
    }

    @Test
    void aCounterServesSomethingAtLeast() {
        Counter counter = counter();
        counter.choose(CHANGE).tick(SERVICES).confirmDialog().says("Pilih sedikitnya satu layanan.");
        assertThat(served())
                .containsExactlyInAnyOrderElementsOf(
                        agency.services().stream().map(ServiceSummary::id).toList());
    }

    private Set<ServiceId> served() {
        return hall.as(agency.officer(), counters::current).orElseThrow().services();
    }
}
