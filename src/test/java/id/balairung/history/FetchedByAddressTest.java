package id.balairung.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import id.balairung.security.Reauthentication;
import id.balairung.security.Role;
import id.balairung.security.StaffPrincipal;
import id.balairung.sheet.SheetFormat;
import id.balairung.testing.BalairungTest;
import id.balairung.testing.Hall;
import id.balairung.testing.Sessions;
import id.balairung.testing.TestClock;
import id.balairung.testing.Wire;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A file's address answers nobody but the session that got it, and only while the person may have it. */
@BalairungTest
class FetchedByAddressTest {

    private static final LocalDate FIRST = LocalDate.of(2016, 9, 1);
    private static final String CONTENT = "Masuk antrean";
    private static final String FETCHES = "this.click()";
    private static final String ASKS = "Kata sandi Anda";

    @Autowired
    Hall hall;

    @Autowired
    Sessions sessions;

    @Autowired
    ExportJobs jobs;

    @Autowired
    ExportQueue queue;

    @Autowired
    ExportExpiry expiry;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JdbcTemplate batches;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TestClock time;

    @LocalServerPort
    int port;

    private Hall.TestAgency agency;
    private ExportId id;

    @BeforeEach
    void anExportThatIsReady() {
        agency = hall.agency(1, 1);
        new PastTurns(batches, transaction, 4).add(agency, FIRST, 5, 50);
        id = made(false);
    }

    private ExportId made(boolean notes) {
        ExportId made = hall.asProven(
                agency.admin(),
                () -> jobs.request(new ExportWish(
                        HistoryFilter.of(FIRST, FIRST.plusDays(9)),
                        SheetFormat.CSV,
                        notes,
                        Locale.forLanguageTag("id"))));
        queue.round();
        await().until(() -> hall.as(agency.admin(), jobs::own).getFirst().state() == ExportState.READY);
        return made;
    }

    @AfterEach
    void nothingIsLeft() {
        transaction.executeWithoutResult(
                status -> jdbc.sql("delete from history_export").update());
        expiry.round();
    }

    @Test
    void itsOwnerFetchesItAndNobodyElse() {
        Wire owner = signedIn(agency.admin());
        String link = link(owner);

        HttpResponse<String> file = owner.get(link);
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.body()).contains(CONTENT);
        assertThat(file.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(how -> assertThat(how).contains("no-store"));
        for (Wire stranger : List.of(
                signedIn(hall.agency(1, 0).admin()),
                signedIn(hall.staff(Role.AGENCY_ADMIN, Optional.of(agency.id()))),
                signedIn(agency.officer()),
                signedIn(agency.admin()),
                new Wire(port))) {
            assertThat(stranger.get(link).body()).doesNotContain(CONTENT);
        }
    }

    @Test
    void afterSignOutNobodyDoes() {
        Wire owner = signedIn(agency.admin());
        String link = link(owner);
        Wire old = owner.withSameCookie();

        owner.signOut();

        assertThat(old.get(link).body()).doesNotContain(CONTENT);
        assertThat(owner.get(link).body()).doesNotContain(CONTENT);
    }

    /** The address is still the session's own. */
    @Test
    void whoLostTheRightOrTheFileFindsNothingThere() {
        Wire owner = signedIn(agency.admin());
        String link = link(owner);
        change("update history_export set role = 'OFFICER' where id = ?");
        assertThat(owner.get(link).statusCode()).isEqualTo(404);
        change("update history_export set role = 'AGENCY_ADMIN' where id = ?");
        assertThat(owner.get(link).statusCode()).isEqualTo(200);
        change("update history_export set expires_at = '2000-01-01' where id = ?");
        HttpResponse<String> gone = owner.get(link);
        assertThat(gone.statusCode()).isEqualTo(404);
        assertThat(gone.body()).doesNotContain(CONTENT);
    }

    /** The link is made after a proof, as by a click; the proof ages, the link doesn't. */
    @Test
    void oneWithNotesLeadsToThePasswordOnceTheProofIsOld() {
        ExportId withNotes = made(true);
        Wire owner = signedIn(agency.admin());
        Wire.Screen screen = owner.screen();
        screen.go("riwayat/ekspor", "unduh=" + withNotes);
        String link = links(owner, screen).getFirst();
        assertThat(owner.get(link).body()).contains(CONTENT, "Catatan");

        time.advance(Reauthentication.FRESH.plusMinutes(1));

        HttpResponse<String> late = owner.get(link);
        assertThat(late.statusCode()).isEqualTo(303);
        assertThat(late.headers().firstValue("Location")).contains("/riwayat/ekspor?unduh=" + withNotes);
        assertThat(late.body()).doesNotContain(CONTENT);
        assertThat(owner.get(links(owner, screen).getLast()).body()).contains(CONTENT);
        for (Wire stranger : List.of(signedIn(hall.agency(1, 0).admin()), signedIn(agency.officer()))) {
            assertThat(stranger.get(link).body()).doesNotContain(CONTENT);
        }
    }

    /** By itself, at once, and no second time when the page is loaded again. */
    @Test
    void theAddressThatFetchesForgetsWhatItFetchedAndAsksForThePasswordOnlyBeforeNotes() {
        ExportId withNotes = made(true);
        Wire owner = signedIn(agency.admin());
        time.advance(Reauthentication.FRESH.plusMinutes(1));

        String without = owner.screen().go("riwayat/ekspor", "unduh=" + id);
        String with = owner.screen().go("riwayat/ekspor", "unduh=" + withNotes);

        assertThat(without).contains(FETCHES).doesNotContain(ASKS);
        assertThat(with).contains(ASKS).doesNotContain(FETCHES);
        assertThat(List.of(without, with))
                .allSatisfy(answer -> assertThat(answer).containsPattern("\"riwayat/ekspor\"[^\\]]*replace"));
    }

    /** Whoever has the id of another's export is led nowhere and gets nothing. */
    @Test
    void theAddressThatAsksFetchesNobodyElses() {
        ExportId withNotes = made(true);
        Wire stranger = signedIn(hall.staff(Role.AGENCY_ADMIN, Optional.of(agency.id())));
        Wire.Screen screen = stranger.screen();

        screen.go("riwayat/ekspor", "unduh=" + withNotes);

        assertThat(links(stranger, screen)).isEmpty();
    }

    private Wire signedIn(StaffPrincipal staff) {
        Wire wire = new Wire(port);
        wire.get("/masuk");
        wire.signIn(staff.getUsername(), Hall.PASSWORD);
        return wire;
    }

    private String link(Wire owner) {
        Wire.Screen screen = owner.screen();
        screen.go("riwayat/ekspor");
        return links(owner, screen).getFirst();
    }

    private List<String> links(Wire owner, Wire.Screen screen) {
        return sessions.with(owner.session(), screen.id(), ui -> {
                    List<String> found = new ArrayList<>();
                    ui.accessSynchronously(() -> all(ui).filter(Anchor.class::isInstance)
                            .map(anchor -> anchor.getElement().getAttribute("href"))
                            .filter(address -> address != null && address.contains("/dynamic/"))
                            .map(address -> "/" + address)
                            .forEach(found::add));
                    return found;
                })
                .orElseThrow();
    }

    private static Stream<Component> all(Component root) {
        return Stream.concat(Stream.of(root), root.getChildren().flatMap(FetchedByAddressTest::all));
    }

    private void change(String sql) {
        transaction.executeWithoutResult(
                status -> jdbc.sql(sql).param(id.toString()).update());
    }
}
