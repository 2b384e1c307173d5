package centralcommand.ledger.checkpoint;

import centralcommand.ledger.LedgerException;
import centralcommand.ledger.file.OwnerOnly;
import centralcommand.ledger.file.Reason;
import centralcommand.ledger.file.WholeFile;
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
import java.util.Set;

/**
 * The checkpoint that was signed last, in a file that does not come back when an older copy of the ledger is put in its place. Written only
 * by whoever holds the key alone, or two would write one part.
 */
record LastSigned(Path file) {

    /** None where nothing was signed yet. */
    Optional<Checkpoint> checkpoint() {
        return note().map(note -> Checkpoint.parse(note.text()));
    }

    /** The same with its signature. */
    Optional<SignedNote> note() {
        try {
            var note = SignedNote.parse(Files.readString(file));
            Checkpoint.parse(note.text());
            return Optional.of(note);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            throw new LedgerException("%s cannot be read: %s".formatted(file, e.getMessage()), e);
        }
    }

    /** On the disk when it returns. */
    void remember(SignedNote checkpoint) {
        var part = file.resolveSibling(file.getFileName() + ".part");
        try {
            // Of a program that was killed; whoever holds the key alone has none of his own.
            Files.deleteIfExists(part);
        } catch (IOException e) {
            throw new LedgerException("%s cannot be written: %s".formatted(file, Reason.of(e)), e);
        }
        try (var channel = FileChannel.open(
                part, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), OwnerOnly.file(part))) {
            var bytes = ByteBuffer.wrap(checkpoint.format().getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            WholeFile.forceFolder(file);
        } catch (IOException e) {
            throw new LedgerException("%s cannot be written: %s".formatted(file, e.getMessage()), e);
        }
    }
}
