package centralcommand.ledger.file;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A new file that only its owner may read, where the file system knows owners, and that has its name only when all of it is on the disk.
 * Until then it is written beside it under a name that nobody else has, which ends in {@code .part}.
 *
 * <p>What is there already, be it only a link, is neither replaced nor followed.
 */
public final class WholeFile implements AutoCloseable {
    private final Path file;
    private final Path part;
    private final OutputStream content;

    private WholeFile(Path file, Path part) throws IOException {
        this.file = file;
        this.part = part;
        this.content = Files.newOutputStream(part, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
    }

    /** Begins a file that is to have this name. */
    public static WholeFile at(Path file) throws IOException {
        var absolute = file.toAbsolutePath();
        var part = Files.createTempFile(
                absolute.getParent(), absolute.getFileName() + ".", ".part", OwnerOnly.file(absolute));
        // For a program that is stopped by a signal; one that is killed leaves the part behind.
        part.toFile().deleteOnExit();
        return new WholeFile(absolute, part);
    }

    /** Where its content is written to; may be closed. */
    public OutputStream content() {
        return content;
    }

    /**
     * All has been written: gives the file its name.
     *
     * @throws FileAlreadyExistsException if something has that name already; it is left as it is
     */
    public void complete() throws IOException {
        content.close();
        try (var written = FileChannel.open(part, StandardOpenOption.WRITE)) {
            written.force(true);
        }
        try {
            // A link, unlike an atomic move, never replaces what another process made meanwhile.
            Files.createLink(file, part);
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (UnsupportedOperationException | FileSystemException noLinksHere) {
            Files.move(part, file);
        }
        Files.deleteIfExists(part);
        forceFolder(file);
    }

    /** A new name is on the disk only when its folder is. Some systems cannot open a folder; there nothing can be done. */
    public static void forceFolder(Path file) throws IOException {
        if (OwnerOnly.isKnownTo(file)) {
            try (var folder = FileChannel.open(file.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
                folder.force(true);
            }
        }
    }

    /** Where it was not completed, what was written goes. */
    @Override
    public void close() throws IOException {
        try {
            content.close();
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
