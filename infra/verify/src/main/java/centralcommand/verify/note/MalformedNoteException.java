package centralcommand.verify.note;

/** A text is not the note, key or checkpoint that it should be; the message says why in a sentence. */
public final class MalformedNoteException extends Exception {
    private static final long serialVersionUID = 1L;

    public MalformedNoteException(String message) {
        super(message);
    }
}
