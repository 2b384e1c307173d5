package centralcommand.web.board;

import static org.assertj.core.api.Assertions.assertThat;

import centralcommand.web.Browser;
import centralcommand.web.RunningWeb;
import centralcommand.web.api.QueryStreams.Received;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionBindingEvent;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpSession;

class BoardStreamTest {

    private static final String[] EVENTS = {"Accept", "text/event-stream"};

    private final Browser czar = RunningWeb.browser();

    @BeforeEach
    void news_of_two_positions_then_an_end() {
        RunningWeb.QUERIES.answers(
                "/api/stream",
                200,
                ": alive\n\nid: 413\ndata: {\"secret\":\"payload\"}\n\nid: 415\nevent: x\ndata: {}\ndata: {}\n\n");
        czar.signIn("/board", "czar", null, "CZAR");
    }

    @Test
    void news_are_positions_and_nothing_else() {
        HttpResponse<String> stream = czar.get("/board/stream?after=412", EVENTS);
        assertThat(stream.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/event-stream");
        assertThat(stream.body())
                .contains("id:413\ndata:413\n\n", "id:415\ndata:415\n\n", ":alive")
                .doesNotContain("secret", "payload");
    }

    @Test
    void a_browser_goes_on_from_what_it_last_received_and_at_first_from_what_its_page_shows() {
        czar.get("/board/stream?after=412", EVENTS);
        assertThat(RunningWeb.QUERIES.lastAsked().header("Last-event-id")).isEqualTo("412");
        czar.get("/board/stream?after=412", "Accept", "text/event-stream", "Last-Event-ID", "413");
        assertThat(RunningWeb.QUERIES.lastAsked().header("Last-event-id")).isEqualTo("413");
        assertThat(RunningWeb.QUERIES.lastAsked().header("Authorization")).startsWith("Bearer ");
    }

    @Test
    void nobody_receives_without_a_session() {
        assertThat(RunningWeb.browser().get("/board/stream", EVENTS).statusCode())
                .isEqualTo(401);
    }

    @Test
    void a_service_that_is_away_ends_the_attempt() {
        RunningWeb.QUERIES.answers("/api/stream", 503, "{}");
        assertThat(czar.get("/board/stream", EVENTS).statusCode()).isEqualTo(503);
    }

    @Test
    void a_session_keeps_a_few_streams_and_takes_them_along_when_it_ends() {
        HttpSession session = new MockHttpSession();
        OpenStreams open = OpenStreams.of(session);
        assertThat(OpenStreams.of(session)).isSameAs(open);
        List<String> closed = new ArrayList<>();
        for (int i = 0; i < OpenStreams.MOST; i++) {
            open.add(stream("stream " + i, closed));
        }
        assertThat(closed).isEmpty();
        open.add(stream("one more", closed));
        assertThat(closed).as("the oldest gives way").containsExactly("stream 0");
        session.invalidate();
        assertThat(closed).hasSize(OpenStreams.MOST + 1);
    }

    @Test
    void a_stream_that_ended_makes_room_for_another() {
        var open = new OpenStreams();
        List<String> closed = new ArrayList<>();
        for (int i = 0; i < 2 * OpenStreams.MOST; i++) {
            var stream = stream("stream " + i, closed);
            open.add(stream);
            open.end(stream);
        }
        open.add(stream("last", closed));
        assertThat(closed).doesNotContain("last");
        open.valueUnbound(new HttpSessionBindingEvent(new MockHttpSession(), "key"));
        assertThat(closed).hasSize(2 * OpenStreams.MOST + 1).endsWith("last");
    }

    private static Received stream(String name, List<String> closed) {
        InputStream body = new ByteArrayInputStream(new byte[0]) {
            @Override
            public void close() {
                closed.add(name);
            }
        };
        return new Received(body, "text/event-stream", Instant.EPOCH);
    }
}
