package id.balairung.satisfaction;

import static java.util.function.Predicate.not;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import id.balairung.audit.AuditEntry;
import id.balairung.audit.AuditFilter;
import id.balairung.audit.AuditKind;
import id.balairung.audit.AuditReading;
import id.balairung.common.BusinessRuleViolation;
import id.balairung.counter.CounterId;
import id.balairung.queue.CommandId;
import id.balairung.queue.IssuedTicket;
import id.balairung.testing.Hall;
import id.balairung.testing.Wire;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A tablet at a counter: paired once, it asks whoever was just served there, and nobody else. */
class RatingPadsTest extends AtACounter {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String HOME = "/papan-nilai";

    @Autowired
    RatingPads pads;

    @Autowired
    AuditReading trail;

    private int tests;

    /** Wrong codes count for all pads of the mall: between two tests enough time passes. */
    @BeforeEach
    void whileNobodyGuesses() {
        clock.advance(Duration.ofMinutes(15L * ++tests));
    }

    @Test
    void aCodePairsOnePadOnceAndTheTrailTellsWhoMadeIt() {
        PairingCode code = code(0);
        assertThat(code.digits()).matches("\\d{8}");
        assertThat(code.grouped()).matches("\\d{4} \\d{4}");
        assertThat(Duration.between(clock.instant(), code.expiresAt()))
                .isBetween(Duration.ofMinutes(9), Duration.ofMinutes(10));

        Wire tablet = phone("203.0.113.1");
        assertThat(page(tablet.get(HOME), 200).select("input[name=code]")).hasSize(1);
        HttpResponse<String> paired =
                tablet.post(HOME, FORM, "code=" + code.grouped().replace(' ', '+'));
        assertThat(paired.statusCode()).isEqualTo(303);
        assertThat(paired.headers().allValues("Set-Cookie"))
                .singleElement()
                .asString()
                .contains("Path=/papan-nilai", "HttpOnly", "SameSite=Strict", "Max-Age=")
                .doesNotContain("Secure", code.digits());
        assertThat(page(tablet.get(HOME), 200).text()).contains("Selamat datang");

        Wire second = phone("203.0.113.2");
        assertThat(page(second.post(HOME, FORM, "code=" + code.digits()), 422).text())
                .contains("Kode itu salah atau sudah lewat waktunya");
        assertThat(status(0).pairedBy()).contains(agency.admin().displayName());
        assertThat(recorded(AuditKind.PAD_PAIRED)).anySatisfy(entry -> {
            assertThat(entry.subject()).isEqualTo("Loket " + status(0).number());
            assertThat(entry.after()).containsEntry("codeMadeBy", agency.admin().displayName());
            assertThat(entry.toString()).doesNotContain(code.digits());
        });
    }

    @Test
    void behindTlsTheCookieIsForTlsOnly() {
        Wire tablet = phone("203.0.113.3");
        HttpRequest.Builder pairing = tablet.request(HOME)
                .header("X-Forwarded-Proto", "https")
                .header("Content-Type", FORM)
                .POST(HttpRequest.BodyPublishers.ofString("code=" + code(0).digits()));
        assertThat(tablet.send(pairing).headers().allValues("Set-Cookie"))
                .singleElement()
                .asString()
                .contains("Secure");
    }

    @Test
    void aCodeHoldsTenMinutesAndANewOneTakesItsPlace() {
        PairingCode first = code(0);
        PairingCode second = code(0);
        assertThat(pads.pair(first.digits())).isInstanceOf(PairingResult.Wrong.class);
        clock.advance(RatingPads.CODE_HOLDS.plusSeconds(1));
        assertThat(pads.pair(second.digits())).isInstanceOf(PairingResult.Wrong.class);
        PairingCode third = code(0);
        clock.advance(RatingPads.CODE_HOLDS.minusSeconds(5));
        assertThat(pads.pair(third.digits())).isInstanceOf(PairingResult.Paired.class);
    }

    @Test
    void whatIsKeptIsNeitherTheCodeNorTheSecret() {
        PairingCode code = code(0);
        assertThat(rows("rating_pad_code")).doesNotContain(code.digits());
        String secret = secret(code);
        assertThat(rows("rating_pad")).doesNotContain(secret);
        assertThat(secret).hasSizeGreaterThan(40);
    }

