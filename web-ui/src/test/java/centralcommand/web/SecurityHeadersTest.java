package centralcommand.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SecurityHeadersTest {

    private final Browser browser = RunningWeb.browser();

    @Test
    void pages_load_nothing_from_elsewhere_run_nothing_inline_and_stand_in_no_frame() {
        HttpResponse<String> page = browser.get("/signed-out");
        assertThat(header(page, "Content-Security-Policy"))
                .isEqualTo(
                        "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self' "
                                + RunningWeb.IDENTITY.address() + "; frame-ancestors 'none'");
        assertThat(header(page, "X-Frame-Options")).isEqualTo("DENY");
        assertThat(header(page, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(page, "Referrer-Policy")).isEqualTo("same-origin");
        assertThat(header(page, "Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
        assertThat(header(page, "Permissions-Policy")).contains("camera=()");
        assertThat(header(page, "Cache-Control")).contains("no-store");
    }

    @Test
    void an_error_page_carries_the_same_policy() {
        HttpResponse<String> refused = browser.post("/sample-form", Map.of("date", "x"));
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(header(refused, "Content-Security-Policy")).contains("default-src 'self'");
    }

    @Test
    void the_session_cookie_has_a_name_of_its_own_and_is_out_of_reach_of_scripts_and_other_sites() {
        assertThat(header(browser.get("/"), "Set-Cookie"))
                .startsWith("CENTRAL_COMMAND_WEB=")
                .contains("HttpOnly", "SameSite=Lax");
    }

    @Test
    void what_the_frame_loads_is_open_to_everyone_and_kept_by_the_browser() {
        String page = browser.get("/signed-out").body();
        var links =
                Pattern.compile("(?:href|src)=\"(/(?:vendor|assets)/[^\"]+)\"").matcher(page);
        int found = 0;
        while (links.find()) {
            var asset = browser.get(links.group(1));
            assertThat(asset.statusCode()).as(links.group(1)).isEqualTo(200);
            assertThat(header(asset, "Cache-Control")).contains("max-age=31536000");
            found++;
        }
        assertThat(found)
                .as("links and scripts of the frame, none from elsewhere")
                .isEqualTo(page.split("<link |<script ", -1).length - 1)
                .isPositive();
    }

    private static String header(HttpResponse<String> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }
}
