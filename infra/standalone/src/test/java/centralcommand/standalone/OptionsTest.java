package centralcommand.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {
    private static final String SHIPPED = "/opt/sample";

    @Test
    void without_arguments_it_listens_on_this_machine_only_and_loads_nothing() throws StartRefused {
        Options options = parse();
        assertThat(options.host().isLoopbackAddress()).isTrue();
        assertThat(options.portBase()).isEqualTo(8080);
        assertThat(options.sampleFolder()).isNull();
        assertThat(options.home()).isEqualTo(Path.of(".central-command").toAbsolutePath());
    }

    @Test
    void the_data_folder_comes_from_the_environment() throws StartRefused {
        assertThat(Options.parse(List.of(), Map.of("CENTRAL_COMMAND_HOME", "/var/lib/cc"), null)
                        .home())
                .isEqualTo(Path.of("/var/lib/cc"));
    }

    @Test
    void the_ledger_is_in_the_data_folder_unless_the_command_line_or_the_environment_says_where() throws StartRefused {
        Map<String, String> environment = Map.of("CENTRAL_COMMAND_LEDGER", "mongodb://db1,db2/ledger");

        assertThat(parse().ledger()).isNull();
        assertThat(Options.parse(List.of(), environment, null).ledger()).isEqualTo("mongodb://db1,db2/ledger");
        assertThat(Options.parse(List.of("--ledger", "other.db"), environment, null)
                        .ledger())
                .isEqualTo("other.db");
    }

    @Test
    void the_sample_is_the_shipped_one_unless_a_folder_is_named() throws StartRefused {
        assertThat(parse("--sample").sampleFolder()).isEqualTo(Path.of(SHIPPED));
        assertThat(parse("--sample", "--port-base", "9000").sampleFolder()).isEqualTo(Path.of(SHIPPED));
        assertThat(parse("--sample", "/tmp/mine", "--port-base", "9000").sampleFolder())
                .isEqualTo(Path.of("/tmp/mine"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "10.1.2.3"})
    void public_passwords_are_refused_where_others_could_come(String host) {
        assertThatThrownBy(() -> parse("--sample", "--host", host))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("The passwords of the sample accounts are public");
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "::1", "127.1.2.3"})
    void the_sample_is_let_in_on_any_loopback_address(String host) throws StartRefused {
        assertThat(parse("--sample", "--host", host).sample()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "65534", "-1", "http", "", "99999999999"})
    void a_port_base_leaves_room_for_three_ports(String base) {
        assertThatThrownBy(() -> parse("--port-base", base))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("from 1 to 65533");
    }

    @Test
    void what_is_not_an_option_is_named() {
        assertThatThrownBy(() -> parse("--sampel")).isInstanceOfSatisfying(StartRefused.class, refused -> {
            assertThat(refused.sentence()).contains("\"--sampel\"");
            assertThat(refused.exitCode()).isEqualTo(2);
        });
        assertThatThrownBy(() -> parse("--port-base"))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("--port-base needs a value");
    }

    private static Options parse(String... arguments) throws StartRefused {
        return Options.parse(List.of(arguments), Map.of(), SHIPPED);
    }
}
