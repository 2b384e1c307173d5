package centralcommand.verify;

import static org.assertj.core.api.Assertions.assertThat;

import centralcommand.verify.proof.ReferenceTree;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Proofs as the API answers them, checked with nothing but a checkpoint that was kept. */
class ProofTest {
    private static final TestLedger LEDGER = TestLedger.standard();
    private static final int COMMIT = 9;
    private static final int FROM = 20;
    private static final int SIZE = 37;

    @TempDir
    Path folder;

    private Path earlier;
    private Path checkpoint;

    @BeforeEach
    void keep() throws IOException {
        earlier = Files.writeString(folder.resolve("earlier.txt"), LEDGER.checkpoint(FROM));
        checkpoint = Files.writeString(folder.resolve("checkpoint.txt"), LEDGER.checkpoint(SIZE));
    }

    private record Said(int exit, String out, String err) {}

    private Said check(String json, String... more) throws IOException {
        var proof = Files.writeString(folder.resolve("proof.json"), json);
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var arguments = Stream.concat(Stream.of("--proof", proof.toString()), Stream.of(more))
                .toArray(String[]::new);
        var exit = Verify.run(print(out), print(err), arguments);
        return new Said(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static PrintStream print(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }

    private static String list(List<byte[]> hashes) {
        return hashes.stream().map(hash -> "\"" + hex(hash) + "\"").collect(Collectors.joining(",", "[", "]"));
    }

    private static String inclusion() {
        var leaves = LEDGER.hashes.subList(0, SIZE);
        return "{\"position\":%d,\"commit\":%d,\"hash\":\"%s\",\"size\":%d,\"root\":\"%s\",\"proof\":%s}"
                .formatted(
                        LEDGER.commits.get(COMMIT - 1).first(),
                        COMMIT,
                        hex(LEDGER.hashes.get(COMMIT - 1)),
                        SIZE,
                        hex(LEDGER.root(SIZE)),
                        list(ReferenceTree.inclusion(COMMIT - 1, leaves)));
    }

    private static String consistency() {
        return "{\"from\":%d,\"fromRoot\":\"%s\",\"to\":%d,\"toRoot\":\"%s\",\"proof\":%s}"
                .formatted(
                        FROM,
                        hex(LEDGER.root(FROM)),
                        SIZE,
                        hex(LEDGER.root(SIZE)),
                        list(ReferenceTree.consistency(FROM, LEDGER.hashes.subList(0, SIZE))));
    }

    private static String key() {
        return TestLedger.SECOND_KEY.logKey(LEDGER.origin);
    }

    @Test
    void a_commit_is_shown_to_be_in_the_tree_of_a_signed_checkpoint() throws Exception {
        var said = check(inclusion(), "--checkpoint", checkpoint.toString(), "--key", key());
        assertThat(said.out())
                .contains("Commit 9 with the hash %s is in the tree of 37 commits".formatted(hex(LEDGER.hashes.get(8))))
                .contains("It is signed by the key given.")
                .endsWith("NOTHING IS WRONG\n");
        assertThat(said.exit()).isZero();
    }

    @Test
    void two_checkpoints_are_shown_to_be_of_one_history() throws Exception {
        var said = check(
                consistency(),
                "--checkpoint",
                earlier.toString(),
                "--checkpoint",
                checkpoint.toString(),
                "--key",
                TestLedger.FIRST_KEY.logKey(LEDGER.origin),
                "--key",
                key());
        assertThat(said.out())
                .contains("is the beginning of that of 37 commits")
                .endsWith("NOTHING IS WRONG\n");
        assertThat(said.exit()).isZero();
    }

    @Test
    void a_proof_alone_or_an_unchecked_signature_proves_nothing_of_the_ledger() throws Exception {
        assertThat(check(inclusion()).out()).contains("No checkpoint of 37 commits was given");
        assertThat(check(inclusion()).exit()).isEqualTo(Verify.NOT_VERIFIED);
        var unsigned = check(inclusion(), "--checkpoint", checkpoint.toString());
        assertThat(unsigned.out()).contains("Its signature was not checked");
        assertThat(unsigned.exit()).isEqualTo(Verify.NOT_VERIFIED);
    }

    @Test
    void a_forged_proof_is_told() throws Exception {
        var forged = inclusion().replace(hex(LEDGER.hashes.get(COMMIT - 1)), hex(LEDGER.hashes.get(COMMIT)));
        var said = check(forged, "--checkpoint", checkpoint.toString(), "--key", key());
        assertThat(said.out()).contains("IS NOT SHOWN TO BE in the tree").endsWith("SOMETHING IS WRONG\n");
        assertThat(said.exit()).isEqualTo(Verify.SOMETHING_WRONG);

        var turned = consistency().replace("\"from\":20", "\"from\":21");
        assertThat(check(turned, "--checkpoint", checkpoint.toString(), "--key", key())
                        .exit())
                .isEqualTo(Verify.SOMETHING_WRONG);
    }

    @Test
    void a_checkpoint_of_another_history_or_by_another_key_is_told() throws Exception {
        var other = TestLedger.rewritten(commit -> commit.number() == 3
                ? commit.withEvents(List.of(commit.events().getFirst().withPayload("{}")))
                : commit);
        Files.writeString(checkpoint, other.checkpoint(SIZE));
        assertThat(check(inclusion(), "--checkpoint", checkpoint.toString(), "--key", key())
                        .out())
                .contains("has another root: there are two histories");
        Files.writeString(checkpoint, LEDGER.checkpoint(SIZE, TestLedger.FIRST_KEY));
        assertThat(check(inclusion(), "--checkpoint", checkpoint.toString(), "--key", key())
                        .out())
                .contains("It IS NOT signed by the key given.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"position\":1}",
                "{\"from\":1,\"fromRoot\":\"00\",\"to\":2,\"toRoot\":\"00\",\"proof\":[]}",
                "{\"from\":1,\"from\":1}",
                "{\"from\":{}}",
                "{\"from\":1e9}",
                "{\"from\":99999999999999999999}"
            })
    void what_is_no_proof_is_refused_in_a_sentence(String json) throws Exception {
        var said = check(json);
        assertThat(said.err()).contains("proof.json holds no proof: ");
        assertThat(said.exit()).isEqualTo(Verify.NOT_VERIFIED);
    }

    @Test
    void a_proof_has_no_more_hashes_than_a_tree_has_levels() throws Exception {
        var endless = inclusion()
                .replace("\"proof\":[", "\"proof\":[" + String.join(",", Collections.nCopies(200, "\"00\"")) + ",");
        assertThat(check(endless).exit()).isEqualTo(Verify.NOT_VERIFIED);
    }
}
