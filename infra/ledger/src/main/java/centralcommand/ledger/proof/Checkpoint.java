package centralcommand.ledger.proof;

/**
 * Says that the tree had this root when it had this many commits (<a href="https://c2sp.org/tlog-checkpoint">C2SP tlog-checkpoint</a>,
 * without extension lines).
 *
 * @param origin names the ledger; not empty, one line
 * @param size number of commits, from 0
 * @param root of the tree of that size
 */
public record Checkpoint(String origin, long size, Hash root) {
    private static final String ORIGIN_PREFIX = "central-command/";
    private static final int ORIGIN_DIGITS = 16;

    public Checkpoint {
        if (origin.isEmpty() || origin.chars().anyMatch(character -> character < ' ')) {
            throw new IllegalArgumentException("The origin of a checkpoint must be one line that is not empty.");
        }
        if (size < 0) {
            throw new IllegalArgumentException("The size of a checkpoint must not be negative.");
        }
    }

    /** The origin of the ledger that begins with this commit, which is the name of all its keys as well. */
    public static String originOf(Hash firstCommit) {
        return ORIGIN_PREFIX + firstCommit.hex().substring(0, ORIGIN_DIGITS);
    }

    /**
     * Reads the text of a note.
     *
     * @throws IllegalArgumentException if it is no checkpoint: with what is wrong with it
     */
    public static Checkpoint parse(String text) {
        var lines = NoteText.lines("a checkpoint", text);
        if (lines.size() != 3) {
            throw new IllegalArgumentException(
                    "A checkpoint must have three lines, origin, size and root, but has %d.".formatted(lines.size()));
        }
        var root = NoteText.base64("The root of a checkpoint", lines.get(2));
        if (root.length != Hash.BYTES) {
            throw new IllegalArgumentException(
                    "The root of a checkpoint must have %d bytes, but has %d.".formatted(Hash.BYTES, root.length));
        }
        return new Checkpoint(lines.get(0), NoteText.decimal("The size of a checkpoint", lines.get(1)), Hash.of(root));
    }

    /** The text that is signed. */
    public String text() {
        return "%s\n%d\n%s\n".formatted(origin, size, NoteText.base64(root.bytes()));
    }
}
