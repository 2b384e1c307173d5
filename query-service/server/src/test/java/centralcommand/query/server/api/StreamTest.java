package centralcommand.query.server.api;

import static centralcommand.query.server.told.History.ENERGY;
import static centralcommand.query.server.told.History.ENERGY_APPROVER;
import static centralcommand.query.server.told.History.ENERGY_STAFF;
import static centralcommand.query.server.told.History.on;
import static org.assertj.core.api.Assertions.assertThat;

import centralcommand.command.contract.clearance.ClearanceEvent.EntriesReleased;
import centralcommand.command.contract.shared.Role;
import centralcommand.query.server.told.History;
import centralcommand.query.server.told.Story;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class StreamTest {
    @TempDir
    private Path folder;

    private RunningService service;
    private final History history = Story.told();
    private String czar;
    private String energy;
    private long head;

    @BeforeEach
    void start() throws Exception {
        service = new RunningService(folder);
        head = service.record(history.facts());
        czar = service.token("czar", null, Role.CZAR);
        energy = service.token("energy", "ENERGY", Role.AGENCY_STAFF);
        service.json(czar, "/api/board?minPosition=" + head);
    }

    @AfterEach
    void stop() {
        service.close();
    }

    /** The ids of messages, as they come; "end" when the stream is over. */
    private BlockingQueue<String> listen(String token) throws Exception {
        return listen(token, null);
    }

    private BlockingQueue<String> listen(String token, @Nullable String lastEventId) throws Exception {
        Iterator<String> lines =
                service.lines(token, "/api/stream", lastEventId).body().iterator();
        // The first line says that the stream is open, so nothing that follows can be missed.
        assertThat(lines.next()).startsWith(":");
        BlockingQueue<String> ids = new LinkedBlockingQueue<>();
        Thread.ofVirtual().start(() -> {
            try {
                lines.forEachRemaining(line -> {
                    if (line.startsWith("id:")) {
                        ids.add(line.substring(3).strip());
                    }
                });
            } finally {
                ids.add("end");
            }
        });
        return ids;
    }

    private long tell(long position) {
        service.record(
                history.facts().subList((int) position - 1, history.facts().size()));
        return position;
    }

    @Test
    void a_page_hears_of_an_entry_only_when_its_reader_may_see_it() throws Exception {
        BlockingQueue<String> toCzar = listen(czar);
        BlockingQueue<String> toEnergy = listen(energy);
        long entry = tell(history.says(
                ENERGY_STAFF, Story.forecast(Story.OPEN, Story.FIRST, "2027-05-31", null, "", on("2026-01-04"))));
        assertThat(toEnergy.poll(10, TimeUnit.SECONDS)).isEqualTo(Long.toString(entry));
        long release = tell(history.says(ENERGY_APPROVER, new EntriesReleased(ENERGY, List.of(entry))));
        assertThat(toCzar.poll(10, TimeUnit.SECONDS)).isEqualTo(Long.toString(release));
    }

    @Test
    void a_reader_who_comes_back_is_told_at_once_of_what_was_missed() throws Exception {
        long entry = tell(history.says(
                ENERGY_STAFF, Story.forecast(Story.OPEN, Story.FIRST, "2027-05-31", null, "", on("2026-01-04"))));
        service.json(energy, "/api/board?minPosition=" + entry);
        assertThat(listen(energy, Long.toString(head)).poll(10, TimeUnit.SECONDS))
                .isEqualTo(Long.toString(entry));
    }

    @Test
    void a_stream_ends_with_the_token_that_opened_it() throws Exception {
        String shortLived =
                service.token("czar", null, "central-command", service.now().plus(Duration.ofMillis(300)), Role.CZAR);
        BlockingQueue<String> ids = listen(shortLived);
        service.at(service.now().plusSeconds(1));
        assertThat(ids.poll(10, TimeUnit.SECONDS)).isEqualTo("end");
    }

    @Test
    void one_account_may_have_eight_streams_and_is_told_so_at_the_ninth() throws Exception {
        for (int i = 0; i < 8; i++) {
            listen(czar);
        }
        assertThat(service.get(czar, "/api/stream").statusCode()).isEqualTo(429);
        assertThat(listen(energy)).isEmpty();
    }
}
