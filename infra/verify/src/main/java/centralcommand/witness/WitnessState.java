package centralcommand.witness;

import centralcommand.verify.note.Checkpoint;
import centralcommand.verify.note.MalformedNoteException;
import centralcommand.verify.note.SignedNote;
import centralcommand.verify.note.VerifierKey;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a witness remembers: the last checkpoint that it cosigned, or that there was none yet. One process at a time. That there was none is
 * written down before the key is made, so that a key without a memory is one that has forgotten.
 */
final class WitnessState implements AutoCloseable {
    private static final String NOTHING_YET = "This witness has cosigned nothing yet.\n";

    private final Path file;
    private final FileChannel lock;
    private @Nullable Kept kept;

    /** The last checkpoint, and the note it stands in with the signatures of the log and of this witness. */
    record Kept(Checkpoint checkpoint, String note) {}

    private WitnessState(Path file, FileChannel lock) {
        this.file = file;
        this.lock = lock;
    }

    /** Makes the folder where it is missing and takes it for this process alone. */
    static FileChannel lock(Path folder) throws WitnessException {
        try {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            var channel = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            try {
                if (channel.tryLock() != null) {
                    return channel;
                }
            } catch (OverlappingFileLockException e) {
                // Said below, in the same words.
            }
            channel.close();
            throw new WitnessException("Another witness is at work in %s.".formatted(folder));
        } catch (IOException e) {
            throw new WitnessException("The folder %s cannot be used: %s.".formatted(folder, reason(e)));
        }
    }

    private static String reason(IOException e) {
        return switch (e) {
            case FileAlreadyExistsException _ -> "it is a file";
            case AccessDeniedException _ -> "this user may not write there";
            case FileSystemException at -> Optional.ofNullable(at.getReason()).orElseGet(at::toString);
            default -> String.valueOf(e.getMessage());
        };
    }

    /** Where neither a key nor a memory is, begins one; where one of them is missing, nothing may begin. To be called before the key is made. */
    static void begin(Path folder, Path key) throws WitnessException {
        var file = folder.resolve("checkpoint");
        try {
            if (Files.exists(key)) {
                if (!Files.exists(file)) {
                    throw new WitnessException(
                            ("The folder %s has the key of a witness, but what it cosigned last is missing (%s)."
                                            + " A witness that has forgotten must not go on under its name: start it with a new folder,"
                                            + " in which it makes a new key, and tell the log and the auditors.")
                                    .formatted(folder, file.getFileName()));
                }
            } else if (!Files.exists(file)) {
                DurableFile.write(file, NOTHING_YET);
            } else if (!Files.readString(file).equals(NOTHING_YET)) {
                throw new WitnessException(
                        "The folder %s has what a witness cosigned last, but its key is missing (%s). Start it with a new folder."
                                .formatted(folder, key.getFileName()));
            }
        } catch (IOException e) {
            throw new WitnessException("The folder %s cannot be used: %s.".formatted(folder, reason(e)));
        }
    }

    /** Reads what is remembered in a folder that {@link #lock} has taken and in which there was a {@link #begin}. */
    static WitnessState in(Path folder, FileChannel lock, VerifierKey own) throws WitnessException {
        var state = new WitnessState(folder.resolve("checkpoint"), lock);
        try {
            var text = Files.readString(state.file);
            if (!text.equals(NOTHING_YET)) {
                var note = SignedNote.parse(text);
                if (note.signedBy(own) != SignedNote.Verdict.SIGNED) {
                    throw new MalformedNoteException("it is not cosigned by this witness");
                }
                state.kept = new Kept(Checkpoint.parse(note.text()), text);
            }
            return state;
        } catch (IOException | MalformedNoteException e) {
            throw new WitnessException(
                    "The checkpoint remembered in %s cannot be used: %s. A witness that has forgotten must not go on under its name."
                            .formatted(state.file, e.getMessage()));
        }
    }

    Optional<Kept> kept() {
        return Optional.ofNullable(kept);
    }

    /** Returns only when it will be remembered whatever happens. */
    void keep(Kept next) throws IOException {
        DurableFile.write(file, next.note());
        kept = next;
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            // The process ends anyway, and the lock with it.
        }
    }
}
