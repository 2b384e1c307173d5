package centralcommand.ledger.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import centralcommand.ledger.file.OwnerOnly;
import centralcommand.ledger.file.WholeFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The file with the private key of a ledger, which only its owner may read where the file system knows owners. It is never seen half
 * written: a new content is written beside it, forced to the disk and moved into its place.
 *
 * <p>A change of key needs both the ledger and this file, so the next key waits in a file beside this one ({@code .next}) until the
 * ledger has its introduction. What an interrupted change left behind is settled by {@link #read(VerifierKey)}.
 */
public final class KeyFile {
    private static final int MAX_BYTES = 4096;
    private static final Set<PosixFilePermission> OF_OTHERS = EnumSet.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);

    private final Path path;
    private final Path next;

    private KeyFile(Path path) {
        this.path = path.toAbsolutePath();
        this.next = this.path.resolveSibling(this.path.getFileName() + ".next");
    }

    /** The file at this path, which need not be there yet. */
    public static KeyFile at(Path path) {
        return new KeyFile(path);
    }

    public boolean exists() {
        return Files.exists(path);
    }

    /**
     * Makes the file with a new key.
     *
     * @param name of the key: the origin of the ledger
     * @throws IllegalStateException if there is a file already; it is left as it is
     * @throws UncheckedIOException if it cannot be written
     */
    public SigningKey create(String name) {
        var key = SigningKey.generate(name);
        try {
            make(path, key);
            return key;
        } catch (FileAlreadyExistsException e) {
            throw new IllegalStateException("The key file %s is there already.".formatted(path), e);
        } catch (IOException e) {
            throw new UncheckedIOException("The key file %s cannot be made.".formatted(path), e);
        }
    }

    /**
     * The key in the file.
     *
     * @throws IllegalStateException if others may read or write the file, or there is no key in it
     * @throws UncheckedIOException if it cannot be read
     */
    public SigningKey read() {
        return read(path);
    }

    /**
     * The private key of the one that the ledger knows as the last introduced. If a change of key was interrupted, it is finished when
     * the ledger has the introduction, and forgotten when it has not.
     *
     * @throws IllegalStateException if neither file has that key, others may read or write one of them, or there is no key in it
     * @throws UncheckedIOException if they cannot be read or written
     */
    public SigningKey read(VerifierKey current) {
        var key = read();
        try {
            if (key.verifierKey().equals(current)) {
                Files.deleteIfExists(next);
                return key;
            }
            if (Files.exists(next)) {
                var waiting = read(next);
                if (waiting.verifierKey().equals(current)) {
                    moveIntoPlace(next);
                    return waiting;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The change of key in %s cannot be finished.".formatted(path), e);
        }
        throw new IllegalStateException(
                "The key file %s has %s, but the key of the ledger is %s.".formatted(path, key.verifierKey(), current));
    }

    /**
     * Replaces the key by a new one and destroys the old one, which is gone from the file system then, though not scrubbed from the disk.
     *
     * @param fromSize larger than that of every checkpoint that the old key signed
     * @param keep stores the note that introduces the new key; returns only when the note is durable. If it throws, both keys stay until
     *     {@link #read(VerifierKey)} finds out which one the ledger knows
     * @return the new key
     * @throws IllegalStateException if an earlier change was not settled, others may read or write the file, or there is no key in it
     * @throws UncheckedIOException if the files cannot be read or written
     */
    public SigningKey rotate(long fromSize, Consumer<SignedNote> keep) {
        var old = read();
        var key = SigningKey.generate(old.name());
        var introduction = KeyIntroduction.replacement(old, key, fromSize);
        try {
            make(next, key);
            keep.accept(introduction);
            moveIntoPlace(next);
            return key;
        } catch (FileAlreadyExistsException e) {
            throw new IllegalStateException(
                    "A change of key was interrupted: %s is still there. Read the key that the ledger knows first."
                            .formatted(next),
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException("The key file %s cannot be changed.".formatted(path), e);
        }
    }

    private SigningKey read(Path file) {
        try {
            refuseOthers(file);
            if (Files.size(file) > MAX_BYTES) {
                throw new IllegalStateException("The file %s is too large to be a key.".formatted(file));
            }
            return SigningKey.parse(Files.readString(file).stripTrailing());
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("There is no key in the file %s. %s".formatted(file, e.getMessage()), e);
        } catch (NoSuchFileException e) {
            throw new UncheckedIOException("There is no key file %s.".formatted(file), e);
        } catch (IOException e) {
            throw new UncheckedIOException("The key file %s cannot be read.".formatted(file), e);
        }
    }

    private static void refuseOthers(Path file) throws IOException {
        if (!OwnerOnly.isKnownTo(file)) {
            return;
        }
        var rights = Files.getPosixFilePermissions(file);
        if (rights.stream().anyMatch(OF_OTHERS::contains)) {
            throw new IllegalStateException(
                    "The key file %s may be read or written by others (%s). Take it back (chmod 600) and change the key."
                            .formatted(file, PosixFilePermissions.toString(rights)));
        }
    }

    /** Makes a file that was not there, whole or not at all. */
    private static void make(Path file, SigningKey key) throws IOException {
        try (var made = WholeFile.at(file)) {
            made.content().write((key.secretText() + "\n").getBytes(UTF_8));
            made.complete();
        }
    }

    private void moveIntoPlace(Path file) throws IOException {
        Files.move(file, path, StandardCopyOption.ATOMIC_MOVE);
        WholeFile.forceFolder(path);
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
