package centralcommand.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import centralcommand.verify.note.SignedNote;
import centralcommand.verify.note.TestKey;
import centralcommand.verify.proof.ReferenceTree;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WitnessTest {
    private static final String ORIGIN = "central-command/6b1f0c52a9d4e377";
    private static final TestKey LOG = TestKey.create();
    private static final TestKey NEXT_LOG = TestKey.create();
    private static final List<byte[]> LEAVES = ReferenceTree.leaves(50);
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-24T12:00:00Z"));
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    Path folder;

    private Path state;
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private WitnessProgram.Running running;

    @BeforeEach
    void start() throws WitnessException {
        state = folder.resolve("state");
        running = started(LOG.logKey(ORIGIN));
    }

    @AfterEach
    void stop() {
        running.close();
    }

    private WitnessProgram.Running started(String... logKeys) throws WitnessException {
        var arguments = new ArrayList<>(List.of("--state", state.toString(), "--port", "0"));
        for (var key : logKeys) {
            arguments.add("--log");
            arguments.add(key);
        }
        return WitnessProgram.start(
                WitnessProgram.Arguments.parse(arguments.toArray(String[]::new)),
                CLOCK,
                new PrintStream(log, true, StandardCharsets.UTF_8));
    }

    private static byte[] root(int size) {
        return ReferenceTree.root(LEAVES.subList(0, size));
    }

    private static List<byte[]> proof(int from, int to) {
        return ReferenceTree.consistency(from, LEAVES.subList(0, to));
    }

    private static String note(int size, byte[] root, TestKey... signers) {
        var text = "%s\n%d\n%s\n".formatted(ORIGIN, size, base64(root));
        var note = new StringBuilder(text).append('\n');
        for (var signer : signers) {
            note.append(signer.sign(ORIGIN, text));
        }
        return note.toString();
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static String request(int old, List<byte[]> proof, String note) {
        var body = new StringBuilder("old %d\n".formatted(old));
        proof.forEach(hash -> body.append(base64(hash)).append('\n'));
        return body + "\n" + note;
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:%d%s".formatted(running.server().port(), path));
    }

    private HttpResponse<String> post(String body) throws IOException, InterruptedException {
        return HTTP.send(
                HttpRequest.newBuilder(uri("/add-checkpoint"))
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return HTTP.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString());
    }

    private void assertStatus(int status, String body) throws IOException, InterruptedException {
        assertThat(post(body).statusCode()).isEqualTo(status);
    }

    /** Brings the witness to a checkpoint of this size. */
    private void cosigned(int size) throws IOException, InterruptedException {
        assertStatus(200, request(0, List.of(), note(size, root(size), LOG)));
    }

    private void assertRemembers(int size) throws IOException, InterruptedException {
        var note = get("/checkpoint");
        assertThat(note.statusCode()).isEqualTo(200);
        assertThat(note.body()).startsWith(ORIGIN + "\n" + size + "\n");
    }

    @Test
    void a_first_checkpoint_is_cosigned_by_the_key_that_the_witness_prints() throws Exception {
        var note = note(20, root(20), LOG);
        var answer = post(request(0, List.of(), note));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(SignedNote.parse(note + answer.body()).signedBy(running.key()))
                .isEqualTo(SignedNote.Verdict.SIGNED);
        assertThat(get("/checkpoint").body()).isEqualTo(note + answer.body());
        assertThat(log.toString(StandardCharsets.UTF_8)).contains(running.key().toString());
    }

    @Test
    void a_checkpoint_that_grew_out_of_the_last_one_is_cosigned() throws Exception {
        cosigned(20);
        assertStatus(200, request(20, proof(20, 33), note(33, root(33), LOG)));
        assertStatus(200, request(33, List.of(), note(33, root(33), LOG)));
        assertStatus(200, request(33, proof(33, 50), note(50, root(50), LOG)));
        assertRemembers(50);
    }

    @Test
    void nothing_is_shown_before_something_was_cosigned() throws Exception {
        assertThat(get("/checkpoint").statusCode()).isEqualTo(404);
    }

    @Test
    void a_forged_proof_is_refused_and_the_last_checkpoint_stays() throws Exception {
        cosigned(20);
        var note = note(33, root(33), LOG);
        var wrong = new ArrayList<>(proof(20, 33));
        wrong.set(0, root(1));
        var longer = new ArrayList<>(proof(20, 33));
        longer.add(root(1));
        var proof = proof(20, 33);
        assertStatus(422, request(20, wrong, note));
        assertStatus(422, request(20, longer, note));
        assertStatus(422, request(20, proof.subList(0, proof.size() - 1), note));
        assertStatus(422, request(20, List.of(), note));
        assertStatus(422, request(20, proof(19, 33), note));
        assertStatus(422, request(20, proof(20, 32), note));
        assertRemembers(20);
    }

    @Test
    void a_first_checkpoint_with_a_proof_is_refused() throws Exception {
        assertStatus(422, request(0, List.of(root(1)), note(20, root(20), LOG)));
    }

    @Test
    void a_history_written_anew_is_refused_even_with_a_proof_of_its_own() throws Exception {
        cosigned(20);
        var other = new ArrayList<>(LEAVES.subList(0, 33));
        other.set(4, root(1));
        assertStatus(422, request(20, ReferenceTree.consistency(20, other), note(33, ReferenceTree.root(other), LOG)));
        assertRemembers(20);
    }

    @Test
    void a_second_root_of_the_same_size_is_refused_and_recorded_as_what_it_is() throws Exception {
        cosigned(20);
        var answer = post(request(20, List.of(), note(20, root(19), LOG)));
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/plain; charset=utf-8");
        assertThat(log.toString(StandardCharsets.UTF_8)).contains("TWO HISTORIES");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 19, 21})
    void an_old_size_that_is_not_the_last_one_is_told_the_last_one(int old) throws Exception {
        cosigned(20);
        var answer = post(request(old, proof(old, 33), note(33, root(33), LOG)));
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/x.tlog.size");
        assertThat(answer.body()).isEqualTo("20\n");
    }

    @Test
    void an_old_size_larger_than_the_checkpoint_is_malformed() throws Exception {
        cosigned(20);
        assertStatus(400, request(20, List.of(), note(10, root(10), LOG)));
        assertRemembers(20);
    }

    @Test
    void another_log_is_not_known() throws Exception {
        var text = "other.example/log\n20\n%s\n".formatted(base64(root(20)));
        assertStatus(404, "old 0\n\n" + text + "\n" + LOG.sign("other.example/log", text));
    }

    @Test
    void a_checkpoint_that_the_log_did_not_sign_is_refused() throws Exception {
        assertStatus(403, request(0, List.of(), note(20, root(20), NEXT_LOG)));
        var forged = note(20, root(20), LOG).replace("\n20\n", "\n21\n");
        assertStatus(403, request(0, List.of(), forged));
        assertStatus(403, request(0, List.of(), note(20, root(20), LOG) + "\u2014 " + lastLine(forged, 21)));
    }

    /** A line that claims to be by the log over another text. */
    private static String lastLine(String note, int size) {
        var other = note(size + 1, root(1), LOG);
        assertThat(note).isNotEqualTo(other);
        return other.substring(other.lastIndexOf('\u2014') + 2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "old 0",
                "old 0\n\n",
                "old -1\n\nx",
                "old 00\n\nx",
                "new 0\n\nx",
                "old 0\nAAAA\n\nx",
                "old 0\n\ncheckpoint\n",
                "old 0\n\n\n\n\n",
                "old 99999999999999999999999\n\nx"
            })
    void what_is_no_request_is_malformed(String body) throws Exception {
        assertStatus(400, body);
    }

    @Test
    void more_than_63_hashes_are_malformed() throws Exception {
        assertStatus(400, request(0, Collections.nCopies(64, root(1)), note(20, root(20), LOG)));
        assertStatus(422, request(0, Collections.nCopies(63, root(1)), note(20, root(20), LOG)));
    }

    @Test
    void a_body_larger_than_any_request_is_refused() throws Exception {
        assertStatus(413, "old 0\n".repeat(20_000));
    }

    @Test
    void other_methods_and_paths_are_refused() throws Exception {
        assertThat(get("/add-checkpoint").statusCode()).isEqualTo(405);
        assertThat(get("/").statusCode()).isEqualTo(404);
    }

    @Test
    void a_witness_that_was_killed_remembers_what_it_cosigned() throws Exception {
        cosigned(20);
        var key = running.key();
        // What a killed process leaves behind is what lies on disk now, perhaps with half a draft beside it.
        var copy = folder.resolve("copy");
        Files.createDirectory(copy);
        for (var name : List.of("key", "checkpoint")) {
            Files.copy(state.resolve(name), copy.resolve(name), StandardCopyOption.COPY_ATTRIBUTES);
        }
        Files.writeString(copy.resolve("checkpoint.new"), ORIGIN + "\n33");
        stop();
        state = copy;
        running = started(LOG.logKey(ORIGIN));
        assertThat(running.key()).isEqualTo(key);
        assertRemembers(20);
        assertThat(post(request(0, List.of(), note(33, root(33), LOG))).body()).isEqualTo("20\n");
        assertStatus(422, request(20, List.of(), note(33, root(33), LOG)));
        assertStatus(200, request(20, proof(20, 33), note(33, root(33), LOG)));
    }

    @Test
    void a_witness_that_has_cosigned_nothing_yet_starts_again() throws Exception {
        var key = running.key();
        stop();
        running = started(LOG.logKey(ORIGIN));
        assertThat(running.key()).isEqualTo(key);
        assertThat(get("/checkpoint").statusCode()).isEqualTo(404);
        cosigned(20);
    }

    @Test
    void a_witness_that_has_forgotten_does_not_go_on_under_its_name() throws Exception {
        cosigned(20);
        stop();
        Files.delete(state.resolve("checkpoint"));
        assertThatThrownBy(() -> started(LOG.logKey(ORIGIN)))
                .isInstanceOf(WitnessException.class)
                .hasMessageContaining("what it cosigned last is missing (checkpoint)")
                .hasMessageContaining("start it with a new folder");
    }

    @Test
    void a_memory_without_its_key_is_nobodys() throws Exception {
        cosigned(20);
        stop();
        Files.delete(state.resolve("key"));
        assertThatThrownBy(() -> started(LOG.logKey(ORIGIN)))
                .isInstanceOf(WitnessException.class)
                .hasMessageContaining("its key is missing");
        assertThat(state.resolve("key")).doesNotExist();
    }

    @Test
    void a_start_that_broke_off_before_the_key_was_made_is_taken_up() throws Exception {
        stop();
        Files.delete(state.resolve("key"));
        running = started(LOG.logKey(ORIGIN));
        cosigned(20);
    }

    @Test
    void a_file_in_place_of_the_folder_is_named_as_what_it_is() throws Exception {
        var file = Files.createFile(folder.resolve("file"));
        assertThatThrownBy(() -> WitnessState.lock(file))
                .hasMessage("The folder %s cannot be used: it is a file.".formatted(file));
    }

    @Test
    void a_memory_that_somebody_changed_stops_the_witness() throws Exception {
        cosigned(20);
        stop();
        var file = state.resolve("checkpoint");
        Files.writeString(file, Files.readString(file).replace("\n20\n", "\n10\n"));
        assertThatThrownBy(() -> started(LOG.logKey(ORIGIN)))
                .isInstanceOf(WitnessException.class)
                .hasMessageContaining("must not go on");
    }

    @Test
    void the_key_is_for_its_owner_only() throws Exception {
        var file = state.resolve("key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        stop();
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        assertThatThrownBy(() -> started(LOG.logKey(ORIGIN))).hasMessageContaining("chmod 600");
    }

    @Test
    void two_witnesses_do_not_share_a_memory() {
        assertThatThrownBy(() -> started(LOG.logKey(ORIGIN))).hasMessageContaining("Another witness is at work");
    }

    @Test
    void a_replaced_key_of_the_log_is_followed_once_the_witness_is_told_of_it() throws Exception {
        cosigned(20);
        var next = note(33, root(33), NEXT_LOG);
        assertStatus(403, request(20, proof(20, 33), next));
        stop();
        running = started(LOG.logKey(ORIGIN), NEXT_LOG.logKey(ORIGIN));
        assertStatus(200, request(20, proof(20, 33), next));
        stop();
        running = started(NEXT_LOG.logKey(ORIGIN));
        assertRemembers(33);
    }

    @Test
    void a_cosignature_that_comes_with_a_request_is_not_passed_on() throws Exception {
        var note = note(20, root(20), LOG);
        var stranger = TestKey.create().cosign("stranger.example", note.substring(0, note.indexOf("\n\n") + 1), 5);
        assertStatus(200, request(0, List.of(), note + stranger));
        assertThat(get("/checkpoint").body()).doesNotContain("stranger");
    }

    @Test
    void many_requests_at_once_leave_one_history() throws Exception {
        cosigned(20);
        var statuses = Collections.synchronizedList(new ArrayList<Integer>());
        var threads = new ArrayList<Thread>();
        for (var size = 21; size <= 40; size++) {
            var body = request(20, proof(20, size), note(size, root(size), LOG));
            threads.add(Thread.ofVirtual().start(() -> {
                try {
                    statuses.add(post(body).statusCode());
                } catch (IOException | InterruptedException e) {
                    statuses.add(-1);
                }
            }));
        }
        for (var thread : threads) {
            thread.join();
        }
        assertThat(statuses).hasSize(20).containsOnlyOnce(200).containsOnly(200, 409);
    }

    @Test
    void somebody_who_connects_and_says_nothing_keeps_nobody_out() throws Exception {
        try (var silent =
                new Socket(InetAddress.getLoopbackAddress(), running.server().port())) {
            silent.getOutputStream()
                    .write("POST /add-checkpoint HTTP/1.1\r\nContent-Length: 10\r\n".getBytes(StandardCharsets.UTF_8));
            cosigned(20);
        }
    }

    @Test
    void each_request_is_one_line_of_the_log_whatever_stands_in_it() throws Exception {
        get("/%0aINJECTED%1b%5b2J");
        assertThat(log.toString(StandardCharsets.UTF_8).lines().filter(line -> line.contains("INJECTED")))
                .singleElement()
                .asString()
                .startsWith("2026-11-24T12:00:00Z 127.0.0.1 GET /?INJECTED?[2J 404");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--port 99999", "--port x", "--log x", "--what 1", "--host", "--host no.such.host.invalid"})
    void a_command_line_that_makes_no_sense_is_told_so(String more) {
        var arguments = ("--state s --log %s %s".formatted(LOG.logKey(ORIGIN), more)).split(" ");
        assertThatThrownBy(() -> WitnessProgram.Arguments.parse(arguments)).isInstanceOf(WitnessException.class);
    }

    @Test
    void keys_of_two_logs_are_not_taken_together() {
        assertThatThrownBy(() -> WitnessProgram.Arguments.parse(
                        "--state", "s", "--log", LOG.logKey(ORIGIN), "--log", LOG.logKey("other.example/log")))
                .hasMessageContaining("one log");
    }
}
