package id.balairung.history.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouterLink;
import id.balairung.counter.CounterId;
import id.balairung.history.HistoryParts;
import id.balairung.history.TurnDetail;
import id.balairung.queue.CommandId;
import id.balairung.queue.Outcome;
import id.balairung.queue.PastTurn;
import id.balairung.queue.TicketId;
import id.balairung.queue.VisitId;
import id.balairung.security.Role;
import id.balairung.security.StaffPrincipal;
import id.balairung.testing.Hall;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** One ticket's past on its page: what happened, how long it took, and to whom none of it is told. */
class TicketPageTest extends OneTicket {

    private static final String NONE = "Tiket ini tidak ada, atau bukan milik instansi Anda";

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TicketPanels panels;

    @Autowired
    ApplicationContext application;

    @Test
    void theTimesAreThoseOfTheHistorysRowsHoldsLeftOut() {
        TicketId ticket = transferredAndHeld();

        List<PastTurn> turns = past(agency.admin(), ticket).turns();

        assertThat(turns.stream().map(OneTicket::reckoned)).containsExactlyElementsOf(rows(ticket));
        assertThat(turns).hasSize(2);
        assertThat(turns.getLast().held().toMinutes()).isEqualTo(4);
        assertThat(turns.getLast().serviceTime().map(Duration::toMinutes)).contains(9L);
        assertThat(hall.as(agency.admin(), () -> history.turns(ticket)))
                .extracting(TurnDetail::held)
                .containsExactlyElementsOf(turns.stream().map(PastTurn::held).toList());

        BrowserlessUIContext page = open(agency.admin(), ticket);
        assertThat(facts(page))
                .containsExactly(
                        "Tunggu 12 mnt",
                        "Menuju loket 1 mnt",
                        "Layanan tidak ada",
                        "Tunggu 7 mnt",
                        "Menuju loket 2 mnt",
                        "Layanan 9 mnt",
                        "Ditunda 4 mnt",
                        "Waktu total 37 mnt");
        assertThat(words(page)).contains("(dilayani 2 mnt, lalu dialihkan)");
    }

    @Test
    void aCounterHasTheNumberThatItHadThen() {
        TicketId ticket = transferredAndHeld();
        String first = counter(0);
        String second = counter(1);
        hall.issue(agency);
        TicketId goesOn = call(0);
        transaction.executeWithoutResult(status -> {
            for (CounterId renumbered : agency.counters()) {
                jdbc.sql("update counter set number = number + 70000 where id = ?")
                        .param(renumbered.value().toString())
                        .update();
            }
        });

        BrowserlessUIContext page = open(agency.admin(), ticket);

        assertThat(titles(page))
                .contains("Dipanggil ke " + first, "Dipanggil ke " + second, "Dilanjutkan di " + second);
        assertThat(lines(page))
                .contains(
                        agency.officers().getFirst().displayName() + ", " + first,
                        agency.officers().getLast().displayName() + ", " + second);
        assertThat(words(page))
                .contains(agency.services().getLast().nameIndonesian() + ", " + second)
                .noneMatch(word -> word.contains(counter(0)) || word.contains(counter(1)));
        assertThat(titles(open(agency.admin(), goesOn))).contains("Dipanggil ke " + counter(0));
    }

    @Test
    void theWayBackLeadsToTheListAsItWasAlsoAfterAReload() {
        TicketId ticket = served();
        BrowserlessUIContext window = screens.of(agency.admin());
        window.activate();
        String list = "lewat=ya&periode=7-hari";
        UI.getCurrent().navigate("riwayat/" + ticket.value(), QueryParameters.fromString(list));
        assertThat(ownPage(window).getHref()).isEqualTo("riwayat/tiket/" + ticket.value() + "?" + list);

        // The list is narrowed otherwise while the ticket stays open.
        String other = "periode=bulan-ini";
        UI.getCurrent().navigate("riwayat/" + ticket.value(), QueryParameters.fromString(other));
        String address = ownPage(window).getHref();
        assertThat(address).isEqualTo("riwayat/tiket/" + ticket.value() + "?" + other);

        for (int load = 0; load < 2; load++) {
            BrowserlessUIContext page = screens.of(agency.admin());
            page.activate();
            UI.getCurrent().navigate("riwayat/tiket/" + ticket.value(), QueryParameters.fromString(other));
            assertThat(page.find(Anchor.class)
                            .withClassName("bl-ticket-back")
                            .single()
                            .getHref())
                    .isEqualTo("riwayat?" + other);
        }
    }

