package centralcommand.ledger.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import centralcommand.ledger.file.OwnerOnly;
import centralcommand.ledger.file.WholeFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The file with the private key of a ledger, which only its owner may read where the file system knows owners. It is never seen half
 * written: a new content is written beside it, forced to the disk and moved into its place.
 *
 * <p>A change of key needs both the ledger and this file, so the next key waits in a file beside this one ({@code .next}) until the
 * ledger has its introduction. What an interrupted change left behind is settled by {@link #read(VerifierKey)}. A key that waits is never
 * deleted: its introduction may reach the ledger later than anybody expects, and without it nothing could be signed from then on.
 */
public final class KeyFile {
    private static final int MAX_BYTES = 4096;
    private static final Set<PosixFilePermission> OF_OTHERS = EnumSet.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);

    /** A lock on a file is the whole process's, and a second one of the same process an error. */
    private static final Map<Path, ReentrantLock> IN_THIS_PROCESS = new ConcurrentHashMap<>();

    private final Path path;
    private final Path next;
    private final Path lock;
    private final ReentrantLock inThisProcess;

    private KeyFile(Path named) {
        path = real(named);
        next = beside(".next");
        lock = beside(".lock");
        inThisProcess = IN_THIS_PROCESS.computeIfAbsent(lock, _ -> new ReentrantLock(true));
    }

    /** Behind a link: replacing the link would leave the old key where it is. */
    private static Path real(Path named) {
        var absolute = named.toAbsolutePath().normalize();
        try {
            var folder = absolute.getParent();
            return folder == null || Files.exists(absolute)
                    ? absolute.toRealPath()
                    : folder.toRealPath().resolve(absolute.getFileName());
        } catch (IOException e) {
            return absolute;
        }
    }

    private Path beside(String ending) {
        return path.resolveSibling(path.getFileName() + ending);
    }

    /** The file at this path, which need not be there yet. */
    public static KeyFile at(Path path) {
        return new KeyFile(path);
    }

    public boolean exists() {
        return Files.exists(path);
    }

    /**
     * Does something while nobody else does, in this process or another: what it reads of the ledger's keys stays in agreement with this
     * file until it ends. Within it may stand another.
     *
     * @throws UncheckedIOException if the lock beside the key cannot be taken
     */
    public <T> T alone(Supplier<T> work) {
        inThisProcess.lock();
        try {
            return inThisProcess.getHoldCount() > 1 ? work.get() : lockedFromOthers(work);
        } finally {
            inThisProcess.unlock();
        }
    }

    private <T> T lockedFromOthers(Supplier<T> work) {
        try (var channel = FileChannel.open(
                lock, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), OwnerOnly.file(lock))) {
            // Whoever comes back at once stands behind those who wait: a system under load would else never let a
            // change of key in.
            try (var turn = channel.lock(1, 1, false)) {
                channel.lock(0, 1, false);
            }
            return work.get();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The lock %s beside the key cannot be taken; its folder must be there and writable."
                            .formatted(lock),
                    e);
        }
    }

    private void requireAlone() {
        if (!inThisProcess.isHeldByCurrentThread()) {
            throw new IllegalStateException("The key file %s is changed by whoever holds it alone.".formatted(path));
        }
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
     * the ledger has the introduction; when it has not, the new key waits on.
     *
     * @param current asked of the ledger while this file was held {@link #alone}
     * @throws IllegalStateException if neither file has that key, others may read or write one of them, or there is no key in it
     * @throws UncheckedIOException if they cannot be read or written
     */
    public SigningKey read(VerifierKey current) {
        requireAlone();
        var key = read();
        try {
            if (key.verifierKey().equals(current)) {
                return key;
            }
            if (Files.exists(next)) {
                var waiting = read(next);
                if (waiting.verifierKey().equals(current)) {
                    moveIntoPlace();
                    return waiting;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The change of key in %s cannot be finished.".formatted(path), e);
        }
        throw new IllegalStateException(
                "The key file %s has %s, but the key of the ledger is %s. Without that one nothing can be signed."
                        .formatted(path, key.verifierKey(), current));
    }

    /**
     * Replaces the key by a new one and destroys the old one, which is gone from the file system then, though not scrubbed from the disk.
     * The new one is the one that waits since a change was interrupted, if there is one. To be called {@link #alone}.
     *
     * @param fromSize larger than that of every checkpoint that the old key signed
     * @param keep stores the note that introduces the new key; true only when the note is durable. If it throws or says false, both keys
     *     stay until {@link #read(VerifierKey)} finds out which one the ledger knows
     * @return the new key; nothing if its introduction was not kept
     * @throws IllegalStateException if the key that waits is one of another ledger, others may read or write a file, or it has no key
     * @throws UncheckedIOException if the files cannot be read or written
     */
    public Optional<SigningKey> rotate(long fromSize, Predicate<SignedNote> keep) {
        requireAlone();
        var old = read();
        try {
            var key = Files.exists(next) ? waiting(old.name()) : made(old.name());
            if (!keep.test(KeyIntroduction.replacement(old, key, fromSize))) {
                return Optional.empty();
            }
            moveIntoPlace();
            return Optional.of(key);
        } catch (IOException e) {
            throw new UncheckedIOException("The key file %s cannot be changed.".formatted(path), e);
        }
    }

    private SigningKey waiting(String name) {
        var key = read(next);
        if (!key.name().equals(name)) {
            throw new IllegalStateException("The key that waits in %s is one of %s, not of %s. Take the file away."
                    .formatted(next, key.name(), name));
        }
        return key;
    }

    private SigningKey made(String name) throws IOException {
        var key = SigningKey.generate(name);
        make(next, key);
        return key;
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
            throw new UncheckedIOException(
                    "There is no key file %s. Without the key of the ledger nothing can be signed.".formatted(file), e);
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

    private void moveIntoPlace() throws IOException {
        Files.move(next, path, StandardCopyOption.ATOMIC_MOVE);
        WholeFile.forceFolder(path);
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
