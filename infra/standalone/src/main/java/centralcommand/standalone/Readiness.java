package centralcommand.standalone;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;

/** Waits until every part says for itself that it can be used; that it has started is not enough. */
final class Readiness {
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration BETWEEN = Duration.ofMillis(20);

    private final HttpClient http;

    Readiness(HttpClient http) {
        this.http = http;
    }

    void await(List<URI> parts) throws StartRefused, InterruptedException {
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        for (URI part : parts) {
            while (!ready(part)) {
                if (System.nanoTime() > giveUp) {
                    throw StartRefused.impossible(
                            "%s did not become ready within %d minutes; see the log in the data folder."
                                    .formatted(part, PATIENCE.toMinutes()));
                }
                Thread.sleep(BETWEEN);
            }
        }
    }

    private boolean ready(URI part) throws InterruptedException {
        HttpRequest question = HttpRequest.newBuilder(part.resolve("/actuator/health/readiness"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return http.send(question, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }
}