    @Test
    void wrongCodesFromOneAddressAreStoppedSoon() {
        PairingCode code = code(0);
        Wire guesser = phone("203.0.113.4");
        List<Integer> answers = IntStream.range(0, 12)
                .mapToObj(guess ->
                        guesser.post(HOME, FORM, "code=" + wrong(code, guess)).statusCode())
                .toList();
        assertThat(answers).startsWith(422, 422).endsWith(429, 429);
        assertThat(page(guesser.post(HOME, FORM, "code=" + code.digits()), 429).text())
                .contains("Terlalu banyak kode salah");
        assertThat(phone("203.0.113.5")
                        .post(HOME, FORM, "code=" + code.digits())
                        .statusCode())
                .isEqualTo(303);
    }

    @Test
    void wrongCodesFromManyAddressesAreStoppedTogether() {
        PairingCode code = code(0);
        assertThat(guess(code, RatingPads.WRONG_CODES + 60))
                .isBetween(RatingPads.WRONG_CODES, RatingPads.WRONG_CODES + 50);
        assertThat(page(phone("203.0.113.100").post(HOME, FORM, "code=" + code.digits()), 429)
                        .text())
                .contains("Terlalu banyak kode salah", "Tunggu");
        clock.advance(Duration.ofMinutes(5));
        assertThat(pads.pair(code.digits())).isInstanceOf(PairingResult.Paired.class);
    }

    @Test
    void theRightCodesOfManyPadsHinderNone() {
        guess(code(0), RatingPads.WRONG_CODES - 5);
        for (int pad = 0; pad < 30; pad++) {
            assertThat(pads.pair(code(pad % 2).digits())).isInstanceOf(PairingResult.Paired.class);
        }
    }

    @Test
    void thePadAsksWhoWasJustServedThanksAndSleeps() {
        Wire tablet = paired(0);
        assertThat(page(tablet.get(HOME), 200).text()).contains("Selamat datang");
        IssuedTicket slip = finished(0);
        HttpResponse<String> woken = tablet.get(HOME);
        assertThat(woken.statusCode()).isEqualTo(303);
        String asks = woken.headers().firstValue("Location").orElseThrow();
        Document asked = page(tablet.get(asks), 200);
        assertThat(asked.text())
                .contains(
                        "Bagaimana layanan yang Anda terima?", agency.service().nameIndonesian())
                .doesNotContain(NAME, slip.ticket().number().toString());
        assertThat(asked.select("body").attr("data-shows")).isEqualTo("asking");
        assertThat(asked.select("form").attr("action")).isEqualTo(asks);
        assertThat(asked.html()).doesNotContain(slip.token().value());

        assertThat(tablet.post(asks, FORM, "score=4&comment=Enak").headers().firstValue("Location"))
                .hasValue(asks);
        assertThat(ratingsOf(slip)).containsExactly("4|PAD|Enak");
        Document thanks = page(tablet.get(asks), 200);
        assertThat(thanks.text())
                .contains("Terima kasih", "Tidak, terima kasih")
                .doesNotContain("Enak");
        assertThat(thanks.select("a.later").attr("href")).isEqualTo(HOME);
        assertThat(page(tablet.get(HOME), 200).text()).contains("Selamat datang");

        tablet.post(asks + "/survei", FORM, "TIME=3");
        assertThat(answersOf(slip)).containsExactly("TIME=3");
        Document done = page(tablet.get(asks), 200);
        assertThat(done.text()).contains("Semua jawaban Anda sudah kami terima");
        assertThat(done.select("body").attr("data-rest")).isEqualTo("6");
    }

    @Test
    void thePadOfAnotherCounterAsksNothing() {
        Wire other = paired(1);
        Wire tablet = paired(0);
        IssuedTicket slip = finished(0);
        String asks = tablet.get(HOME).headers().firstValue("Location").orElseThrow();
        assertThat(page(other.get(HOME), 200).text()).contains("Selamat datang");
        Map<String, Long> before = tables.sums();
        for (HttpResponse<String> answer : List.of(
                other.get(asks),
                other.post(asks, FORM, "score=1"),
                phone("203.0.113.6").get(asks),
                phone("203.0.113.6").post(asks, FORM, "score=1"),
                other.get(HOME + "/bukan"),
                other.get(HOME + "/bukan/x/y"))) {
            assertThat(answer.statusCode()).isEqualTo(303);
            assertThat(answer.headers().firstValue("Location")).hasValue(HOME);
        }
        assertThat(tables.sums()).isEqualTo(before);
        assertThat(ratingsOf(slip)).isEmpty();
    }

    @Test
    void itAsksOnlyForTwoMinutesAndNotOnceTheNextPersonIsServed() {
        Wire tablet = paired(0);
        finished(0);
        assertThat(tablet.get(HOME).statusCode()).isEqualTo(303);
        IssuedTicket next = served(0);
        assertThat(tablet.get(HOME).statusCode()).isEqualTo(200);
        finish(0, next);
        assertThat(tablet.get(HOME).headers().firstValue("Location"))
                .hasValue(HOME + "/" + next.ticket().id().value());
        clock.advance(RatingPads.ASKS_FOR.plusSeconds(1));
        assertThat(tablet.get(HOME).statusCode()).isEqualTo(200);
    }

