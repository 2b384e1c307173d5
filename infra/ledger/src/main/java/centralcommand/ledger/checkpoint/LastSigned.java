package centralcommand.ledger.checkpoint;

import centralcommand.ledger.LedgerException;
import centralcommand.ledger.proof.Checkpoint;
import centralcommand.ledger.proof.SignedNote;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** The checkpoint that was signed last, in a file that does not come back when an older copy of the ledger is put in its place. */
record LastSigned(Path file) {

    /** None where nothing was signed yet. */
    Optional<Checkpoint> checkpoint() {
        try {
            return Optional.of(
                    Checkpoint.parse(SignedNote.parse(Files.readString(file)).text()));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            throw new LedgerException("%s cannot be read: %s".formatted(file, e.getMessage()), e);
        }
    }

    /** On the disk when it returns. */
    void remember(SignedNote checkpoint) {
        var part = file.resolveSibling(file.getFileName() + ".part");
        try (var channel = FileChannel.open(
                part, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            var bytes = ByteBuffer.wrap(checkpoint.format().getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new LedgerException("%s cannot be written: %s".formatted(file, e.getMessage()), e);
        }
    }
}
