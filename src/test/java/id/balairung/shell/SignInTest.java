package id.balairung.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.login.LoginForm;
import com.vaadin.flow.router.QueryParameters;
import id.balairung.security.Role;
import id.balairung.testing.BalairungTest;
import id.balairung.testing.Hall;
import id.balairung.testing.Screens;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@BalairungTest
class SignInTest {

    @Autowired
    Hall hall;

    @Autowired
    Screens screens;

    @LocalServerPort
    int port;

    final CookieManager cookies = new CookieManager();
    final HttpClient browser = HttpClient.newBuilder().cookieHandler(cookies).build();

    @BeforeEach
    void aMall() {
        hall.establish();
    }

    @Test
    void thePageSpeaksIndonesianUntilSomebodyChoosesEnglish() {
        BrowserlessUIContext window = screens.ofNobody();
        window.navigate("masuk", SignInView.class);
        assertThat(window.find(H1.class).single().getText()).isEqualTo("Masuk");
        assertThat(window.find(H2.class).single().getText()).isEqualTo("Mal Pelayanan Publik Uji");

        open(window, "bahasa", "en");
        assertThat(window.find(H1.class).single().getText()).isEqualTo("Sign in");
        open(window, "bahasa", "id");
        assertThat(window.find(H1.class).single().getText()).isEqualTo("Masuk");
    }

    @Test
    void aWrongAttemptIsToldInOneSentenceForAllReasons() {
        BrowserlessUIContext window = screens.ofNobody();
        open(window, "error", "");
        assertThat(window.find(LoginForm.class).single().isError()).isTrue();
        assertThat(window.find(LoginForm.class)
                        .single()
                        .getElement()
                        .getPropertyRaw("i18n")
                        .toString())
                .contains("Nama pengguna atau kata sandi tidak cocok");
    }

    @Test
    void aDatabaseThatDoesNotAnswerIsNotAWrongPassword() {
        BrowserlessUIContext window = screens.ofNobody();
        open(window, "gangguan", "");
        assertThat(window.find(LoginForm.class)
                        .single()
                        .getElement()
                        .getPropertyRaw("i18n")
                        .toString())
                .contains("Belum dapat memeriksa akun");
    }

    @Test
    void whoIsSignedInIsSentOnFromTheSignInPage() {
        BrowserlessUIContext window = screens.of(hall.staff(Role.MALL_ADMIN, Optional.empty()));
        window.navigate("masuk", HomeView.class);
    }

    @Test
    void anUnknownAccountAndAWrongPasswordAreAnsweredAlike() throws Exception {
        String known = hall.staff(Role.MALL_HEAD, Optional.empty()).getUsername();
        assertThat(location(signIn(known, "salah"))).isEqualTo("/masuk?error");
        assertThat(location(signIn("siapa.pun", "salah"))).isEqualTo("/masuk?error");
    }

    @Test
    void anAccountHasOneSpellingBesidesCapitals() throws Exception {
        String known = hall.staff(Role.MALL_HEAD, Optional.empty()).getUsername();
        assertThat(location(signIn(known.replace('a', 'á'), Hall.PASSWORD))).isEqualTo("/masuk?error");
        assertThat(location(signIn(known.replace("m", "ｍ"), Hall.PASSWORD))).isEqualTo("/masuk?error");
        assertThat(location(signIn(known.toUpperCase(Locale.ROOT), Hall.PASSWORD)))
                .isEqualTo("/");
    }

    @Test
    void signingInLeadsHomeInANewSession() throws Exception {
        String known = hall.staff(Role.MALL_HEAD, Optional.empty()).getUsername();
        get("/masuk");
        String before = session();
        assertThat(location(signIn(known, Hall.PASSWORD))).isEqualTo("/");
        assertThat(session()).isNotEqualTo(before);
    }

    @Test
    void aFormFromElsewhereIsRefused() throws Exception {
        get("/masuk");
        HttpResponse<String> refused = post("/masuk", "username=kepala&password=apa");
        assertThat(refused.statusCode()).isEqualTo(403);
    }

    @Test
    void nobodySeesWhichAddressesThereAreBeforeSigningIn() throws Exception {
        assertThat(location(get("/"))).isEqualTo("/masuk");
        assertThat(location(get("/tidak-ada"))).isEqualTo("/masuk");
    }

    private static void open(BrowserlessUIContext window, String parameter, String value) {
        window.getUI().navigate("masuk", QueryParameters.of(parameter, value));
        window.roundTrip();
    }

    private HttpResponse<String> signIn(String username, String password) throws IOException, InterruptedException {
        Matcher token = Pattern.compile("name=\"_csrf\" content=\"([^\"]+)\"")
                .matcher(get("/masuk").body());
        assertThat(token.find()).isTrue();
        return post(
                "/masuk",
                "username=" + encode(username) + "&password=" + encode(password) + "&_csrf=" + encode(token.group(1)));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return browser.send(request(path).GET().build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String form) throws IOException, InterruptedException {
        return browser.send(
                request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Accept", "text/html");
    }

    private static String location(HttpResponse<?> response) {
        URI target = URI.create(response.headers().firstValue("Location").orElseThrow());
        return target.getQuery() == null ? target.getPath() : target.getPath() + "?" + target.getQuery();
    }

    private String session() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("JSESSIONID"))
                .findAny()
                .orElseThrow()
                .getValue();
    }
}
