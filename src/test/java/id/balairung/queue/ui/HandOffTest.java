package id.balairung.queue.ui;

import static org.assertj.core.api.Assertions.assertThat;

import id.balairung.queue.TicketSnapshot;
import id.balairung.queue.TicketStatus;
import id.balairung.testing.Hall;
import org.junit.jupiter.api.Test;

/** Alihkan to another agency. */
class HandOffTest extends AtTheCounter {

    @Test
    void aNumberIsHandedOffToAnotherAgencyWithANewOne() {
        Hall.TestAgency there = hall.agency(1, 1);
        issue();
        Counter counter = counter();
        counter.click(CALL_NEXT).click("Alihkan");
        counter.confirmDialog().says("Pilih layanan tujuan dulu.");
        counter.type("Cari layanan atau instansi", there.service().nameIndonesian());
        counter.type("Alasan", "Perlu legalisasi").confirmDialog();
        counter.says(there.service().prefix() + "-001");
        assertThat(hall.as(there.officer(), endOfDay::open))
                .extracting(TicketSnapshot::status)
                .containsExactly(TicketStatus.WAITING);
    }
}
