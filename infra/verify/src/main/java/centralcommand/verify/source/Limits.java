package centralcommand.verify.source;

/** Where reading stops believing: larger things are not written by anybody honest. */
final class Limits {
    /** Bytes of a line of an exported file. A commit is at most 15 MB, and base64 and escapes make it longer. */
    static final int LINE = 64 << 20;
    /** Bytes of one column or of all payloads and metadata of a commit. */
    static final long COMMIT = 32L << 20;
    /** Events of one commit: 15 MB hold no more of them. */
    static final int EVENTS = 1 << 20;
    /** Bytes of a note. */
    static final int NOTE = 1_000_000;

    private Limits() {}
}
