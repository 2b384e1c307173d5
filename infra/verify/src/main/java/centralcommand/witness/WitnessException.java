package centralcommand.witness;

/** The witness cannot do its work; the message says why, and what to do, in a sentence. */
final class WitnessException extends Exception {
    private static final long serialVersionUID = 1L;

    WitnessException(String message) {
        super(message);
    }
}