    @Test
    void theWayBackTakesOnlyWhatTheListUnderstands() {
        TicketId ticket = served();
        BrowserlessUIContext page = screens.of(agency.officer());
        page.activate();
        UI.getCurrent()
                .navigate(
                        "riwayat/tiket/" + ticket.value(),
                        QueryParameters.fromString("hasil=entah&instansi=lain&lewat=ya&periode=7-hari&tak=dikenal"));
        assertThat(page.find(Anchor.class)
                        .withClassName("bl-ticket-back")
                        .single()
                        .getHref())
                .isEqualTo("riwayat?waktu-tunggu=lewat&periode=7-hari");
    }

    @Test
    void whatIsPrintedSaysWhoseItIsAndWhoPrintedIt() {
        TicketId ticket = served();

        BrowserlessUIContext page = open(agency.admin(), ticket);

        assertThat(page.find(Header.class)
                        .withClassName("bl-letterhead")
                        .single()
                        .getElement()
                        .getTextRecursively())
                .isEqualTo("Mal Pelayanan Publik Uji" + "Riwayat tiket " + number(ticket) + agency.name());
        String printed =
                "Dicetak .*, \\d\\d\\.\\d\\d WITA oleh " + agency.admin().displayName() + "\\.";
        assertThat(words(page)).anyMatch(word -> word.matches(printed));
        pass(5);
        click(page, "Cetak");
        assertThat(words(page)).anyMatch(word -> word.matches(printed) && word.contains(clockNow()));
        assertThat(open(agency.admin(), UUID.randomUUID().toString())
                        .find(Header.class)
                        .withClassName("bl-letterhead")
                        .exists())
                .isFalse();
    }

    @Test
    void theTimelineTellsWhatHappenedInOrder() {
        TicketId ticket = transferredAndHeld();

        BrowserlessUIContext page = open(agency.officer(), ticket);

        assertThat(titles(page))
                .containsExactly(
                        "Terbit",
                        "Dipanggil ke " + counter(0),
                        "Dilayani",
                        "Dialihkan ke " + agency.services().getLast().nameIndonesian(),
                        "Dipanggil ke " + counter(1),
                        "Dilayani",
                        "Ditunda",
                        "Dilanjutkan di " + counter(1),
                        "Selesai, berkas kurang");
        assertThat(lines(page))
                .contains(
                        "Mengapa: paling lama menunggu",
                        "Tunggu 12 mnt",
                        "Dari " + agency.service().nameIndonesian(),
                        "Salah loket",
                        "Memeriksa data ganda",
                        "4 mnt tunda tidak dihitung",
                        "Layanan 9 mnt",
                        agency.officers().getLast().displayName() + ", " + counter(1));
    }

    @Test
    void aHoldBeforeServiceIsPartOfTheWait() {
        hall.issue(agency);
        TicketId ticket = call(0);
        pass(1);
        by(
                0,
                () -> desk.hold(
                        CommandId.next(), ticket, "Ke kantin", clock.instant().plusSeconds(600)));
        pass(5);
        by(0, () -> desk.resume(CommandId.next(), ticket));
        pass(1);
        by(0, () -> desk.serve(CommandId.next(), ticket));
        pass(3);
        by(0, () -> desk.complete(CommandId.next(), ticket, Outcome.FULFILLED));

        assertThat(past(agency.admin(), ticket).turns().stream().map(OneTicket::reckoned))
                .containsExactlyElementsOf(rows(ticket));
        BrowserlessUIContext page = open(agency.officer(), ticket);
        assertThat(lines(page)).contains("5 mnt tunda, termasuk waktu tunggu");
        assertThat(facts(page)).contains("Tunggu 6 mnt", "Layanan 3 mnt").noneMatch(fact -> fact.startsWith("Ditunda"));
    }

