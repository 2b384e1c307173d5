package centralcommand.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is looked at before anything is started, and what people at the console see. */
class StartTest {
    @TempDir
    Path folder;

    @Test
    void a_port_in_use_is_named_before_anything_is_made() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Addresses addresses = new Addresses(InetAddress.getLoopbackAddress(), taken.getLocalPort() - 1);
            assertThatThrownBy(addresses::refuseUsedPorts)
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining(Integer.toString(taken.getLocalPort()))
                    .hasMessageContaining("--port-base");
        }
    }

    @Test
    void two_processes_never_share_a_data_folder() throws Exception {
        try (DataFolder first = DataFolder.open(folder)) {
            assertThat(first.path()).isEqualTo(folder);
            assertThatThrownBy(() -> DataFolder.open(folder))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("Another Central Command is using");
        }
        DataFolder.open(folder).close();
    }

    @Test
    void a_data_folder_that_cannot_be_made_is_refused_in_one_sentence() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        assertThatThrownBy(() -> DataFolder.open(file.resolve("inside")))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("cannot be written")
                .hasMessageContaining("CENTRAL_COMMAND_HOME");
    }

    @Test
    void a_sample_folder_that_is_not_there_is_said_in_one_sentence_before_anything_is_made() throws Exception {
        Path home = folder.resolve("home");
        Options options =
                Options.parse(List.of("--sample", "/nope"), Map.of(Options.HOME, home.toString()), folder.toString());
        Console console = new Console(new PrintStream(OutputStream.nullOutputStream()), false);
        try (Standalone standalone = new Standalone(options, Clock.systemUTC(), console)) {
            assertThatThrownBy(standalone::start).isInstanceOfSatisfying(StartRefused.class, refused -> {
                assertThat(refused.sentence())
                        .isEqualTo("There is no folder /nope: give one that holds programs.csv and its companions.");
                assertThat(refused.exitCode()).isEqualTo(1);
            });
        }
        assertThat(home).doesNotExist();
    }

    @Test
    void progress_is_told_in_tenths_where_lines_cannot_be_drawn_over() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Console console = new Console(new PrintStream(out, true, StandardCharsets.UTF_8), false);
        for (int i = 0; i <= 1000; i++) {
            console.done("Loading", i, 1000);
        }
        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .hasSize(11)
                .last()
                .isEqualTo("Loading: 1000 of 1000");
    }

    @Test
    void pages_are_known_by_the_name_people_type() throws IOException {
        Addresses loopback = new Addresses(InetAddress.getByName("127.0.0.1"), 9000);
        assertThat(loopback.pages()).hasToString("http://localhost:9000");
        assertThat(loopback.allPages()).extracting(Object::toString).contains("http://127.0.0.1:9000");
        assertThat(new Addresses(InetAddress.getByName("10.1.2.3"), 9000).pages())
                .hasToString("http://10.1.2.3:9000");
        assertThat(new Addresses(InetAddress.getByName("0.0.0.0"), 9000).query())
                .hasToString("http://localhost:9002");
    }
}
