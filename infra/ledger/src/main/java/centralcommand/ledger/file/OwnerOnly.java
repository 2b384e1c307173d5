package centralcommand.ledger.file;

import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** The rights with which a file or folder is made that only its owner may read; none where the file system does not know owners. */
public final class OwnerOnly {
    private OwnerOnly() {}

    /** For a file that is made at this path. */
    public static FileAttribute<?>[] file(Path path) {
        return rights(path, "rw-------");
    }

    /** For a folder that is made at this path. */
    public static FileAttribute<?>[] folder(Path path) {
        return rights(path, "rwx------");
    }

    /** Whether the file system knows owners at all. */
    public static boolean isKnownTo(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static FileAttribute<?>[] rights(Path path, String rights) {
        return isKnownTo(path)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))}
                : new FileAttribute<?>[0];
    }
}
