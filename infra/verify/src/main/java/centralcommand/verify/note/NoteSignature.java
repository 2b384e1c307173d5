package centralcommand.verify.note;

/**
 * A line under a note.
 *
 * @param name of the key that is said to have signed
 * @param keyId of that key, four bytes
 * @param bytes what the key made of the text; not checked yet
 */
public record NoteSignature(String name, int keyId, byte[] bytes) {}
