package centralcommand.query.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import centralcommand.command.contract.shared.Role;
import centralcommand.ledger.Commit;
import centralcommand.ledger.NewEvent;
import centralcommand.query.server.told.Story;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class HealthTest {
    @TempDir
    private Path folder;

    @Test
    @Timeout(60)
    void an_event_that_nobody_here_can_read_stops_the_fold_and_ends_readiness_while_what_is_known_is_still_told()
            throws Exception {
        try (RunningService service = new RunningService(folder)) {
            long head = service.record(Story.told().facts());
            String czar = service.token("czar", null, Role.CZAR);
            service.json(czar, "/api/board?minPosition=" + head);
            assertThat(service.get(null, "/actuator/health/readiness").statusCode())
                    .isEqualTo(200);

            service.ledger()
                    .append(Commit.of(new NewEvent(
                            "other/1",
                            0,
                            "from-the-future",
                            "event-of-tomorrow",
                            1,
                            "{}".getBytes(StandardCharsets.UTF_8),
                            "{}".getBytes(StandardCharsets.UTF_8))));
            while (service.get(null, "/actuator/health/readiness").statusCode() != 503) {
                service.at(service.now().plusSeconds(11));
                Thread.onSpinWait();
            }
            assertThat(service.get(null, "/actuator/health/liveness").statusCode())
                    .isEqualTo(200);
            String again = service.token("czar", null, Role.CZAR);
            assertThat(service.json(again, "/api/board").get("position").asLong())
                    .isEqualTo(head);
        }
    }
}
