package centralcommand.ledger.proof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommitHasherTest {
    private static final Hash PREVIOUS = Hash.ofHex("0123456789abcdef".repeat(4));
    private static final CommitLeaf.Command COMMAND = new CommitLeaf.Command("energy", "c-1", "b0d7");
    private static final CommitLeaf.Event PROPOSED = new CommitLeaf.Event(
            "e-1", "program/mp-10x", 0, "program-proposed", 1, "{\"a\":1}".getBytes(UTF_8), "{}".getBytes(UTF_8));
    private static final CommitLeaf.Event NAMED = new CommitLeaf.Event(
            "e-2", "agency/Überseehafen-鉱-🪨", 7, "agency-named", 2, new byte[] {(byte) 0xff, 0}, new byte[0]);
    private static final CommitLeaf COMMIT =
            new CommitLeaf(12, 34, 5, 1_764_000_000_123L, PREVIOUS, COMMAND, List.of(PROPOSED, NAMED));

    @Test
    void the_record_of_a_commit_is_laid_out_byte_by_byte_as_the_format_says() throws Exception {
        var expected = new Bytes();
        expected.out.writeByte(1);
        expected.out.writeLong(12);
        expected.out.writeLong(34);
        expected.out.writeInt(2);
        expected.out.writeLong(5);
        expected.out.writeLong(1_764_000_000_123L);
        expected.out.write(PREVIOUS.bytes());
        expected.out.writeByte(1);
        expected.text("energy", 6);
        expected.text("c-1", 3);
        expected.text("b0d7", 4);
        expected.text("e-1", 3);
        expected.text("program/mp-10x", 14);
        expected.out.writeLong(0);
        expected.text("program-proposed", 16);
        expected.out.writeInt(1);
        expected.out.write(sha256("{\"a\":1}".getBytes(UTF_8)));
        expected.out.write(sha256("{}".getBytes(UTF_8)));
        expected.text("e-2", 3);
        expected.text("agency/Überseehafen-鉱-🪨", 29);
        expected.out.writeLong(7);
        expected.text("agency-named", 12);
        expected.out.writeInt(2);
        expected.out.write(sha256(new byte[] {(byte) 0xff, 0}));
        expected.out.write(sha256(new byte[0]));

        assertThat(new CommitHasher().record(COMMIT)).isEqualTo(expected.toByteArray());
    }

    @Test
    void a_commit_without_command_and_events_says_so_in_one_byte() throws Exception {
        var expected = new Bytes();
        expected.out.writeByte(1);
        expected.out.writeLong(1);
        expected.out.writeLong(1);
        expected.out.writeInt(0);
        expected.out.writeLong(1);
        expected.out.writeLong(-1);
        expected.out.write(new byte[32]);
        expected.out.writeByte(0);

        assertThat(new CommitHasher().record(new CommitLeaf(1, 1, 1, -1, Hash.ZERO, null, List.of())))
                .isEqualTo(expected.toByteArray());
    }

    @Test
    void the_hash_is_that_of_the_leaf_and_does_not_depend_on_what_was_hashed_before() {
        var hasher = new CommitHasher();
        var large = commit(List.of(event("x".repeat(100_000)), event("ü".repeat(50_000))));

        assertThat(hasher.hash(COMMIT)).isEqualTo(Hash.ofLeaf(hasher.record(COMMIT)));
        assertThat(hasher.hash(large)).isEqualTo(Hash.ofLeaf(new CommitHasher().record(large)));
        assertThat(hasher.hash(COMMIT)).isEqualTo(COMMIT.hash());
    }

    @Test
    void the_hash_of_this_commit_never_changes() {
        assertThat(COMMIT.hash().hex()).isEqualTo("01470aca6140d98d8177364cd7ec09fb1fbe7bc0556e974205992218f94b551e");
    }

    @Test
    void there_is_room_for_any_number_of_events_with_names_of_any_length() {
        var ofEmptyCommit = new CommitHasher().record(commit(List.of())).length;
        for (var length = 0; length < 40; length++) {
            var named = event("x".repeat(length));
            var ofEvent = new CommitHasher().record(commit(List.of(named))).length - ofEmptyCommit;
            assertThat(new CommitHasher().record(commit(Collections.nCopies(100, named))))
                    .hasSize(ofEmptyCommit + 100 * ofEvent);
        }
    }

    @Test
    void every_part_of_a_commit_counts() {
        var empty = new byte[0];
        var one = new byte[] {1};
        var commits = List.of(
                COMMIT,
                new CommitLeaf(13, 34, 5, 1_764_000_000_123L, PREVIOUS, COMMAND, List.of(PROPOSED, NAMED)),
                new CommitLeaf(12, 35, 5, 1_764_000_000_123L, PREVIOUS, COMMAND, List.of(PROPOSED, NAMED)),
                new CommitLeaf(12, 34, 6, 1_764_000_000_123L, PREVIOUS, COMMAND, List.of(PROPOSED, NAMED)),
                new CommitLeaf(12, 34, 5, 1_764_000_000_124L, PREVIOUS, COMMAND, List.of(PROPOSED, NAMED)),
                new CommitLeaf(12, 34, 5, 1_764_000_000_123L, Hash.ZERO, COMMAND, List.of(PROPOSED, NAMED)),
                new CommitLeaf(12, 34, 5, 1_764_000_000_123L, PREVIOUS, null, List.of(PROPOSED, NAMED)),
                new CommitLeaf(12, 34, 5, 1_764_000_000_123L, PREVIOUS, COMMAND, List.of(NAMED, PROPOSED)),
                new CommitLeaf(12, 34, 5, 1_764_000_000_123L, PREVIOUS, COMMAND, List.of(PROPOSED)),
                commit(new CommitLeaf.Command("energ", "yc-1", "b0d7")),
                commit(new CommitLeaf.Command("energy", "c-1b", "0d7")),
                commit(List.of(new CommitLeaf.Event("e", "s", 0, "t", 1, empty, empty))),
                commit(List.of(new CommitLeaf.Event("f", "s", 0, "t", 1, empty, empty))),
                commit(List.of(new CommitLeaf.Event("e", "r", 0, "t", 1, empty, empty))),
                commit(List.of(new CommitLeaf.Event("e", "s", 1, "t", 1, empty, empty))),
                commit(List.of(new CommitLeaf.Event("e", "s", 0, "u", 1, empty, empty))),
                commit(List.of(new CommitLeaf.Event("e", "s", 0, "t", 2, empty, empty))),
                commit(List.of(new CommitLeaf.Event("e", "s", 0, "t", 1, one, empty))),
                commit(List.of(new CommitLeaf.Event("e", "s", 0, "t", 1, empty, one))));

        var hashes = new HashSet<Hash>();
        commits.forEach(commit -> hashes.add(commit.hash()));

        assertThat(hashes).hasSameSizeAs(commits);
    }

    @Test
    void half_a_surrogate_pair_is_refused_and_the_hasher_goes_on() {
        var hasher = new CommitHasher();

        assertThatThrownBy(() -> hasher.hash(commit(List.of(PROPOSED, event("a\ud800")))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A text has half a surrogate pair and so no UTF-8.");
        assertThat(hasher.hash(COMMIT)).isEqualTo(COMMIT.hash());
    }

    private static CommitLeaf commit(CommitLeaf.Command command) {
        return new CommitLeaf(12, 34, 5, 1_764_000_000_123L, PREVIOUS, command, List.of(PROPOSED, NAMED));
    }

    private static CommitLeaf commit(List<CommitLeaf.Event> events) {
        return new CommitLeaf(12, 34, 5, 1_764_000_000_123L, PREVIOUS, COMMAND, events);
    }

    private static CommitLeaf.Event event(String stream) {
        return new CommitLeaf.Event("e-3", stream, 0, "type", 1, new byte[0], new byte[0]);
    }

    private static byte[] sha256(byte[] bytes) throws NoSuchAlgorithmException {
        return MessageDigest.getInstance("SHA-256").digest(bytes);
    }

    private static final class Bytes {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        final DataOutputStream out = new DataOutputStream(bytes);

        void text(String text, int length) throws IOException {
            out.writeInt(length);
            out.write(text.getBytes(UTF_8));
        }

        byte[] toByteArray() {
            return bytes.toByteArray();
        }
    }
}
