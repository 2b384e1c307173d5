package centralcommand.verify.note;

import centralcommand.verify.proof.Sha256;
import java.util.regex.Pattern;

/**
 * Says that the tree of a log had this root when it had this many leaves (C2SP tlog-checkpoint).
 *
 * @param origin names the log
 * @param size number of leaves, from 0
 * @param root of the tree, 32 bytes
 */
public record Checkpoint(String origin, long size, byte[] root) {
    /** Of its text, where it has no extension. */
    public static final int LINES = 3;

    private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,17}");

    /** Reads the text of a note, without its signatures. Lines after the third are allowed and mean nothing here. */
    public static Checkpoint parse(String text) throws MalformedNoteException {
        var lines = text.split("\n", -1);
        if (lines.length < 4 || lines[0].isEmpty()) {
            throw new MalformedNoteException("a checkpoint has three lines: origin, size and root");
        }
        for (var i = 3; i < lines.length - 1; i++) {
            if (lines[i].isEmpty()) {
                throw new MalformedNoteException("a checkpoint has no empty lines");
            }
        }
        var root = Base64Text.decode(lines[2]);
        if (root.length != Sha256.LENGTH) {
            throw new MalformedNoteException("the root of a checkpoint is a hash of 32 bytes");
        }
        return new Checkpoint(lines[0], size(lines[1]), root);
    }

    /** Reads a number of leaves: decimal, without a sign and without leading zeroes. */
    public static long size(String text) throws MalformedNoteException {
        if (!NUMBER.matcher(text).matches()) {
            throw new MalformedNoteException("a size is a whole number without leading zeroes");
        }
        return Long.parseLong(text);
    }
}
