package centralcommand.ledger.file;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Why a file cannot be used. What Java says of that is often no more than the name of the file. */
public final class Reason {
    private Reason() {}

    /** The reason as the end of a sentence. */
    public static String of(IOException e) {
        return switch (e) {
            case NoSuchFileException _ -> "there is no such file or folder.";
            case AccessDeniedException _ -> "the rights of this user do not allow it.";
            case FileAlreadyExistsException _ -> "it is there already; choose a new name.";
            case FileSystemException system when system.getReason() != null -> system.getReason() + ".";
            default -> e.getMessage() + ".";
        };
    }
}
