package centralcommand.ledger.sqlite;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import centralcommand.ledger.RecordedEvent;
import centralcommand.ledger.append.Chain;
import centralcommand.ledger.append.Tip;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A disk that is full, breaks, tears writes or does not sync: while it does, nothing is acknowledged and the reason is said; afterwards
 * the same process goes on; and a kill in the middle of it loses nothing that was acknowledged.
 */
@Timeout(120)
class FaultyDiskTest {
    private static final Path SOURCE = Path.of("src/test/c/faulty-disk.c");

    @TempDir
    private Path folder;

    private Path file;
    private Path control;
    private final List<String> acknowledged = new ArrayList<>();

    @BeforeEach
    void name() {
        file = folder.resolve("ledger-under-test.db");
        control = folder.resolve("control");
    }

    @ParameterizedTest
    @ValueSource(strings = {"full", "broken", "torn", "unsynced"})
    void nothing_is_acknowledged_while_the_disk_fails_and_the_same_process_goes_on_afterwards(String fault)
            throws Exception {
        try (var process = start(fault)) {
            acknowledge(process, 40);
            disk(fault);
            failures(process, 20);
            disk("ok");
            acknowledge(process, 40);
            killAndRead(process);
        }
        assertNothingIsLost();
    }

    @ParameterizedTest
    @ValueSource(strings = {"full", "broken", "torn"})
    void it_goes_on_also_after_a_commit_failed_that_was_too_large_to_be_written_at_once(String fault) throws Exception {
        try (var process = start(AppendingProcess.LARGE + fault)) {
            acknowledge(process, 5);
            disk(fault);
            failures(process, 5);
            disk("ok");
            acknowledge(process, 5);
            killAndRead(process);
        }
        assertNothingIsLost();
    }

    @ParameterizedTest
    @ValueSource(strings = {"full", "broken", "torn", "unsynced"})
    void a_process_that_is_killed_while_its_disk_fails_has_lost_nothing_that_it_acknowledged(String fault)
            throws Exception {
        try (var process = start(fault)) {
            acknowledge(process, 40);
            disk(fault);
            failures(process, 3);
            killAndRead(process);
        }
        assertNothingIsLost();
    }

    private AppendingProcess start(String name) throws Exception {
        disk("ok");
        return AppendingProcess.start(
                file,
                name,
                Integer.MAX_VALUE,
                Map.of(
                        "LD_PRELOAD",
                        compiled().toString(),
                        "FAULTY_NAME",
                        file.getFileName().toString(),
                        "FAULTY_CONTROL",
                        control.toString()));
    }

    private Path compiled() throws IOException, InterruptedException {
        assumeTrue(
                System.getProperty("os.name").equals("Linux") && Files.isExecutable(Path.of("/usr/bin/cc")),
                "A failing disk is made by a small C program: Linux and a C compiler (/usr/bin/cc) are needed.");
        var library = folder.resolve("faulty-disk.so");
        var compiler = new ProcessBuilder(
                        "/usr/bin/cc", "-shared", "-fPIC", "-O1", "-o", library.toString(), SOURCE.toString(), "-ldl")
                .redirectErrorStream(true)
                .redirectOutput(Redirect.INHERIT)
                .start();
        assertThat(compiler.waitFor()).isZero();
        return library;
    }

    private void disk(String says) throws IOException {
        Files.writeString(control, says);
    }

    private void acknowledge(AppendingProcess process, int count) throws IOException {
        process.go();
        for (var seen = 0; seen < count; ) {
            var line = requireNonNull(process.nextAcknowledged(), "the process ended by itself");
            if (!line.startsWith(AppendingProcess.FAILED)) {
                acknowledged.add(line);
                seen++;
            }
        }
    }

    /** Lines that were on their way when the fault began may still come; once one has failed, none is acknowledged. */
    private void failures(AppendingProcess process, int count) throws IOException {
        for (var seen = 0; seen < count; ) {
            var line = requireNonNull(process.nextAcknowledged(), "the process ended by itself");
            if (line.startsWith(AppendingProcess.FAILED)) {
                assertThat(line).contains("could not be written");
                seen++;
            } else {
                assertThat(seen)
                        .as("acknowledged while the disk fails: %s", line)
                        .isZero();
                acknowledged.add(line);
            }
        }
    }

    private void killAndRead(AppendingProcess process) throws IOException, InterruptedException {
        process.kill();
        for (var line = process.nextAcknowledged(); line != null; line = process.nextAcknowledged()) {
            if (line.contains("-") && !line.startsWith(AppendingProcess.FAILED)) {
                acknowledged.add(line);
            }
        }
        process.awaitEnd();
    }

    private void assertNothingIsLost() {
        try (var ledger = SqliteLedger.open(file, Clock.systemUTC())) {
            for (var id : acknowledged) {
                assertThat(ledger.findCommand(id.substring(0, id.indexOf('-')), id))
                        .as(id)
                        .isPresent();
            }
            var commits = ledger.readCommits(0, 1_000_000);
            assertThat(commits.size()).isBetween(acknowledged.size(), acknowledged.size() + 1);
            assertThat(ledger.read(0, 1_000_000))
                    .extracting(RecordedEvent::position)
                    .containsExactlyElementsOf(LongStream.rangeClosed(1, 2L * commits.size())
                            .boxed()
                            .toList());
            var chain = new Chain(Tip.OF_EMPTY);
            for (var commit : commits) {
                assertThat(chain.add(commit.epoch(), commit.recordedAt(), commit.command(), commit.events())
                                .commit())
                        .isEqualTo(commit);
            }
        }
    }
}
