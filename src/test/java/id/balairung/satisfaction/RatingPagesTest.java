package id.balairung.satisfaction;

import static org.assertj.core.api.Assertions.assertThat;

import id.balairung.queue.CommandId;
import id.balairung.queue.IssuedTicket;
import id.balairung.testing.Wire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a slip's link leads to, as a telephone's browser meets it. */
class RatingPagesTest extends AtACounter {

    private static final String FORM = "application/x-www-form-urlencoded";

    @Test
    void whoWasServedRatesInOneStepAndFillsInTheSurveyIfTheyLike() {
        IssuedTicket slip = finished(0);
        Wire wire = phone("198.51.100.1");
        Document asked = page(wire.get(link(slip)), 200);
        assertThat(asked.select("html").attr("lang")).isEqualTo("id");
        assertThat(asked.text())
                .contains(
                        "Bagaimana layanan yang Anda terima?",
                        agency.service().nameIndonesian(),
                        agency.name(),
                        "Tidak baik",
                        "Kurang baik",
                        "Baik",
                        "Sangat baik",
                        "Petugas tidak dapat melihat siapa yang memberi penilaian mana");
        assertThat(asked.select("input[name=score]").eachAttr("value")).containsExactly("1", "2", "3", "4");

        HttpResponse<String> sent = send(wire, slip, "", Map.of("score", "4", "comment", "  Cepat & <b>sopan</b>  "));
        assertThat(sent.statusCode()).isEqualTo(303);
        assertThat(sent.headers().firstValue("Location")).hasValue(link(slip));
        assertThat(ratingsOf(slip)).containsExactly("4|LINK|Cepat & <b>sopan</b>");
        assertThat(historyOf(slip)).containsExactly("4");

        Document thanks = page(wire.get(link(slip)), 200);
        assertThat(thanks.text()).contains("Terima kasih atas penilaian Anda", "Punya dua menit lagi?");
        assertThat(thanks.text()).doesNotContain("Cepat &");
        assertThat(thanks.select("fieldset.question")).hasSize(9);
        assertThat(thanks.select("fieldset.question").eachText())
                .allSatisfy(question -> assertThat(question).matches("\\d\\. .*\\?.*"))
                .first()
                .asString()
                .endsWith("Tidak sesuai Kurang sesuai Sesuai Sangat sesuai");
        assertThat(thanks.select("fieldset.question").get(3).text()).contains("Sangat mahal Cukup mahal Murah Gratis");
        assertThat(thanks.select("select").eachAttr("name")).containsExactly("sex", "age", "education", "occupation");

        assertThat(send(wire, slip, "/survei", Map.of("TIME", "2", "COST", "4", "sex", "FEMALE", "age", "FROM_26"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(answersOf(slip)).containsExactly("COST=4", "TIME=2");
        assertThat(page(wire.get(link(slip)), 200).text()).contains("Semua jawaban Anda sudah kami terima");
    }

    @Test
    void itAsksForNoScriptNoCookieAndNothingFromElsewhere() {
        IssuedTicket slip = finished(0);
        Wire wire = phone("198.51.100.2");
        for (HttpResponse<String> answer : List.of(
                wire.get(link(slip)),
                send(wire, slip, "", Map.of("score", "3")),
                wire.get(link(slip)),
                wire.get("/nilai/bukan"))) {
            assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
            assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        }
        HttpResponse<String> page = wire.get(link(slip));
        assertThat(page.headers().allValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .contains("default-src 'none'", "form-action 'self'", "frame-ancestors 'none'")
                .doesNotContain("script-src", "unsafe");
        assertThat(page.headers().allValues("Referrer-Policy")).containsExactly("no-referrer");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
        Document shown = page(page, 200);
        assertThat(shown.select("script, iframe, [onclick], [style]")).isEmpty();
        assertThat(shown.select("[src], link").stream()
                        .map(part -> part.hasAttr("src") ? part.attr("src") : part.attr("href")))
                .isNotEmpty()
                .allSatisfy(address -> {
                    assertThat(address).startsWith("/");
                    assertThat(new Wire(port).get(address).statusCode()).isEqualTo(200);
                });
        assertThat(new Wire(port).get("/scripts/pad.js").statusCode()).isEqualTo(200);
    }

    @Test
    void nothingOfTheVisitorStandsOnAnyPage() {
        IssuedTicket slip = issued();
        Wire wire = phone("198.51.100.3");
        String waiting = wire.get(link(slip)).body();
        serve(0, slip);
        finish(0, slip);
        String all = waiting
                + wire.get(link(slip)).body()
                + send(wire, slip, "", Map.of("comment", "")).body()
                + send(wire, slip, "", Map.of("score", "2", "comment", "Kata-kata saya"))
                        .body()
                + wire.get(link(slip)).body()
                + wire.get(link(slip) + "?lang=en").body()
                + send(wire, slip, "/survei", Map.of("sex", "MALE")).body()
                + send(wire, slip, "/survei", Map.of("TIME", "1")).body()
                + wire.get(link(slip)).body();
        assertThat(all)
                .contains("survei", "Terima kasih")
                .doesNotContain(
                        NAME,
                        PHONE,
                        slip.ticket().number().toString(),
                        agency.officer().displayName(),
                        agency.officer().getUsername(),
                        slip.ticket().id().value().toString(),
                        "Kata-kata saya");
    }

    @Test
    void whatWasSentTwiceCountsOnceAndTheFirstStands() {
        IssuedTicket slip = finished(0);
        Wire wire = phone("198.51.100.4");
        send(wire, slip, "", Map.of("score", "1", "comment", "Lama"));
        send(wire, slip, "/survei", Map.of("TIME", "1"));
        Map<String, Long> before = tables.sums();
        assertThat(send(wire, slip, "", Map.of("score", "4", "comment", "Cepat"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(send(wire, slip, "/survei", Map.of("TIME", "4")).statusCode())
                .isEqualTo(200);
        assertThat(page(wire.get(link(slip)), 200).select("form")).isEmpty();
        assertThat(tables.sums()).isEqualTo(before);
        assertThat(ratingsOf(slip)).containsExactly("1|LINK|Lama");
    }

    @Test
    void beforeTheServiceIsFinishedNothingCanBeSaid() {
        IssuedTicket slip = issued();
        Wire wire = phone("198.51.100.5");
        refuses(wire, slip, 200, "Layanan Anda belum selesai");
        serve(0, slip);
        refuses(wire, slip, 200, "Layanan Anda belum selesai");
        finish(0, slip);
        assertThat(page(wire.get(link(slip)), 200).select("input[name=score]")).hasSize(4);
    }

    @Test
    void whoWasNeverServedIsToldSo() {
        IssuedTicket abandoned = issued();
        by(0, () -> desk.abandon(CommandId.next(), abandoned.ticket().id()));
        refuses(phone("198.51.100.6"), abandoned, 200, "Tidak ada layanan untuk dinilai");
        IssuedTicket left = issued();
        clock.advance(Duration.ofDays(1));
        refuses(phone("198.51.100.6"), left, 200, "Tidak ada layanan untuk dinilai");
    }

    @Test
    void afterAWeekTheLinkIsOver() {
        IssuedTicket slip = finished(0);
        Wire wire = phone("198.51.100.7");
        IssuedTicket rated = finished(0);
        send(wire, rated, "", Map.of("score", "3"));
        clock.advance(Duration.ofDays(7).minusSeconds(60));
        assertThat(page(wire.get(link(slip)), 200).select("form")).hasSize(1);
        clock.advance(Duration.ofSeconds(120));
        refuses(wire, slip, 410, "Waktu menilai sudah lewat");
        refuses(wire, rated, 410, "Waktu menilai sudah lewat");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nilai",
                "/nilai/x",
                "/nilai/AAAAAAAAAAAAAAAAAAAAAA",
                "/nilai/AAAAAAAAAAAAAAAAAAAAA!",
                "/nilai/AAAAAAAAAAAAAAAAAAAAAAA",
                "/nilai/%27%20or%201%3D1--%20aaaaaaaaa",
                "/nilai/AAAAAAAAAAAAAAAAAAAAAA/lain",
                "/nilai/%F0%9F%98%80",
            })
    void whatIsNobodysGetsAKindPageAndChangesNothing(String address) {
        Wire wire = phone("198.51.100.8");
        Map<String, Long> before = tables.sums();
        for (HttpResponse<String> answer : List.of(
                wire.get(address),
                wire.get(address + "?lang=en&x=%3Cscript%3E"),
                wire.post(address, FORM, "score=4&comment=x"),
                wire.post(address + "/survei", FORM, "TIME=4"))) {
            Document page = page(answer, 404);
            assertThat(page.select("main h1").text()).isIn("Tautan tidak dikenal", "Unknown link");
            assertThat(page.select("form, script")).isEmpty();
        }
        assertThat(tables.sums()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nilai/a;b",
                "/nilai/%25",
                "/papan-nilai/a;b",
                "/nilai/%2e%2e/masuk",
                "/nilai//x",
            })
    void whatIsNoAddressAtAllGetsTheSamePage(String address) {
        assertThat(raw(address))
                .startsWith("HTTP/1.1 404")
                .contains("Tautan tidak dikenal", "Content-Type: text/html;charset=UTF-8", "Cache-Control: no-store")
                .doesNotContain("Exception", "Tomcat", "Set-Cookie");
    }

    /** The server itself turns these away, before it knows for whom they are. */
    @ParameterizedTest
    @ValueSource(strings = {"/nilai/a%2Fb", "/nilai/a%00", "/nilai/%00", "/nilai/%ff", "/nilai/%zz"})
    void whatTheServerCannotDecodeIsRefused(String address) {
        assertThat(raw(address)).startsWith("HTTP/1.1 400").doesNotContain("Exception", "Tomcat", "Set-Cookie");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "5", "-1", "4.0", "٤", "99999999999", "baik"})
    void aScoreThatIsNoneAsksAgainAndKeepsWhatWasTyped(String score) {
        IssuedTicket slip = finished(0);
        Wire wire = phone("198.51.100.9");
        Map<String, Long> before = tables.sums();
        Document again = page(send(wire, slip, "", Map.of("score", score, "comment", "Sudah \"diketik\" <i>")), 422);
        assertThat(again.select("[role=alert]").text()).isEqualTo("Pilih dulu salah satu wajah.");
        assertThat(again.select("textarea").text()).isEqualTo("Sudah \"diketik\" <i>");
        assertThat(tables.sums()).isEqualTo(before);
    }

    @Test
    void aSurveyWithoutAnAnswerAsksAgainAndKeepsWhatWasChosen() {
        IssuedTicket slip = finished(0);
        Wire wire = phone("198.51.100.10");
        send(wire, slip, "", Map.of("score", "3"));
        Map<String, Long> before = tables.sums();
        Document again = page(send(wire, slip, "/survei", Map.of("sex", "FEMALE", "TIME", "7", "UNKNOWN", "4")), 422);
        assertThat(again.select("[role=alert]").text()).isEqualTo("Jawab dulu sedikitnya satu pertanyaan.");
        assertThat(again.select("select[name=sex] option[selected]").attr("value"))
                .isEqualTo("FEMALE");
        assertThat(tables.sums()).isEqualTo(before);
        send(wire, slip, "/survei", Map.of("CONDUCT", "3", "UNKNOWN", "4", "age", "OLD"));
        assertThat(answersOf(slip)).containsExactly("CONDUCT=3");
    }

    @Test
    void aCommentKeepsFiveHundredCharactersThatCanBePrinted() {
        IssuedTicket slip = finished(0);
        send(phone("198.51.100.11"), slip, "", Map.of("score", "3", "comment", "a\u0000b\u202e" + "😀".repeat(600)));
        String comment = jdbc.sql("select comment from rating where ticket_id = ?")
                .param(slip.ticket().id().value().toString())
                .query(String.class)
                .single();
        assertThat(comment).startsWith("a b 😀").hasSizeBetween(499, 500).endsWith("😀");
    }

    @Test
    void englishIsThereForWhoWantsIt() {
        IssuedTicket slip = finished(0);
        Wire wire = phone("198.51.100.12");
        Document asked = page(wire.get(link(slip)), 200);
        String english = asked.select("header a").attr("href");
        Document page = page(wire.get(english), 200);
        assertThat(page.select("html").attr("lang")).isEqualTo("en");
        assertThat(page.text()).contains(agency.service().name(Locale.ENGLISH));
        HttpResponse<String> sent = wire.post(page.select("form").attr("action"), FORM, "score=4");
        assertThat(sent.headers().firstValue("Location")).hasValue(english);
        assertThat(page(wire.get(english), 200).text()).contains("Very well");
    }

    @Test
    void aRatingStaysWhenTheTicketIsTakenUpAgain() {
        IssuedTicket slip = finished(0);
        Wire wire = phone("198.51.100.13");
        send(wire, slip, "", Map.of("score", "2", "comment", "Kurang"));
        by(0, () -> desk.undo(CommandId.next(), slip.ticket().id()));
        assertThat(historyOf(slip)).isEmpty();
        refuses(wire, slip, 200, "Layanan Anda belum selesai");
        finish(0, slip);
        assertThat(ratingsOf(slip)).containsExactly("2|LINK|Kurang");
        assertThat(historyOf(slip)).containsExactly("2");
        assertThat(page(wire.get(link(slip)), 200).text()).contains("Punya dua menit lagi?");
    }

    @Test
    void whoTriesManyTokensIsHeldUpAndNobodyElse() {
        Wire guesser = phone("198.51.100.14");
        IssuedTicket neighbour = finished(0);
        int tries = 0;
        while (guesser.get("/nilai/bukan" + tries).statusCode() == 404) {
            tries++;
        }
        HttpResponse<String> busy = guesser.get("/nilai/bukan");
        assertThat(tries).isBetween(60, 70);
        assertThat(page(busy, 503).text()).contains("Sebentar, sedang ramai");
        assertThat(page(phone("198.51.100.15").get("/nilai/bukan"), 404).text()).contains("Tautan tidak dikenal");
        assertThat(page(guesser.get(link(neighbour)), 200).select("form")).hasSize(1);
        assertThat(send(guesser, neighbour, "", Map.of("score", "3")).statusCode())
                .isEqualTo(303);
        clock.advance(Duration.ofSeconds(30));
        assertThat(guesser.get("/nilai/bukan").statusCode()).isEqualTo(404);
    }

    /** Past every client that would put the address right. */
    private String raw(String address) {
        try (Socket socket = new Socket("localhost", port)) {
            socket.getOutputStream()
                    .write(("GET " + address + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void refuses(Wire wire, IssuedTicket slip, int status, String heading) {
        Map<String, Long> before = tables.sums();
        Document shown = page(wire.get(link(slip)), status);
        assertThat(shown.select("main h1").text()).isEqualTo(heading);
        assertThat(shown.select("form")).isEmpty();
        send(wire, slip, "", Map.of("score", "4"));
        send(wire, slip, "/survei", Map.of("TIME", "4"));
        assertThat(tables.sums()).isEqualTo(before);
    }

    private List<String> historyOf(IssuedTicket slip) {
        return jdbc.sql("select ifnull(rating, '-') from history_turn where ticket_id = ?")
                .param(slip.ticket().id().value().toString())
                .query(String.class)
                .list();
    }

    static HttpResponse<String> send(Wire wire, IssuedTicket slip, String more, Map<String, String> fields) {
        StringBuilder body = new StringBuilder();
        fields.forEach((name, value) -> body.append(body.isEmpty() ? "" : "&")
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return wire.post(link(slip) + more, FORM, body.toString());
    }

    static Document page(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.uri().toString()).isEqualTo(status);
        return Jsoup.parse(answer.body());
    }
}
