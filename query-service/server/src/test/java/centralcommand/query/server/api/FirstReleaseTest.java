package centralcommand.query.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import centralcommand.command.contract.shared.Role;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A ledger that the first release wrote gives the same board today and in every later release. */
class FirstReleaseTest {
    private static final Path WRITTEN =
            Path.of("../../infra/ledger/src/test/resources/centralcommand/ledger/first-release.db.gz");

    @TempDir
    private Path folder;

    @Test
    void every_event_of_the_first_release_is_read_and_the_board_is_what_it_was() throws Exception {
        try (var unpacked = new GZIPInputStream(Files.newInputStream(WRITTEN))) {
            Files.copy(unpacked, folder.resolve("ledger.db"));
        }
        try (RunningService service = new RunningService(folder)) {
            String czar = service.token("czar", null, Role.CZAR);
            var slippage = service.json(czar, "/api/slippage?minPosition=547&limit=3");
            assertThat(slippage.get("rows")
                            .valueStream()
                            .map(row -> row.get("milestoneId").asString()))
                    .containsExactly("arafura-fid", "doe-ree-open", "ucore-first-prod");
            assertThat(slippage.get("rows")
                            .valueStream()
                            .map(row -> row.get("slipVsOriginalDays").asInt()))
                    .containsExactly(1399, 1250, 1096);
            assertThat(service.json(czar, "/api/programs?limit=100").get("rows"))
                    .hasSize(55);
            String auditor = service.token("auditor", null, Role.AUDITOR);
            assertThat(service.json(auditor, "/api/events?limit=1000").get("rows"))
                    .hasSize(547);
        }
    }
}
