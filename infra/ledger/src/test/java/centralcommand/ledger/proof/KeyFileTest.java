package centralcommand.ledger.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFileTest {
    private static final String LEDGER = "central-command/6b1f0c52a9d4e377";

    @TempDir
    private Path folder;

    private Path path;
    private KeyFile file;

    @BeforeEach
    void aFile() {
        path = folder.resolve("ledger.key");
        file = KeyFile.at(path);
    }

    @Test
    void a_new_key_is_in_a_file_that_only_its_owner_may_read() throws IOException {
        assertThat(file.exists()).isFalse();
        var key = file.create(LEDGER);

        assertThat(file.exists()).isTrue();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .isEqualTo("rw-------");
        assertThat(Files.readString(path)).isEqualTo(key.secretText() + "\n");
        assertThat(file.read().verifierKey()).isEqualTo(key.verifierKey());
        assertThat(settled(key.verifierKey()).verifierKey()).isEqualTo(key.verifierKey());
        assertThat(names()).containsExactly("ledger.key");
    }

    @Test
    void a_key_that_is_there_is_never_made_anew() {
        var key = file.create(LEDGER);

        assertThatThrownBy(() -> file.create(LEDGER))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageEndingWith("ledger.key is there already.");
        assertThat(file.read().verifierKey()).isEqualTo(key.verifierKey());
        assertThat(names()).containsExactly("ledger.key");
    }

    @Test
    void a_key_that_others_may_read_or_write_is_refused() throws IOException {
        file.create(LEDGER);
        for (var rights : List.of("rw-r-----", "rw----r--", "rw--w----", "rw-----w-", "rw-rw-rw-")) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(rights));
            assertThatThrownBy(() -> file.read())
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageEndingWith(
                            "ledger.key may be read or written by others (%s). Take it back (chmod 600) and change the key."
                                    .formatted(rights));
            assertThatThrownBy(() -> rotate(5, _ -> true)).isInstanceOf(IllegalStateException.class);
        }
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("r--------"));
        assertThat(file.read().name()).isEqualTo(LEDGER);
    }

    @Test
    void a_file_that_is_missing_too_large_or_has_no_key_is_refused() throws IOException {
        assertThatThrownBy(() -> file.read())
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageStartingWith("There is no key file");
        file.create(LEDGER);
        Files.writeString(path, "something else\n");
        assertThatThrownBy(() -> file.read())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("There is no key in the file");
        Files.writeString(path, "x".repeat(5000));
        assertThatThrownBy(() -> file.read())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("too large");
    }

    @Test
    void a_change_keeps_the_introduction_first_and_then_leaves_only_the_new_key() throws IOException {
        var old = file.create(LEDGER);
        var kept = new ArrayList<>(List.of(KeyIntroduction.first(old)));

        var key = rotate(12, note -> {
                    assertThat(file.read().verifierKey()).isEqualTo(old.verifierKey());
                    return kept.add(note);
                })
                .orElseThrow();

        var history = KeyHistory.of(kept);
        assertThat(history.current()).isEqualTo(key.verifierKey()).isNotEqualTo(old.verifierKey());
        assertThat(history.keyAt(11)).isEqualTo(old.verifierKey());
        assertThat(settled(history.current()).verifierKey()).isEqualTo(key.verifierKey());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .isEqualTo("rw-------");
        assertThat(names()).containsExactly("ledger.key");
    }

    @Test
    void a_change_that_broke_off_before_the_introduction_was_kept_leaves_the_new_key_waiting_for_the_next_change() {
        var old = file.create(LEDGER);
        var tried = new ArrayList<SignedNote>();
        assertThat(rotate(12, note -> !tried.add(note))).isEmpty();

        assertThat(settled(old.verifierKey()).verifierKey()).isEqualTo(old.verifierKey());
        assertThat(names()).containsExactly("ledger.key", "ledger.key.next");
        var key = rotate(15, _ -> true).orElseThrow().verifierKey();
        assertThat(key).isEqualTo(KeyIntroduction.parse(tried.getFirst().text()).key());
        assertThat(file.read().verifierKey()).isEqualTo(key);
        assertThat(names()).containsExactly("ledger.key");
    }

    /** A database may keep a note long after it said that it could not. */
    @Test
    void a_key_whose_introduction_is_kept_later_than_anybody_expected_can_still_sign() {
        var old = file.create(LEDGER);
        var kept = new ArrayList<>(List.of(KeyIntroduction.first(old)));
        breakOff(kept);
        var current = KeyHistory.of(kept).current();

        assertThat(settled(old.verifierKey()).verifierKey()).isEqualTo(old.verifierKey());
        assertThat(settled(current).verifierKey()).isEqualTo(current);
    }

    @Test
    void a_key_of_another_ledger_that_waits_is_not_introduced() throws IOException {
        file.create(LEDGER);
        var other = folder.resolve("other");
        KeyFile.at(other).create("central-command/0000000000000000");
        Files.move(other, folder.resolve("ledger.key.next"));

        assertThatThrownBy(() -> rotate(12, _ -> true))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Take the file away");
    }

    @Test
    void behind_a_link_the_key_itself_is_replaced() throws IOException {
        Files.createDirectory(folder.resolve("safe"));
        var safe = folder.resolve("safe/key");
        var old = KeyFile.at(safe).create(LEDGER);
        Files.createSymbolicLink(path, safe);
        file = KeyFile.at(path);

        var key = rotate(12, _ -> true).orElseThrow();

        assertThat(path).isSymbolicLink();
        assertThat(KeyFile.at(safe).read().verifierKey())
                .isEqualTo(key.verifierKey())
                .isNotEqualTo(old.verifierKey());
    }

    @Test
    void nobody_settles_or_changes_who_does_not_hold_the_file_alone() {
        var key = file.create(LEDGER);
        assertThatThrownBy(() -> file.read(key.verifierKey())).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> file.rotate(12, _ -> true)).isInstanceOf(IllegalStateException.class);
    }

    private SigningKey settled(VerifierKey current) {
        return file.alone(() -> file.read(current));
    }

    private Optional<SigningKey> rotate(long fromSize, Predicate<SignedNote> keep) {
        return file.alone(() -> file.rotate(fromSize, keep));
    }

    @Test
    void a_change_that_broke_off_after_the_introduction_was_kept_is_finished() {
        var old = file.create(LEDGER);
        var kept = new ArrayList<>(List.of(KeyIntroduction.first(old)));
        breakOff(kept);
        var current = KeyHistory.of(kept).current();

        assertThat(current).isNotEqualTo(old.verifierKey());
        assertThat(settled(current).verifierKey()).isEqualTo(current);
        assertThat(file.read().verifierKey()).isEqualTo(current);
        assertThat(names()).containsExactly("ledger.key");
    }

    private void breakOff(List<SignedNote> kept) {
        assertThatThrownBy(() -> rotate(12, note -> {
                    kept.add(note);
                    throw new IllegalArgumentException("broken off");
                }))
                .hasMessage("broken off");
        assertThat(names()).containsExactly("ledger.key", "ledger.key.next");
    }

    @Test
    void a_key_that_is_not_that_of_the_ledger_is_refused() {
        file.create(LEDGER);
        var other = SigningKey.generate(LEDGER).verifierKey();

        assertThatThrownBy(() -> settled(other))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("but the key of the ledger is " + other);
    }

    private List<String> names() {
        try (var files = Files.list(folder)) {
            return files.map(each -> each.getFileName().toString())
                    .filter(name -> !name.endsWith(".lock"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
