package centralcommand.verify.finding;

/**
 * Something that is wrong.
 *
 * @param commit number of the commit it is at, 0 where it is at none
 * @param position of the event it is at, 0 where it is at none
 * @param sentence what is wrong there, for an auditor
 */
public record Finding(Kind kind, long commit, long position, String sentence) {
    private static final int LONGEST = 400;

    public Finding {
        sentence = printable(sentence);
    }

    /** At a commit. */
    public static Finding at(Kind kind, long commit, String sentence) {
        return new Finding(kind, commit, 0, sentence);
    }

    /** At the ledger as a whole. */
    public static Finding of(Kind kind, String sentence) {
        return new Finding(kind, 0, 0, sentence);
    }

    /** What stands in a ledger may have been written to deceive whoever reads it on a terminal. */
    private static String printable(String text) {
        var clean = text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]", "?");
        return clean.length() > LONGEST ? clean.substring(0, LONGEST) + "…" : clean;
    }

    /** Where it is, in words. */
    public String place() {
        if (commit == 0 && position == 0) {
            return "ledger";
        }
        if (position == 0) {
            return "commit " + commit;
        }
        return commit == 0 ? "position " + position : "commit %d, position %d".formatted(commit, position);
    }
}
