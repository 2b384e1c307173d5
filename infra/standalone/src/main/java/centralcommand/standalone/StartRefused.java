package centralcommand.standalone;

/** Why nothing was started, in one sentence that says what to do. */
final class StartRefused extends Exception {
    private static final long serialVersionUID = 1L;
    static final int MISUSED = 2;
    static final int IMPOSSIBLE = 1;

    private final int exitCode;

    private StartRefused(int exitCode, String sentence) {
        super(sentence);
        this.exitCode = exitCode;
    }

    /** The command line cannot be meant. */
    static StartRefused misused(String sentence) {
        return new StartRefused(MISUSED, sentence);
    }

    /** The machine, the folder or the network does not allow it. */
    static StartRefused impossible(String sentence) {
        return new StartRefused(IMPOSSIBLE, sentence);
    }

    int exitCode() {
        return exitCode;
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
