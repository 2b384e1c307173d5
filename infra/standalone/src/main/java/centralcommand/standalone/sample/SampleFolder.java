package centralcommand.standalone.sample;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The bytes of a folder's files, read once so that what is remembered as imported is what was imported.
 *
 * @param name for people
 * @param contents of the files that an import takes, by file name
 * @param others names of other files beside them
 * @param unreadable files that could not be read, with the reason
 */
record SampleFolder(String name, Map<String, byte[]> contents, List<String> others, List<NotTaken> unreadable) {
    static final int MOST_BYTES = 50_000_000;

    /** Part of the digest: another way of reading the same files is another import. */
    private static final String READING = "1";

    /** @throws IOException with a sentence where there is no such folder */
    static SampleFolder at(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new IOException(
                    "There is no folder " + folder + ": give one that holds programs.csv and its companions.");
        }
        Map<String, byte[]> contents = new TreeMap<>();
        List<String> others = new ArrayList<>();
        List<NotTaken> unreadable = new ArrayList<>();
        List<Path> files;
        try (Stream<Path> listed = Files.list(folder)) {
            files = listed.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path file : files) {
            String fileName = file.getFileName().toString();
            if (SampleFile.named(fileName).isEmpty()) {
                others.add(fileName);
            } else {
                try {
                    contents.put(fileName, read(file));
                } catch (IOException unread) {
                    unreadable.add(NotTaken.file(fileName, "cannot be read: " + unread.getMessage()));
                }
            }
        }
        return new SampleFolder(folder.toString(), contents, others, unreadable);
    }

    private static byte[] read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new IOException("it is larger than " + MOST_BYTES / 1_000_000 + " MB. Split the folder.");
            }
            return bytes;
        }
    }

    /** The same for the same contents read in the same way, and for nothing else. */
    String digest() {
        MessageDigest digest = sha256();
        digest.update(READING.getBytes(UTF_8));
        contents.forEach((fileName, bytes) -> {
            digest.update((byte) 0);
            digest.update((fileName + " " + bytes.length + " ").getBytes(UTF_8));
            digest.update(bytes);
        });
        return HexFormat.of().formatHex(digest.digest());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java has SHA-256; this one does not.", missing);
        }
    }
}
