package centralcommand.web.board;

import centralcommand.web.identity.SignedIn;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/**
 * Up to which position somebody has seen the board. It is kept in a cookie of the browser, one for each account that uses it: it
 * outlives the session, needs no store, and decides nothing but what is listed as new to its owner. It moves only when its
 * owner says so, so that a reload loses nothing.
 */
final class LastLook {

    private static final Duration KEPT = Duration.ofDays(400); // Browsers keep no cookie longer.

    private LastLook() {}

    static OptionalLong of(HttpServletRequest request, SignedIn person) {
        String name = name(person);
        Cookie[] cookies = request.getCookies();
        return Stream.of(cookies == null ? new Cookie[0] : cookies)
                .filter(cookie -> cookie.getName().equals(name))
                .map(Cookie::getValue)
                .filter(value -> value.matches("\\d{1,18}"))
                .mapToLong(Long::parseLong)
                .findFirst();
    }

    static void keep(long position, SignedIn person, HttpServletRequest request, HttpServletResponse response) {
        var cookie = ResponseCookie.from(name(person), Long.toString(position))
                .path("/board")
                .maxAge(KEPT)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    /** Account names may hold what a cookie's name may not, and need not be told to whoever shares the browser. */
    private static String name(SignedIn person) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(person.name().getBytes(StandardCharsets.UTF_8));
            return "cc-seen-" + HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
