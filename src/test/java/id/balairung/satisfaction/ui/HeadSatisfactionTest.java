package id.balairung.satisfaction.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The mall, pooled, and its agencies, as the head sees them. */
class HeadSatisfactionTest extends SatisfactionOfAnAgency {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void everyAgencyStandsByItsCodeAndIsMarkedBelowItsSample() {
        said.filledIn(first(), 4);
        said.served(first());
        said.served(first());
        elsewhere.filledIn(other.service(), 2);

        SatisfactionScreen screen = head("kepuasan");

        List<String> names = screen.rows().stream()
                .flatMap(row -> Stream.of(agency.name(), other.name()).filter(row::contains))
                .toList();
        assertThat(names).containsExactly(agency.name(), other.name());
        assertThat(screen.rows())
                .anySatisfy(
                        row -> assertThat(row).contains(agency.name(), "1 dari 3", "kurang 2", "100,00", "sementara"))
                .anySatisfy(row -> assertThat(row)
                        .contains(other.name(), "1 dari 1", "cukup", "50,00")
                        .doesNotContain("sementara"));
        assertThat(screen.text()).contains("bukan peringkat", "bukan rata-rata IKM instansi");
        assertThat(screen.all("bl-figure-name")).as("by name").isSortedAccordingTo(Comparator.comparing(this::nameOf));
    }

    @Test
    void anAgencyIsOpenedAndOnlyLookedAt() {
        said.rated(first(), 4, "Petugasnya ramah");
        said.rated(first(), 1, "");

        SatisfactionScreen screen = head("kepuasan?instansi=" + code(agency));

        assertThat(screen.text())
                .contains(agency.name(), "Hanya untuk dilihat.", "Petugasnya ramah", "Tanggapi penilaian terendah");
        assertThat(screen.all("bl-rate")).hasSize(2);
        assertThat(screen.offers("Tambah")).isFalse();
        assertThat(screen.hasRowButtons()).isFalse();
        assertThat(readings()).isEqualTo(1);

        said.rated(second(), 3, "");
        screen.soon("the rating", () -> screen.all("bl-rate").size() == 3);
        screen.open("kepuasan/tindak-lanjut?instansi=" + code(agency));
        assertThat(screen.text()).contains("Tanggapi penilaian terendah");
        assertThat(screen.hasRowButtons()).isFalse();
        screen.open("kepuasan");
        assertThat(screen.shows("bl-by-agency")).isTrue();
        assertThat(screen.shows("bl-newest")).isFalse();
    }

    @Test
    void whatIsOverdueAtAnyAgencyIsListedAndLeadsToItsAgencysList() {
        said.rated(first(), 1, "Kasar sekali");
        said.rated(second(), 1, "");
        elsewhere.rated(other.service(), 1, "");
        // Earlier than all that other tests leave behind; one is not due yet.
        transaction.executeWithoutResult(status -> jdbc.sql(
                        "update follow_up set due = '2001-01-01' where agency_id in (?, ?) and service_id <> ?")
                .params(
                        agency.id().toString(),
                        other.id().toString(),
                        second().id().value().toString())
                .update());
        String task = "Tanggapi penilaian terendah untuk " + first().nameIndonesian();

        SatisfactionScreen screen = head("kepuasan");

        assertThat(screen.all("bl-overdue-tasks")).singleElement().asString().contains("di semua instansi");
        List<String> overdue = screen.rows().stream()
                .filter(row -> row.contains("Tanggapi penilaian terendah"))
                .toList();
        assertThat(overdue)
                .anySatisfy(row -> assertThat(row).contains(task, agency.name(), "Belum mulai", "1 Jan"))
                .anySatisfy(row ->
                        assertThat(row).contains("untuk " + other.service().nameIndonesian(), other.name()))
                .noneSatisfy(row -> assertThat(row).contains(second().nameIndonesian()))
                .noneSatisfy(row -> assertThat(row).contains("Kasar sekali"));

        screen.open(screen.link(task));
        assertThat(screen.all("bl-todo")).singleElement().asString().contains(task);
    }

    @Test
    void aListFollowsTheAgencyThatTheAddressTurnedTo() {
        said.rated(first(), 4, "Petugasnya ramah");
        elsewhere.rated(other.service(), 4, "Kata orang lain");
        SatisfactionScreen screen = head("kepuasan/komentar?instansi=" + code(agency));
        assertThat(screen.all("bl-quote")).singleElement().asString().contains("Petugasnya ramah");

        screen.open("kepuasan/komentar?instansi=" + code(other));
        assertThat(screen.all("bl-quote")).singleElement().asString().contains("Kata orang lain");
        elsewhere.rated(other.service(), 3, "Baru saja");

        screen.soon("the comment", () -> screen.all("bl-quote").size() == 2);
    }

    @Test
    void theMallIsLive() {
        SatisfactionScreen screen = head("kepuasan");
        String before = row(screen);

        said.filledIn(first(), 3);

        screen.soon("the response", () -> !row(screen).equals(before));
        assertThat(row(screen)).contains("1 dari 1", "75,00");
    }

    @Test
    void ofAnAgencyThatServedNobodyNoResponsesAreAskedFor() {
        assertThat(row(head("kepuasan")))
                .contains("belum ada layanan dalam laporan harian")
                .doesNotContain("0 dari 0");
    }

    @Test
    void anUnknownAgencyLeadsToAllOfThem() {
        SatisfactionScreen screen = head("kepuasan?instansi=TIDAKADA");
        assertThat(screen.text()).contains("Instansi itu tidak ditemukan.");
        assertThat(screen.shows("bl-by-agency")).isTrue();
        assertThat(screen.open("kepuasan/komentar?instansi=TIDAKADA").shows("bl-by-agency"))
                .as("a list is of one agency")
                .isTrue();
    }

    private String row(SatisfactionScreen screen) {
        return screen.rows().stream()
                .filter(row -> row.contains(agency.name()))
                .findFirst()
                .orElse("");
    }

    private String nameOf(String shown) {
        return catalogue.agencies().stream()
                .filter(one -> shown.endsWith(one.name()))
                .map(one -> one.name())
                .findFirst()
                .orElseThrow();
    }

    private long readings() {
        return jdbc.sql(
                        "select count(*) from audit_event where trail_id = ? and kind = 'READ_ACROSS' and subject = 'satisfaction'")
                .param(agency.id().toString())
                .query(Long.class)
                .single();
    }
}
