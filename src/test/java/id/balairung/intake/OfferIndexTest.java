package id.balairung.intake;

import static org.assertj.core.api.Assertions.assertThat;

import id.balairung.agency.AgencySummary;
import id.balairung.agency.ServiceId;
import id.balairung.agency.ServiceState;
import id.balairung.agency.ServiceSummary;
import id.balairung.tenancy.AgencyId;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** People at the front desk find services by the words that visitors use. */
class OfferIndexTest {

    private static final Locale INDONESIAN = Locale.forLanguageTag("id");

    private final List<DeskOffer> offers = List.of(
            offer("BA", "Badan Pendapatan Daerah", "BAPENDA", "PBB-P2", "Land and building tax"),
            offer(
                    "DA",
                    "Dinas Kependudukan dan Pencatatan Sipil",
                    "DUKCAPIL",
                    "Perekaman KTP-el",
                    "ID card registration"),
            offer("DB", "Dinas Kependudukan dan Pencatatan Sipil", "DUKCAPIL", "Kartu Keluarga", "Family card"),
            offer("DC", "Dinas Kependudukan dan Pencatatan Sipil", "DUKCAPIL", "Akta Kelahiran", "Birth certificate"),
            offer(
                    "DD",
                    "Dinas Kependudukan dan Pencatatan Sipil",
                    "DUKCAPIL",
                    "Kartu Identitas Anak",
                    "Child identity card"),
            offer("LB", "Polresta Kendari", "POLRESTA", "Perpanjangan SIM", "Driving licence renewal"),
            offer("MA", "Kantor Imigrasi Kendari", "IMIGRASI", "Paspor Baru", "New passport"));

    @Test
    void initialsFindWhatEverybodyAbbreviates() {
        assertThat(found("kk")).containsExactly("DB");
        assertThat(found("KIA")).containsExactly("DD");
        assertThat(found("ktp")).containsExactly("DA");
    }

    @Test
    void oneWrongLetterIsForgiven() {
        assertThat(found("akte")).containsExactly("DC");
        assertThat(found("pasport")).containsExactly("MA");
        assertThat(found("paspr")).containsExactly("MA");
        assertThat(found("praspor")).containsExactly("MA");
        assertThat(found("kelahrian")).containsExactly("DC");
        assertThat(found("akte lahir")).containsExactly("DC");
        assertThat(found("pospar")).isEmpty();
    }

    @Test
    void aShortWordAndAWordThatFitsAreTakenAsTheyAre() {
        assertThat(found("ktu")).isEmpty();
        assertThat(found("kartu")).containsExactly("DB", "DD");
    }

    @Test
    void theCodeComesFirstThenTheNameOnTheScreenThenTheOneInTheOtherLanguage() {
        assertThat(found("d")).containsExactly("DA", "DB", "DC", "DD", "BA", "LB", "MA");
        assertThat(found("db")).first().isEqualTo("DB");
        assertThat(found("p")).startsWith("BA", "DA", "LB", "MA");
        assertThat(found("card")).containsExactly("DA", "DB", "DD");
        assertThat(in(Locale.ENGLISH, "card")).containsExactly("DA", "DB", "DD");
        assertThat(in(Locale.ENGLISH, "pa")).first().isEqualTo("MA");
    }

    @Test
    void aServiceIsFoundByItsAgency() {
        assertThat(found("imigrasi")).containsExactly("MA");
        assertThat(found("dinas sipil kartu")).containsExactly("DB", "DD");
    }

    @Test
    void ofALongTextOnlyTheBeginningIsSearched() {
        assertThat(found("paspor" + " ".repeat(60) + "nothing of the kind")).containsExactly("MA");
        assertThat(found("x".repeat(1_000_000))).isEmpty();
    }

    @Test
    void nothingTypedIsEverything() {
        assertThat(found(" ")).hasSize(offers.size());
        assertThat(found("-")).hasSize(offers.size());
    }

    private List<String> found(String typed) {
        return in(INDONESIAN, typed);
    }

    private List<String> in(Locale language, String typed) {
        return new OfferIndex(offers, language)
                .find(typed).stream().map(offer -> offer.service().prefix()).toList();
    }

    private static DeskOffer offer(String prefix, String agency, String code, String indonesian, String english) {
        AgencyId owner = AgencyId.next();
        return new DeskOffer(
                new ServiceSummary(
                        ServiceId.next(),
                        owner,
                        prefix,
                        indonesian,
                        english,
                        Duration.ofMinutes(20),
                        Duration.ofMinutes(15),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        false,
                        List.of()),
                new AgencySummary(owner, code, prefix.substring(0, 1), agency, false),
                ServiceState.OPEN,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
