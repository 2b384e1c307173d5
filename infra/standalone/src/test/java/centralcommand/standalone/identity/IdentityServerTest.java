package centralcommand.standalone.identity;

import static org.assertj.core.api.Assertions.assertThat;

import centralcommand.web.WebApplication;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.CookieManager;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/** The authorization server as browsers and scripts meet it, inside the real pages. */
class IdentityServerTest {
    @TempDir
    static Path folder;

    private static URI base;
    private static Identity identity;
    private static ConfigurableApplicationContext web;

    @BeforeAll
    static void start() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            base = URI.create("http://localhost:" + free.getLocalPort());
        }
        identity = Identity.open(folder.resolve("identity"), base, Set.of(base), Clock.systemUTC(), true);
        identity.addSampleAccounts();
        web = new SpringApplicationBuilder(WebApplication.class)
                .initializers(context -> identity.addTo((GenericApplicationContext) context))
                .run(Stream.concat(
                                Stream.of(
                                        "--spring.config.name=web",
                                        "--server.port=" + base.getPort(),
                                        "--central-command.query-api=http://127.0.0.1:1",
                                        "--central-command.command-api=http://127.0.0.1:1",
                                        "--spring.main.banner-mode=off"),
                                identity.properties(base).entrySet().stream()
                                        .map(property -> "--" + property.getKey() + "=" + property.getValue()))
                        .toArray(String[]::new));
    }

    @AfterAll
    static void stop() {
        web.close();
    }

    @Test
    void a_script_gets_a_token_that_says_who_it_is_for_which_agency_and_in_which_roles() throws Exception {
        HttpResponse<String> answer = token("energy.approver", "energy.approver-pass");

        assertThat(answer.statusCode()).isEqualTo(200);
        JWTClaimsSet claims = claims(answer);
        assertThat(claims.getSubject()).isEqualTo("energy.approver");
        assertThat(claims.getIssuer()).isEqualTo(base.toString());
        assertThat(claims.getAudience()).containsExactly("central-command");
        assertThat(claims.getStringClaim("agency")).isEqualTo("ENERGY");
        assertThat(claims.getStringListClaim("roles")).containsExactly("AGENCY_STAFF", "AGENCY_APPROVER");
        assertThat(Duration.between(
                        claims.getIssueTime().toInstant(),
                        claims.getExpirationTime().toInstant()))
                .isEqualTo(Duration.ofMinutes(60));
    }

    @Test
    void a_token_of_nobody_in_particular_names_no_agency() throws Exception {
        JWTClaimsSet claims = claims(token("czar", "czar-pass"));
        assertThat(claims.getClaim("agency")).isNull();
        assertThat(claims.getStringListClaim("roles")).containsExactly("CZAR");
    }

    @Test
    void a_wrong_password_a_disabled_account_and_an_unknown_name_are_answered_alike() throws Exception {
        identity.accounts().disable("interior", "admin");

        HttpResponse<String> wrong = token("defense", "defense");
        for (HttpResponse<String> answer :
                List.of(wrong, token("interior", "interior-pass"), token("nobody", "nobody-pass"))) {
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.body()).isEqualTo(wrong.body());
        }
    }

    @Test
    void after_ten_failures_an_account_waits_even_with_the_right_password_and_the_others_do_not() throws Exception {
        for (int i = 0; i < 10; i++) {
            assertThat(token("commerce", "guess-" + i).statusCode()).isEqualTo(401);
        }
        HttpResponse<String> waits = token("commerce", "commerce-pass");
        assertThat(waits.statusCode()).isEqualTo(429);
        assertThat(waits.headers().firstValueAsLong("Retry-After").orElseThrow())
                .isBetween(1L, 6L);
        assertThat(token("commerce.approver", "commerce.approver-pass").statusCode())
                .isEqualTo(200);
    }

    @Test
    void fifty_scripts_that_ask_at_once_with_the_right_password_all_get_a_token() throws Exception {
        assertThat(statusesAtOnce("defense.approver", attempt -> "defense.approver-pass"))
                .hasSize(50)
                .containsOnly(200);
    }

    @Test
    void guessing_fifty_passwords_at_once_tries_hardly_more_than_guessing_them_one_by_one() throws Exception {
        List<Integer> statuses = statusesAtOnce("interior.approver", attempt -> "guess-" + attempt);

        assertThat(statuses).hasSize(50).containsOnly(401, 429);
        assertThat(statuses.stream().filter(status -> status == 401).count())
                .isBetween((long) Attempts.FOR_AN_ACCOUNT, (long) Attempts.FOR_AN_ACCOUNT + Attempts.AT_ONCE);
    }

    private static List<Integer> statusesAtOnce(String account, IntFunction<String> password) throws Exception {
        try (ExecutorService scripts = Executors.newFixedThreadPool(50)) {
            List<Callable<Integer>> attempts = IntStream.range(0, 50)
                    .<Callable<Integer>>mapToObj(attempt ->
                            () -> token(account, password.apply(attempt)).statusCode())
                    .toList();
            List<Integer> statuses = new ArrayList<>();
            for (Future<Integer> answer : scripts.invokeAll(attempts)) {
                statuses.add(answer.get());
            }
            return statuses;
        }
    }

    @Test
    void a_request_without_a_name_is_refused_and_not_an_error() throws Exception {
        HttpResponse<String> answer = client().send(
                        form("/oauth2/token", Map.of("grant_type", "client_credentials"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(401);
    }

    @Test
    void an_account_cannot_be_used_as_a_client_for_other_people() throws Exception {
        HttpResponse<String> answer = client().send(
                        HttpRequest.newBuilder(
                                        base.resolve(
                                                "/oauth2/authorize?response_type=code&client_id=energy&redirect_uri=http://localhost/"))
                                .header("Accept", "text/html")
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(400);
    }

    @Test
    void a_person_signs_in_once_and_comes_to_the_page_they_wanted() throws Exception {
        HttpClient browser = browser();
        HttpResponse<String> signIn = open(browser, "/replay?asOf=7");
        assertThat(signIn.uri().getPath()).isEqualTo("/login");

        HttpResponse<String> after = signIn(browser, signIn, "auditor", "auditor-pass");
        assertThat(after.uri().toString()).isEqualTo(base + "/replay?asOf=7");
    }

    @Test
    void the_sign_in_page_does_not_say_what_was_wrong() throws Exception {
        HttpClient browser = browser();
        String wrongPassword =
                signIn(browser, open(browser, "/"), "defense", "x").body();
        String unknownName = signIn(browser, open(browser, "/"), "nobody", "x").body();

        assertThat(withoutToken(wrongPassword)).contains("The name or the password is not right.");
        assertThat(withoutToken(unknownName)).isEqualTo(withoutToken(wrongPassword));
    }

    @Test
    void too_many_failures_on_the_sign_in_page_are_told_to_wait() throws Exception {
        HttpClient browser = browser();
        HttpResponse<String> page = open(browser, "/");
        for (int i = 0; i < 10; i++) {
            page = signIn(browser, page, "czar.deputy", "guess");
            assertThat(page.statusCode()).isEqualTo(200);
        }
        HttpResponse<String> waits = signIn(browser, page, "czar.deputy", "czar.deputy-pass");
        assertThat(waits.statusCode()).isEqualTo(429);
        assertThat(waits.headers().firstValue("Retry-After")).isPresent();
        assertThat(waits.body()).contains("Too many attempts have failed.");
    }

    @Test
    void an_administrator_adds_an_account_whose_password_is_shown_once_and_works() throws Exception {
        HttpClient admin = administrator();
        HttpResponse<String> added =
                post(admin, "/admin/accounts", List.of("name=kim.lee", "agency=energy", "roles=AGENCY_STAFF"));

        String password = first("<code id=\"password\">([a-z0-9-]+)</code>", added.body());
        assertThat(claims(token("kim.lee", password)).getStringClaim("agency")).isEqualTo("ENERGY");
        assertThat(open(admin, "/admin/accounts").body()).contains("kim.lee").doesNotContain(password);
    }

    @Test
    void an_account_that_is_disabled_gets_no_token_any_more_and_a_new_password_replaces_the_old() throws Exception {
        HttpClient admin = administrator();
        HttpResponse<String> added =
                post(admin, "/admin/accounts", List.of("name=script-a", "agency=", "roles=AUDITOR"));
        String old = first("<code id=\"password\">([a-z0-9-]+)</code>", added.body());

        String next = first(
                "<code id=\"password\">([a-z0-9-]+)</code>",
                post(admin, "/admin/accounts/script-a/reset-password", List.of())
                        .body());
        assertThat(token("script-a", old).statusCode()).isEqualTo(401);
        assertThat(token("script-a", next).statusCode()).isEqualTo(200);

        post(admin, "/admin/accounts/script-a/disable", List.of());
        assertThat(token("script-a", next).statusCode()).isEqualTo(401);
    }

    @Test
    void what_an_administrator_typed_wrongly_is_said_beside_the_field() throws Exception {
        HttpResponse<String> refused =
                post(administrator(), "/admin/accounts", List.of("name=Kim", "agency=", "roles=AUDITOR"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("A name has at most 64 small letters");
    }

    @Test
    void accounts_are_shown_to_administrators_only() throws Exception {
        HttpClient browser = browser();
        signIn(browser, open(browser, "/admin/accounts"), "auditor", "auditor-pass");
        assertThat(open(browser, "/admin/accounts").statusCode()).isEqualTo(403);
    }

    @Test
    void the_signing_key_outlives_a_restart_and_is_readable_by_its_owner_alone() throws IOException {
        Identity reopened = Identity.open(folder.resolve("identity"), base, Set.of(base), Clock.systemUTC(), true);
        assertThat(reopened.signingKey().getKeyID())
                .isEqualTo(identity.signingKey().getKeyID());
        assertThat(reopened.signingKey()).isEqualTo(identity.signingKey());
        for (String secret : List.of("signing-key.json", "web-ui.secret", "accounts.json")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(
                            folder.resolve("identity").resolve(secret))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void the_private_key_is_never_published() throws Exception {
        HttpResponse<String> keys = open(client(), "/oauth2/jwks");
        assertThat(keys.statusCode()).isEqualTo(200);
        assertThat(keys.body()).contains("\"n\"").doesNotContain("\"d\"");
    }

    private static HttpClient administrator() throws Exception {
        HttpClient browser = browser();
        HttpResponse<String> page = signIn(browser, open(browser, "/admin/accounts"), "admin", "admin-pass");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.uri().getPath()).isEqualTo("/admin/accounts");
        assertThat(page.body()).contains("Sign out").doesNotContain("usa-alert");
        return browser;
    }

    private static HttpResponse<String> token(String account, String password) throws Exception {
        String basic = Base64.getEncoder().encodeToString((account + ":" + password).getBytes(StandardCharsets.UTF_8));
        return client().send(
                        form("/oauth2/token", Map.of("grant_type", "client_credentials"))
                                .header("Authorization", "Basic " + basic)
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    private static JWTClaimsSet claims(HttpResponse<String> answer) throws ParseException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return SignedJWT.parse(JsonMapper.shared()
                        .readTree(answer.body())
                        .get("access_token")
                        .asString())
                .getJWTClaimsSet();
    }

    private static HttpResponse<String> signIn(
            HttpClient browser, HttpResponse<String> page, String account, String password) throws Exception {
        return browser.send(
                form("/login", Map.of("username", account, "password", password, "_csrf", csrf(page)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static HttpResponse<String> post(HttpClient browser, String path, List<String> fields) throws Exception {
        String csrf = "_csrf=" + URLEncoder.encode(csrf(open(browser, "/admin/accounts")), StandardCharsets.UTF_8);
        return browser.send(
                HttpRequest.newBuilder(base.resolve(path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Accept", "text/html")
                        .POST(HttpRequest.BodyPublishers.ofString(
                                Stream.concat(Stream.of(csrf), fields.stream()).collect(Collectors.joining("&"))))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static HttpResponse<String> open(HttpClient browser, String path) throws Exception {
        return browser.send(
                HttpRequest.newBuilder(base.resolve(path))
                        .header("Accept", "text/html")
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest.Builder form(String path, Map<String, String> fields) {
        return HttpRequest.newBuilder(base.resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(fields.entrySet().stream()
                        .map(field ->
                                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"))));
    }

    private static HttpClient client() {
        return HttpClient.newHttpClient();
    }

    private static HttpClient browser() {
        return HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
    }

    private static String csrf(HttpResponse<String> page) {
        return first("name=\"_csrf\" value=\"([^\"]+)\"", page.body());
    }

    private static String withoutToken(String page) {
        return page.replaceAll("name=\"_csrf\" value=\"[^\"]+\"", "");
    }

    private static String first(String pattern, String text) {
        Matcher found = Pattern.compile(pattern).matcher(text);
        assertThat(found.find()).as("%s in %s", pattern, text).isTrue();
        return found.group(1);
    }
}
