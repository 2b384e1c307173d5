package centralcommand.standalone.story;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/** Both services as a script meets them: with a token of a sample account, over HTTP. */
final class Api {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    private final URI web;
    private final URI command;
    private final URI query;

    Api(int portBase) {
        web = URI.create("http://localhost:" + portBase);
        command = URI.create("http://localhost:" + (portBase + 1));
        query = URI.create("http://localhost:" + (portBase + 2));
    }

    /** What the query service answers to an account. */
    Answer query(String account, String path) {
        return send(authorized(account, query.resolve(path)));
    }

    /** Sends a command under a new id. */
    Answer command(String account, String name, Map<String, ?> fields) {
        return command(account, name, Json.text(fields), "Idempotency-Key", newId());
    }

    Answer command(String account, String name, String body, String... headers) {
        HttpRequest.Builder request = authorized(account, command.resolve("/api/commands/" + name))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    static String newId() {
        return UUID.randomUUID().toString();
    }

    /** Every row of a list, page by page. */
    List<JsonNode> allRows(String account, String path) {
        List<JsonNode> rows = new ArrayList<>();
        String page = path;
        while (true) {
            Answer answer = query(account, page).expecting(200);
            rows.addAll(answer.rows());
            JsonNode next = answer.json().path("next");
            if (next.isNull() || next.isMissingNode()) {
                return rows;
            }
            page = path + (path.contains("?") ? "&" : "?") + "after=" + encoded(next.asString());
        }
    }

    /** Last position of the ledger. */
    long head() {
        return query("auditor", "/api/ledger").expecting(200).json().get("head").asLong();
    }

    /** What the query service sends to an account that follows the ledger after a position, until the connection is closed. */
    EventStream stream(String account, long after) {
        HttpRequest request = authorized(account, query.resolve("/api/stream"))
                .header("Accept", "text/event-stream")
                .header("Last-Event-ID", Long.toString(after))
                .build();
        try {
            return new EventStream(http.send(request, BodyHandlers.ofInputStream()));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest.Builder authorized(String account, URI address) {
        return HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + tokens.computeIfAbsent(account, this::token));
    }

    private String token(String account) {
        String credentials = Base64.getEncoder().encodeToString((account + ":" + account + "-pass").getBytes(UTF_8));
        return send(HttpRequest.newBuilder(web.resolve("/oauth2/token"))
                        .timeout(PATIENCE)
                        .header("Authorization", "Basic " + credentials)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("grant_type=client_credentials")))
                .expecting(200)
                .text("access_token");
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            return Answer.of(http.send(request.build(), BodyHandlers.ofString(UTF_8)));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static String encoded(String value) {
        return URLEncoder.encode(value, UTF_8);
    }
}
