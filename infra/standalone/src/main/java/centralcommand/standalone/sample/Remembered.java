package centralcommand.standalone.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A folder that was imported to its end. It is a hint, never trusted alone: it counts only if the ledger still has, at
 * that position, an event of that command.
 *
 * @param digest of the folder's contents
 * @param position last one that the import stored anything at
 * @param commandId of the command that stored it
 * @param report as it was given then
 */
record Remembered(String digest, long position, String commandId, List<String> report) {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String FILE = "imported.json";

    Remembered {
        report = List.copyOf(report);
    }

    /** What is remembered in this folder, if it is about these contents. */
    static Optional<Remembered> recall(Path kept, String digest) throws IOException {
        Path file = kept.resolve(FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readValue(Files.readString(file), Remembered.class))
                    .filter(remembered -> remembered.digest.equals(digest));
        } catch (JacksonException | NullPointerException unreadable) {
            return Optional.empty();
        }
    }

    void keep(Path kept) throws IOException {
        Files.createDirectories(kept);
        Path draft = Files.writeString(kept.resolve(FILE + ".new"), JSON.writeValueAsString(this));
        Files.move(draft, kept.resolve(FILE), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
