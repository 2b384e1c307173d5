package centralcommand.web.board;

import centralcommand.web.api.QueryStreams;
import centralcommand.web.api.QueryStreams.Received;
import jakarta.servlet.http.HttpSession;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Tells an open board that something its reader may see has changed, by the position alone: the board then asks for itself. A
 * browser cannot send the token that the query service wants, so the news come through here. Each stream ends with the token
 * that opened it, and the browser opens the next one with a fresh token, if the session still has a right to one.
 */
@RestController
class BoardStreamEndpoint {

    private static final Logger LOG = LoggerFactory.getLogger(BoardStreamEndpoint.class);
    private static final Duration SHORTEST = Duration.ofSeconds(1);

    private final QueryStreams streams;
    private final Clock clock;

    BoardStreamEndpoint(QueryStreams streams, Clock clock) {
        this.streams = streams;
        this.clock = clock;
    }

    /**
     * @param lastSeen position of the last news that this browser received; it goes on from there
     * @param after position that the page shows, for the first time
     */
    @GetMapping(path = "/board/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter stream(
            HttpSession session,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable Long lastSeen,
            @RequestParam(required = false) @Nullable Long after) {
        OpenStreams own = OpenStreams.of(session);
        Long from = lastSeen == null ? after : lastSeen;
        Map<String, String> headers = from == null ? Map.of() : Map.of("Last-Event-ID", from.toString());
        Received news = streams.open("/api/stream", Map.of(), MediaType.TEXT_EVENT_STREAM_VALUE, headers);
        own.add(news);
        Duration left = Duration.between(clock.instant(), news.until());
        var emitter = new SseEmitter(Math.max(SHORTEST.toMillis(), left.toMillis()));
        emitter.onTimeout(emitter::complete);
        emitter.onCompletion(() -> own.end(news));
        Thread.ofVirtual().name("board-stream").start(() -> relay(news, emitter));
        return emitter;
    }

    private static void relay(Received news, SseEmitter emitter) {
        try (var lines = new BufferedReader(new InputStreamReader(news.body(), StandardCharsets.UTF_8))) {
            String position = "";
            boolean something = false;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("id:")) {
                    position = line.substring(3).strip();
                } else if (line.startsWith("data:")) {
                    something = true;
                } else if (line.startsWith(":")) {
                    // Passed on, because only a write shows that the browser is gone.
                    emitter.send(SseEmitter.event().comment("alive"));
                } else if (line.isEmpty() && something) {
                    emitter.send(SseEmitter.event().id(position).data(position));
                    something = false;
                }
            }
        } catch (IOException | IllegalStateException ended) {
            LOG.debug("A board's stream ended: {}", ended.getMessage());
        } finally {
            emitter.complete();
        }
    }
}
