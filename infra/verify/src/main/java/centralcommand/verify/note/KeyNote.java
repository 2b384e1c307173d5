package centralcommand.verify.note;

/**
 * Introduces a key of a log.
 *
 * @param origin names the log
 * @param key signs checkpoints …
 * @param from … of this many commits and more
 */
public record KeyNote(String origin, VerifierKey key, long from) {
    /** Reads the text of a note, without its signatures. */
    public static KeyNote parse(String text) throws MalformedNoteException {
        var lines = text.split("\n", -1);
        if (lines.length != 4
                || lines[0].isEmpty()
                || !lines[1].startsWith("key ")
                || !lines[2].startsWith("from ")
                || !lines[3].isEmpty()) {
            throw new MalformedNoteException("a key is introduced by three lines: origin, key and from");
        }
        var key = VerifierKey.parse(lines[1].substring("key ".length()));
        if (key.type() != VerifierKey.Type.NOTE) {
            throw new MalformedNoteException("the key that is introduced is not one that signs notes");
        }
        return new KeyNote(lines[0], key, Checkpoint.size(lines[2].substring("from ".length())));
    }
}