    @Test
    void whatWasBegunMayBeEndedWhileTheNextPersonIsServed() {
        Wire tablet = paired(0);
        IssuedTicket slip = finished(0);
        String asks = tablet.get(HOME).headers().firstValue("Location").orElseThrow();
        served(0);
        clock.advance(Duration.ofMinutes(10));
        tablet.post(asks, FORM, "score=2");
        assertThat(ratingsOf(slip)).containsExactly("2|PAD|");
        clock.advance(Duration.ofMinutes(6));
        tablet.post(asks + "/survei", FORM, "TIME=3");
        assertThat(answersOf(slip)).isEmpty();
    }

    @Test
    void whoRatedByTheSlipIsNotAskedAgain() {
        Wire tablet = paired(0);
        IssuedTicket slip = finished(0);
        RatingPagesTest.send(phone("203.0.113.7"), slip, "", Map.of("score", "3"));
        assertThat(tablet.get(HOME).statusCode()).isEqualTo(200);
        tablet.post(HOME + "/" + slip.ticket().id().value(), FORM, "score=1");
        assertThat(ratingsOf(slip)).containsExactly("3|LINK|");
    }

    @Test
    void aTicketThatWasTakenUpAgainIsAskedForWhenItIsFinishedAgain() {
        Wire tablet = paired(0);
        IssuedTicket slip = finished(0);
        by(0, () -> desk.undo(CommandId.next(), slip.ticket().id()));
        assertThat(tablet.get(HOME).statusCode()).isEqualTo(200);
        finish(0, slip);
        assertThat(tablet.get(HOME).statusCode()).isEqualTo(303);
    }

    @Test
    void aPadThatWasPartedAsksForACodeAndTheTrailTells() {
        Wire tablet = paired(0);
        finished(0);
        hall.as(agency.admin(), () -> {
            pads.unpair(agency.counters().get(0));
            return null;
        });
        assertThat(page(tablet.get(HOME), 200).select("input[name=code]")).hasSize(1);
        assertThat(status(0).pairedAt()).isEmpty();
        assertThat(recorded(AuditKind.PAD_UNPAIRED))
                .extracting(AuditEntry::subject)
                .contains("Loket " + status(0).number());
    }

    @Test
    void anotherPadTakesThePlaceOfTheFirst() {
        Wire first = paired(0);
        Wire second = paired(0);
        assertThat(page(first.get(HOME), 200).select("input[name=code]")).hasSize(1);
        assertThat(page(second.get(HOME), 200).text()).contains("Selamat datang");
    }

    @Test
    void aSecretThatIsNobodysGetsTheCodesPageAndIsHeldUp() {
        Wire guesser = phone("203.0.113.8");
        List<Integer> answers = IntStream.range(0, 70)
                .mapToObj(guess -> guesser.send(guesser.request(HOME)
                                .header("Cookie", "balairung-pad=tebakan" + guess)
                                .GET())
                        .statusCode())
                .distinct()
                .toList();
        assertThat(answers).containsExactly(200, 503);
    }

    @Test
    void theNewsWakesThePadAndSendsItToSleepAndAway() throws IOException, InterruptedException {
        String secret = secret(code(0));
        List<String> heard = listen(secret).heard();
        await().until(() -> heard.contains("data:asleep"));
        await().until(() -> status(0).live());
        IssuedTicket slip = finished(0);
        await().until(() -> heard.getLast().equals("data:" + slip.ticket().id().value()));
        served(0);
        await().until(() -> heard.getLast().equals("data:asleep"));
        hall.as(agency.admin(), () -> {
            pads.unpair(agency.counters().get(0));
            return null;
        });
        await().until(() -> heard.getLast().equals("data:parted"));
        assertThat(heard).noneMatch(line -> line.contains(NAME) || line.contains("score"));
    }

    @Test
    void oneSecretOpensTwoStreamsTheOldestEndsAndAllDoOnceThePadIsParted() throws IOException, InterruptedException {
        String secret = secret(code(0));
        News oldest = listen(secret);
        News older = listen(secret);
        News newest = listen(secret);
        await().until(oldest::isOver);
        IssuedTicket slip = finished(0);
        String asked = "data:" + slip.ticket().id().value();
        await().until(() -> older.heard().contains(asked) && newest.heard().contains(asked));
        assertThat(older.isOver()).isFalse();
        hall.as(agency.admin(), () -> {
            pads.unpair(agency.counters().getFirst());
            return null;
        });
        await().until(() -> older.isOver() && newest.isOver());
        assertThat(newest.heard().getLast()).isEqualTo("data:parted");
        assertThat(oldest.heard()).doesNotContain(asked, "data:parted");
    }