    @Test
    void whatWasTakenBackIsStillToldAndTheTurnStartsAsItWas() {
        hall.issue(agency);
        pass(3);
        TicketId ticket = call(0);
        by(0, () -> desk.serve(CommandId.next(), ticket));
        by(
                0,
                () -> desk.transfer(
                        CommandId.next(), ticket, agency.services().getLast().id(), "Salah pencet"));
        by(0, () -> desk.undo(CommandId.next(), ticket));
        pass(5);
        by(0, () -> desk.complete(CommandId.next(), ticket, Outcome.CONSULTATION));

        assertThat(past(agency.admin(), ticket).turns().stream().map(OneTicket::reckoned))
                .containsExactlyElementsOf(rows(ticket));
        BrowserlessUIContext page = open(agency.admin(), ticket);
        assertThat(titles(page)).endsWith("Diurungkan", "Selesai, konsultasi");
        assertThat(page.find(Component.class).withClassName("is-undone").all()).hasSize(1);
        assertThat(lines(page))
                .contains(
                        "Yang diurungkan: Dialihkan ke "
                                + agency.services().getLast().nameIndonesian(),
                        "Layanan 5 mnt");
        assertThat(facts(page)).contains("Tunggu 3 mnt", "Layanan 5 mnt");
    }

    @Test
    void anOfficerOfAnotherCounterSeesNothingOfATicketTheyNeverHandled() {
        TicketId ticket = served();
        StaffPrincipal colleague = agency.officers().getLast();

        assertThat(hall.as(colleague, () -> pasts.of(ticket))).isEmpty();
        assertThat(hall.as(colleague, () -> history.turns(ticket))).isEmpty();
        assertThat(open(colleague, ticket).find(Timeline.class).exists()).isFalse();
        assertThat(words(open(colleague, ticket))).contains(NONE).noneMatch(word -> word.contains(number(ticket)));
    }

    @Test
    void anotherAgencySeesNothingAndAnIdThatIsNoneSaysTheSame() {
        TicketId ticket = served();
        Hall.TestAgency other = hall.agency(1, 1);
        for (StaffPrincipal stranger : List.of(other.admin(), other.officer())) {
            assertThat(hall.as(stranger, () -> pasts.of(ticket))).isEmpty();
            assertThat(hall.as(stranger, () -> history.turns(ticket))).isEmpty();
            assertThat(words(open(stranger, ticket))).contains(NONE).noneMatch(word -> word.contains(number(ticket)));
        }
        for (String none : List.of(UUID.randomUUID().toString(), "bukan-tiket", "1")) {
            assertThat(words(open(agency.admin(), none))).contains(NONE);
        }
    }

    @Test
    void theHeadReadsItAndTheAgencyFindsThatInItsTrail() {
        TicketId ticket = served();
        StaffPrincipal head = hall.staff(Role.MALL_HEAD, Optional.empty());

        BrowserlessUIContext page = open(head, ticket);

        assertThat(titles(page)).contains("Selesai");
        assertThat(labels(page)).contains("Cetak").doesNotContain("Catatan", "Koreksi");
        assertThat(jdbc.sql("select subject from audit_event where trail_id = ? and kind = 'READ_ACROSS'")
                        .param(agency.id().toString())
                        .query(String.class)
                        .list())
                .contains("ticket", "history");
    }

    @Test
    void theVisitsOtherTicketsAreLinksHereAndANumberElsewhere() {
        Hall.TestAgency other = hall.agency(1, 1);
        VisitId visit = VisitId.next();
        TicketId first = issue(visit, true, agency.service());
        TicketId second = issue(visit, false, agency.services().getLast());
        TicketId foreign = issue(visit, false, other.service());
        TicketId called = call(0);

        assertThat(called).isEqualTo(first);
        BrowserlessUIContext page = open(agency.admin(), first);
        assertThat(page.find(RouterLink.class).all().stream().map(RouterLink::getText))
                .contains(number(second));
        assertThat(words(page)).contains("1 tiket di instansi lain").noneMatch(word -> word.contains(number(foreign)));

        BrowserlessUIContext own = open(agency.officer(), first);
        assertThat(own.find(RouterLink.class).all().stream().map(RouterLink::getText))
                .doesNotContain(number(second));
        assertThat(words(own)).contains(number(second));
    }

    @Test
    void aTurnOfAnOlderSystemGoesWithoutNamesWhenTheyCanNotBeHad() {
        StaffPrincipal officer = agency.officers().getLast();
        TicketId imported = new TicketId(UUID.fromString(imported(served(), officer)));
        open(agency.admin(), imported).activate();
        TicketPanel panel = new TicketPanels(
                        panels.pasts(),
                        panels.history(),
                        new HistoryParts(application).outOfReach(),
                        panels.notes(),
                        panels.corrections(),
                        panels.catalogue(),
                        panels.mall(),
                        panels.currentStaff(),
                        panels.texts(),
                        panels.clock())
                .besideList();
        UI.getCurrent().add(panel);

        assertThat(panel.show(imported, OptionalInt.empty())).isTrue();

        assertThat(panel.getElement().getTextRecursively())
                .contains("Dipanggil ke Loket\u00a042", "Layanan 4 mnt")
                .doesNotContain(officer.displayName());
    }

