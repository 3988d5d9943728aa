package id.balairung.queue.ui;

import static org.assertj.core.api.Assertions.assertThat;

import id.balairung.queue.TicketSnapshot;
import id.balairung.queue.TicketStatus;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Alihkan to another service of the agency. */
class TransferTest extends AtTheCounter {

    private static final String SEARCH = "Cari layanan atau instansi";
    private static final String REASON = "Alasan";

    @Test
    void aTransferredNumberStaysTheSameAndTakesItsWaitAlong() {
        TicketSnapshot first = issue();
        Counter counter = counter();
        clock.advance(Duration.ofMinutes(12));
        counter.click(CALL_NEXT);
        clock.advance(Duration.ofMinutes(4));
        counter.click("Alihkan")
                .type(SEARCH, otherService().nameIndonesian())
                .click("Salah layanan")
                .confirmDialog();

        assertThat(counter.number()).isEqualTo("Siap memanggil");
        counter.soon(
                "the wait before the first call",
                () -> counter.text().contains("Menunggu paling lama: 12 mnt dari standar 20."));
        assertThat(counter.queue()).containsExactly(first.number().toString());
        counter.says(service().prefix() + " 0").says(otherService().prefix() + " 1");
        assertThat(openTickets()).singleElement().satisfies(moved -> {
            assertThat(moved.id()).isEqualTo(first.id());
            assertThat(moved.service()).isEqualTo(otherService().id());
            assertThat(moved.turn()).isEqualTo(2);
        });
        counter.click(CALL_NEXT);
        assertThat(counter.number()).isEqualTo(first.number().toString());
        counter.says(otherService().nameIndonesian());
    }

    @Test
    void aServiceThatWasPausedMeanwhileTakesNobodyAndTheDialogKeepsWhatWasTyped() {
        String why = "<i>Berkas</i> perlu dicek lagi \uD83D\uDE42";
        TicketSnapshot first = issue();
        Counter counter = counter();
        counter.click(CALL_NEXT)
                .click("Layani")
                .click("Alihkan")
                .type(SEARCH, otherService().nameIndonesian())
                .type(REASON, why);
        hall.pause(agency, otherService(), "Alat rusak <b>");
        counter.confirmDialog()
                .says("Layanan %s sedang dijeda: Alat rusak <b>. Pilih layanan lain."
                        .formatted(otherService().prefix()));
        assertThat(counter.typed(SEARCH)).isEqualTo(otherService().nameIndonesian());
        assertThat(counter.typed(REASON)).isEqualTo(why);
        assertThat(counter.number()).isEqualTo(first.number().toString());
        assertThat(openTickets()).singleElement().satisfies(same -> {
            assertThat(same.status()).isEqualTo(TicketStatus.SERVING);
            assertThat(same.service()).isEqualTo(service().id());
        });

        hall.reopen(agency, otherService());
        counter.confirmDialog();
        assertThat(openTickets()).singleElement().satisfies(moved -> {
            assertThat(moved.status()).isEqualTo(TicketStatus.WAITING);
            assertThat(moved.service()).isEqualTo(otherService().id());
        });
    }

    @Test
    void aServiceThatIsPausedSaysSoAndCannotBeChosen() {
        hall.pause(agency, otherService(), "Alat rusak");
        issue();
        Counter counter = counter();
        counter.click(CALL_NEXT)
                .click("Alihkan")
                .says("dijeda: Alat rusak")
                .type(SEARCH, otherService().nameIndonesian())
                .type(REASON, "Salah layanan")
                .confirmDialog()
                .says("Pilih layanan tujuan dulu.");
    }

    @Test
    void aReasonLikeABookIsRefusedAndStays() {
        String book = "<script>alert('KK')</script> \uD83D\uDE42 ".repeat(300);
        issue();
        Counter counter = counter();
        counter.click(CALL_NEXT)
                .click("Alihkan")
                .type(SEARCH, otherService().nameIndonesian())
                .type(REASON, book)
                .confirmDialog()
                .says("Alasan paling panjang 200 huruf");
        assertThat(counter.typed(REASON)).hasSizeGreaterThan(9_000).isEqualTo(book);
        assertThat(openTickets()).extracting(TicketSnapshot::status).containsExactly(TicketStatus.CALLED);
    }
}