    @Test
    void whoIsNotPairedGetsNoNews() throws IOException, InterruptedException {
        assertThat(news("").statusCode()).isEqualTo(204);
        assertThat(news("balairung-pad=bukan").statusCode()).isEqualTo(204);
    }

    @Test
    void onlyAnAdminSeesAndPairsThePadsAndOnlyThoseOfTheAgency() {
        Hall.TestAgency ours = agency;
        paired(0);
        openTheAgency();
        CounterId theirs = agency.counters().getFirst();
        assertThat(hall.as(ours.admin(), pads::pads))
                .extracting(PadStatus::counter)
                .containsExactlyElementsOf(ours.counters());
        assertThatThrownBy(() -> hall.as(ours.admin(), () -> pads.code(theirs)))
                .isInstanceOf(BusinessRuleViolation.class);
        paired(0);
        assertThatThrownBy(() -> hall.as(ours.admin(), () -> {
                    pads.unpair(theirs);
                    return null;
                }))
                .isInstanceOf(BusinessRuleViolation.class);
        assertThat(status(0).pairedAt()).isPresent();
        agency = ours;
    }

    /** What comes by a pad's stream, until it is over. */
    private record News(List<String> heard, Thread reader) {

        boolean isOver() {
            return !reader.isAlive();
        }
    }

    private News listen(String secret) throws IOException, InterruptedException {
        HttpResponse<Stream<String>> answer = news("balairung-pad=" + secret);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/event-stream"));
        assertThat(answer.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(kept -> assertThat(kept).contains("no-store"));
        List<String> heard = new CopyOnWriteArrayList<>();
        Thread reader = Thread.startVirtualThread(() -> answer.body()
                .filter(not(String::isEmpty))
                .filter(line -> line.startsWith("data"))
                .forEach(heard::add));
        return new News(heard, reader);
    }

    private HttpResponse<Stream<String>> news(String cookie) throws IOException, InterruptedException {
        HttpRequest.Builder asked = HttpRequest.newBuilder(URI.create("http://localhost:" + port + HOME + "/kabar"))
                .header("X-Forwarded-For", "203.0.113.9");
        if (!cookie.isEmpty()) {
            asked.header("Cookie", cookie);
        }
        return HttpClient.newHttpClient().send(asked.build(), BodyHandlers.ofLines());
    }

    private PairingCode code(int counter) {
        return hall.as(agency.admin(), () -> pads.code(agency.counters().get(counter)));
    }

    private String secret(PairingCode code) {
        return ((PairingResult.Paired) pads.pair(code.digits())).secret();
    }

    /** A tablet at a counter. */
    private Wire paired(int counter) {
        Wire tablet = phone("203.0.113.10");
        assertThat(tablet.post(HOME, FORM, "code=" + code(counter).digits()).statusCode())
                .isEqualTo(303);
        return tablet;
    }

    private PadStatus status(int counter) {
        return hall.as(agency.admin(), pads::pads).stream()
                .filter(pad -> pad.counter().equals(agency.counters().get(counter)))
                .findAny()
                .orElseThrow();
    }

    private List<AuditEntry> recorded(AuditKind kind) {
        AuditFilter lately = new AuditFilter(
                clock.instant().minus(Duration.ofDays(1)),
                clock.instant().plus(Duration.ofDays(1)),
                Optional.empty(),
                "",
                "");
        return hall.as(agency.admin(), () -> trail.page(Optional.empty(), lately, Optional.empty(), 200)).stream()
                .filter(entry -> entry.kind() == kind)
                .toList();
    }

    /** How many of so many wrong codes are tried. */
    private int guess(PairingCode code, int times) {
        return (int) IntStream.range(0, times)
                .filter(guess -> pads.pair(wrong(code, guess)) instanceof PairingResult.Wrong)
                .count();
    }

    private static String wrong(PairingCode code, int guess) {
        return "%08d".formatted((Integer.parseInt(code.digits()) + 1 + guess) % 100_000_000);
    }

    private String rows(String table) {
        return jdbc.sql("select * from " + table + " where agency_id = ?")
                .param(agency.id().toString())
                .query()
                .listOfRows()
                .toString();
    }

    private static Document page(HttpResponse<String> answer, int status) {
        return RatingPagesTest.page(answer, status);
    }
}
