package centralcommand.plans.file;

/** What became of a file. */
public sealed interface Reading {

    /** It is a schedule. */
    record Read(Plan plan) implements Reading {}

    /**
     * It is none that is taken.
     *
     * @param sentence what is wrong, and what to do
     */
    record Unreadable(String sentence) implements Reading {}
}
