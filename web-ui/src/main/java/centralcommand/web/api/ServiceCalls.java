package centralcommand.web.api;

import centralcommand.web.identity.SignInAgain;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;

/** One call to one service in the name of the person who is signed in, bounded in time and size. */
class ServiceCalls {

    /** A month of the whole portfolio is well under one megabyte. */
    static final int MOST_BYTES = 16 * 1024 * 1024;

    private final String name;
    private final RestClient client;
    private final Supplier<String> token;

    /** What came back, whatever it says. */
    record Answer(int status, byte[] body) {}

    ServiceCalls(String name, RestClient client, Supplier<String> token) {
        this.name = name;
        this.client = client;
        this.token = token;
    }

    Answer get(URI address) {
        return exchange(client.get().uri(address));
    }

    Answer get(String path) {
        return exchange(client.get().uri(path));
    }

    Answer post(String path, byte[] json, Consumer<HttpHeaders> headers) {
        return exchange(client.method(HttpMethod.POST)
                .uri(path)
                .headers(headers)
                .contentType(MediaType.APPLICATION_JSON)
                .body(json));
    }

    private Answer exchange(RestClient.RequestHeadersSpec<?> request) {
        String bearer = token.get();
        @Nullable Answer answer;
        try {
            answer = request.headers(headers -> headers.setBearerAuth(bearer))
                    .accept(MediaType.APPLICATION_JSON, MediaType.APPLICATION_PROBLEM_JSON)
                    .exchange((sent, response) ->
                            new Answer(response.getStatusCode().value(), bounded(response.getBody())));
        } catch (ResourceAccessException unreachable) {
            throw new ServiceAway("The " + name + " did not answer.", unreachable);
        }
        if (answer == null || answer.status() >= 500) {
            throw new ServiceAway("The " + name + " cannot answer at the moment.");
        }
        if (answer.status() == 401) {
            throw new SignInAgain("The " + name + " no longer accepts the token.");
        }
        return answer;
    }

    private byte[] bounded(InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new ServiceAway("The answer of the " + name + " is too large to show. Ask for less of it.");
        }
        return bytes;
    }
}
