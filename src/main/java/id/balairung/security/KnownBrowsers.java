package id.balairung.security;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/**
 * Recognises a browser in which an account has signed in before, by a cookie that only this installation can make. It opens
 * nothing: such a browser only has its own pauses after wrong tries, so that nobody elsewhere can bring it to wait.
 */
@Component
class KnownBrowsers {

    private static final Duration REMEMBERED = Duration.ofDays(180);
    private static final String PREFIX = "dikenal-";
    private static final int NAME_BYTES = 6;
    private static final String PURPOSE = "known browser";

    private final SecretBox box;

    KnownBrowsers(SecretBox box) {
        this.box = box;
    }

    /** The browser's own mark; empty when this account never signed in there. */
    Optional<String> recognise(HttpServletRequest request, String username) {
        Cookie[] cookies = request.getCookies();
        if (cookies == null) {
            return Optional.empty();
        }
        String name = cookieName(username);
        return Stream.of(cookies)
                .filter(cookie -> cookie.getName().equals(name))
                .map(cookie -> cookie.getValue().split("\\.", 2))
                .filter(parts -> parts.length == 2)
                .filter(parts ->
                        MessageDigest.isEqual(signature(username, parts[0]).getBytes(), parts[1].getBytes()))
                .map(parts -> parts[0])
                .findFirst();
    }

    /** Lets the browser be recognised, for half a year from now on. */
    void remember(HttpServletRequest request, HttpServletResponse response, String username) {
        String mark =
                recognise(request, username).orElseGet(() -> UUID.randomUUID().toString());
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(cookieName(username), mark + "." + signature(username, mark))
                        .path(request.getContextPath() + "/masuk")
                        .maxAge(REMEMBERED)
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Strict")
                        .build()
                        .toString());
    }

    private String cookieName(String username) {
        return PREFIX + HexFormat.of().formatHex(Arrays.copyOf(box.mark(PURPOSE, normal(username)), NAME_BYTES));
    }

    private String signature(String username, String mark) {
        return HexFormat.of().formatHex(box.mark(PURPOSE, normal(username) + '\0' + mark));
    }

    private static String normal(String username) {
        return username.strip().toLowerCase(Locale.ROOT);
    }
}
