package centralcommand.web.api;

import centralcommand.web.identity.AccessTokens;
import centralcommand.web.identity.SignInAgain;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What the query service sends bit by bit, passed on as it comes: downloads, and the news that something changed. */
@Component
public class QueryStreams {

    private static final Duration SHORTEST_LIFE_OF_A_TOKEN = Duration.ofMinutes(1);
    private static final int LONGEST_PROBLEM = 64 * 1024;

    private final ServiceAddresses addresses;
    private final AccessTokens tokens;
    private final JsonMapper json;
    private final Clock clock;
    private final HttpClient http;

    QueryStreams(ServiceAddresses addresses, AccessTokens tokens, JsonMapper json, Clock clock) {
        this.addresses = addresses;
        this.tokens = tokens;
        this.json = json;
        this.clock = clock;
        // Redirects are not followed: the token belongs to this address and no other.
        this.http = HttpClient.newBuilder()
                .connectTimeout(addresses.connectWithin())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /**
     * What is being received. Whoever opened it closes it.
     *
     * @param contentType as the service named it
     * @param until when the permission to receive it ends
     */
    public record Received(InputStream body, String contentType, Instant until) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            body.close();
        }
    }

    /**
     * Starts to receive, in the name of the person who is signed in; must be called while a request is being served.
     *
     * @param headers to send beside the usual ones
     * @throws QueryRefused                            if the service says no
     * @throws ServiceAway                             if it does not answer
     * @throws SignInAgain                             if the session can no longer speak for its owner
     */
    public Received open(
            String path,
            Map<String, ? extends @Nullable Object> parameters,
            String accept,
            Map<String, String> headers) {
        OAuth2AccessToken token = tokens.currentToken();
        var request = HttpRequest.newBuilder(
                        QueryApi.address(addresses.queryApi().toString(), path, parameters))
                .timeout(addresses.answerWithin())
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token.getTokenValue())
                .header(HttpHeaders.ACCEPT, accept);
        headers.forEach(request::header);
        HttpResponse<InputStream> answer = send(request.build());
        if (answer.statusCode() >= 300) {
            throw refused(answer);
        }
        Instant ends = token.getExpiresAt();
        return new Received(
                answer.body(),
                answer.headers().firstValue(HttpHeaders.CONTENT_TYPE).orElse(accept),
                ends == null ? clock.instant().plus(SHORTEST_LIFE_OF_A_TOKEN) : ends);
    }

    private HttpResponse<InputStream> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofInputStream());
        } catch (IOException unreachable) {
            throw new ServiceAway("The query service did not answer.", unreachable);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new ServiceAway("The query service was not waited for.", stopped);
        }
    }

    private RuntimeException refused(HttpResponse<InputStream> answer) {
        try (InputStream body = answer.body()) {
            int status = answer.statusCode();
            if (status == 401) {
                return new SignInAgain("The query service no longer accepts the token.");
            }
            if (status < 400 || status >= 500) {
                return new ServiceAway("The query service cannot answer at the moment.");
            }
            return new QueryRefused(Problem.of(status, body.readNBytes(LONGEST_PROBLEM), json));
        } catch (IOException broken) {
            return new ServiceAway("The query service did not answer.", broken);
        }
    }
}