    /** Somebody whom an older system served, as somebody was served here, but at another counter and by that officer. */
    private String imported(TicketId model, StaffPrincipal officer) {
        String imported = UUID.randomUUID().toString();
        transaction.executeWithoutResult(status -> jdbc.sql("""
                        insert into history_turn (agency_id, at, ticket_id, turn, service_day, number_prefix, number_sequence,
                          service_id, counter_number, officer_id, priority_class, status, outcome, calls, queued_at,
                          last_called_at, serving_since, ended_at, held_millis, target_wait_seconds, target_service_seconds,
                          rating)
                        select agency_id, at, ?, 1, service_day, number_prefix, 77, service_id, 42, ?, 'GENERAL', 'COMPLETED',
                          'CONSULTATION', 1, queued_at - interval 8 minute,
                          last_called_at - interval 2 minute, serving_since, ended_at, 0, 1200, 900, 3
                        from history_turn where ticket_id = ?""")
                .param(imported)
                .param(officer.id().value().toString())
                .param(model.value().toString())
                .update());
        return imported;
    }

    @Test
    void aTurnOfAnOlderSystemShowsWhatItsRowKnows() {
        TicketId model = served();
        Instant now = clock.instant();
        StaffPrincipal officer = agency.officers().getLast();
        String imported = imported(model, officer);

        BrowserlessUIContext page = open(agency.admin(), imported);
        assertThat(words(page))
                .contains(
                        "Diimpor dari sistem lama",
                        "Konsultasi",
                        agency.service().nameIndonesian() + ", Loket\u00a042")
                .anyMatch(word -> word.endsWith("-077"));
        assertThat(facts(page)).contains("Layanan 4 mnt", "Penilaian 3 dari 4");
        assertThat(titles(page))
                .containsExactly("Masuk antrean", "Dipanggil ke Loket\u00a042", "Dilayani", "Selesai, konsultasi");
        assertThat(lines(page))
                .contains(
                        "Tunggu 6 mnt",
                        "Menuju loket 2 mnt",
                        officer.displayName() + ", Loket\u00a042",
                        "Layanan 4 mnt",
                        "Sistem lama hanya menyimpan waktu-waktu ini, bukan seluruh urutan peristiwanya.");
        assertThat(page.find(Component.class).all().stream()
                        .map(part -> part.getElement().getAttribute("datetime"))
                        .filter(Objects::nonNull)
                        .map(Instant::parse)
                        .map(at -> Duration.between(at, now).plusSeconds(30).toMinutes())
                        .toList())
                .containsExactly(12L, 6L, 4L, 0L);
        assertThat(labels(page)).contains("Cetak").doesNotContain("Catatan", "Koreksi");
        BrowserlessUIContext window = screens.of(agency.admin());
        window.activate();
        UI.getCurrent().navigate("riwayat/" + imported);
        assertThat(ownPage(window).getHref()).startsWith("riwayat/tiket/" + imported);

        assertThat(words(open(hall.agency(1, 1).admin(), imported))).contains(NONE);
        assertThat(words(open(agency.officer(), imported))).contains(NONE);
    }

    @Test
    void aRatingIsShownWhereThereIsOne() {
        TicketId ticket = served();
        assertThat(facts(open(agency.admin(), ticket))).noneMatch(fact -> fact.startsWith("Penilaian"));
        transaction.executeWithoutResult(status -> jdbc.sql("update history_turn set rating = 4 where ticket_id = ?")
                .param(ticket.value().toString())
                .update());
        assertThat(facts(open(agency.admin(), ticket))).contains("Penilaian 4 dari 4");
    }

    private static RouterLink ownPage(BrowserlessUIContext window) {
        window.activate();
        return window.find(RouterLink.class).all().stream()
                .filter(link -> link.getText().equals("Halaman tiket"))
                .findFirst()
                .orElseThrow();
    }

    private String clockNow() {
        return DateTimeFormatter.ofPattern("HH.mm").format(clock.instant().atZone(ZoneId.of("Asia/Makassar")));
    }
}
