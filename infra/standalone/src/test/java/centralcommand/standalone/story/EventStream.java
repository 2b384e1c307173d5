package centralcommand.standalone.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** An open stream of server-sent events, read as it comes. */
final class EventStream implements AutoCloseable {
    private final InputStream body;
    private final Queue<String> lines = new ConcurrentLinkedQueue<>();

    EventStream(HttpResponse<InputStream> response) {
        assertThat(response.statusCode()).isEqualTo(200);
        body = response.body();
        Thread.ofVirtual().start(this::read);
    }

    private void read() {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(body, UTF_8))) {
            reader.lines().forEach(lines::add);
        } catch (IOException | java.io.UncheckedIOException closed) {
            lines.add(": closed");
        }
    }

    List<String> received() {
        return List.copyOf(lines);
    }

    /** Whether an event with this position has come. */
    boolean reached(long position) {
        return lines.stream()
                .filter(line -> line.startsWith("id:"))
                .anyMatch(line -> Long.parseLong(line.substring(3).strip()) >= position);
    }

    @Override
    public void close() throws IOException {
        body.close();
    }
}
