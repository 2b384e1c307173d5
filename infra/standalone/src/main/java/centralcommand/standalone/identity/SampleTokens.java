package centralcommand.standalone.identity;

import centralcommand.standalone.sample.SampleImport;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tokens of the sample accounts, asked for like any script does and kept until shortly before they end. */
public final class SampleTokens implements SampleImport.Tokens {
    private static final Duration SPARE = Duration.ofMinutes(5);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private record Kept(String token, Instant until) {}

    private final HttpClient http;
    private final URI web;
    private final Clock clock;
    private final Map<String, Kept> kept = new HashMap<>();

    public SampleTokens(HttpClient http, URI web, Clock clock) {
        this.http = http;
        this.web = web;
        this.clock = clock;
    }

    @Override
    public synchronized String of(String account) throws IOException, InterruptedException {
        Kept known = kept.get(account);
        if (known == null || clock.instant().isAfter(known.until())) {
            known = ask(account);
            kept.put(account, known);
        }
        return known.token();
    }

    private Kept ask(String account) throws IOException, InterruptedException {
        SampleAccount sample = SampleAccount.ALL.stream()
                .filter(candidate -> candidate.name().equals(account))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no sample account " + account));
        String pair = account + ":" + sample.password();
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(web.resolve("/oauth2/token"))
                        .header(
                                "Authorization",
                                "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(
                    "The sample cannot be loaded as %s: its account is disabled or has another password (status %d)"
                            .formatted(account, answer.statusCode()));
        }
        JsonNode token = JSON.readTree(answer.body());
        Duration life = Duration.ofSeconds(token.get("expires_in").asLong());
        return new Kept(
                token.get("access_token").asString(), clock.instant().plus(life).minus(SPARE));
    }
}
