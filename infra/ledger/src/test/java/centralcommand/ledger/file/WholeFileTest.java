package centralcommand.ledger.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
    @TempDir
    private Path folder;

    @Test
    void a_file_has_its_name_only_when_it_is_whole_and_is_its_owners_all_the_time() throws IOException {
        var path = folder.resolve("secret");
        try (var file = WholeFile.at(path)) {
            file.content().write("all".getBytes(UTF_8));
            assertThat(path).doesNotExist();
            assertThat(folder).isDirectoryContaining("glob:**secret.*.part");
            try (var parts = Files.list(folder)) {
                assertThat(parts).allSatisfy(WholeFileTest::assertIsItsOwners);
            }
            file.complete();
        }
        assertThat(path).hasContent("all");
        assertIsItsOwners(path);
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    private static void assertIsItsOwners(Path file) throws IOException {
        if (OwnerOnly.isKnownTo(file)) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void nothing_is_left_of_a_file_that_was_not_completed() throws IOException {
        try (var file = WholeFile.at(folder.resolve("secret"))) {
            file.content().write(1);
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void what_has_the_name_already_is_left_as_it_is_even_if_it_came_meanwhile_and_is_but_a_link() throws IOException {
        var victim = folder.resolve("victim");
        var path = folder.resolve("secret");
        try (var file = WholeFile.at(path)) {
            Files.createSymbolicLink(path, victim);
            assertThatThrownBy(file::complete).isInstanceOf(FileAlreadyExistsException.class);
        }
        assertThat(victim).doesNotExist();
        assertThat(Files.exists(path, LinkOption.NOFOLLOW_LINKS)).isTrue();
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void parts_that_others_left_behind_are_no_hindrance_and_links_among_them_are_not_followed() throws IOException {
        var victim = Files.writeString(folder.resolve("victim"), "mine");
        Files.createSymbolicLink(folder.resolve("secret.part"), victim);
        Files.writeString(folder.resolve("secret.1.part"), "half");

        try (var file = WholeFile.at(folder.resolve("secret"))) {
            file.complete();
        }
        assertThat(folder.resolve("secret")).exists();
        assertThat(victim).hasContent("mine");
    }
}
