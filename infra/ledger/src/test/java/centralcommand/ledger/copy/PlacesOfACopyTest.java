package centralcommand.ledger.copy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import centralcommand.ledger.Commit;
import centralcommand.ledger.LedgerTestKit;
import centralcommand.ledger.SteppingClock;
import centralcommand.ledger.file.OwnerOnly;
import centralcommand.ledger.sqlite.SqliteLedger;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A copy writes where it was told to and nowhere else, and only for its owner. */
class PlacesOfACopyTest {
    private final SteppingClock clock = new SteppingClock();
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    private Path original;

    @BeforeEach
    void record() {
        original = folder.resolve("original.db");
        try (var ledger = SqliteLedger.open(original, clock)) {
            ledger.append(Commit.of(LedgerTestKit.event("a", 0)));
        }
    }

    private int copy(Object from, Object to) {
        said.reset();
        var out = new PrintStream(said, true, UTF_8);
        return CopyCommand.run(clock, out, out, from.toString(), to.toString());
    }

    private String said() {
        return said.toString(UTF_8);
    }

    @Test
    void an_export_is_its_owners_alone_and_follows_no_link() throws IOException {
        var victim = Files.writeString(folder.resolve("victim"), "mine");
        var export = folder.resolve("out.jsonl");
        Files.createSymbolicLink(folder.resolve("out.jsonl.part"), victim);
        Files.writeString(folder.resolve("out.jsonl.1.part"), "left behind");

        assertThat(copy(original, export)).isZero();
        assertThat(victim).hasContent("mine");
        if (OwnerOnly.isKnownTo(export)) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(export)))
                    .isEqualTo("rw-------");
        }

        var link = Files.createSymbolicLink(folder.resolve("link.jsonl"), folder.resolve("elsewhere.jsonl"));
        assertThat(copy(original, link)).isEqualTo(1);
        assertThat(said()).contains("is there already");
        assertThat(folder.resolve("elsewhere.jsonl")).doesNotExist();
    }

    @Test
    void an_older_ledger_is_not_changed_by_copying_it_and_an_empty_file_stays_empty() throws IOException {
        var old = folder.resolve("first.db");
        try (var packed = Objects.requireNonNull(LedgerTestKit.class.getResourceAsStream("first-release.db.gz"));
                var unpacked = new GZIPInputStream(packed)) {
            Files.copy(unpacked, old);
        }
        var before = Files.readAllBytes(old);
        var empty = Files.createFile(folder.resolve("empty.db"));
        var target = folder.resolve("target.db");

        assertThat(copy(old, target)).isEqualTo(1);
        assertThat(said()).contains("Copy the file itself");
        assertThat(copy(empty, target)).isEqualTo(1);
        assertThat(old).hasBinaryContent(before);
        assertThat(empty).isEmptyFile();
        assertThat(target).doesNotExist();
    }

    @Test
    void a_name_that_is_empty_is_refused() {
        assertThat(copy(original, "")).isEqualTo(2);
        assertThat(copy(" ", original)).isEqualTo(2);
    }

    @Test
    void a_folder_is_a_data_folder_whatever_its_name() throws IOException {
        var named = Files.createDirectory(folder.resolve("x.jsonl"));

        assertThat(copy(original, named)).isZero();
        try (var ledger = SqliteLedger.open(named.resolve("ledger.db"), clock)) {
            assertThat(ledger.commits()).isEqualTo(1);
        }
        assertThat(copy(named, folder.resolve("export.jsonl"))).isZero();
    }

    @Test
    void what_cannot_be_used_is_said_with_the_reason() {
        assertThat(copy(original, folder.resolve("missing/out.jsonl"))).isEqualTo(1);
        assertThat(said()).contains("out.jsonl cannot be written: there is no such file or folder.");
        assertThat(copy(original, "/dev/null")).isEqualTo(1);
        assertThat(said()).contains("is no file that could hold a ledger");
    }
}
