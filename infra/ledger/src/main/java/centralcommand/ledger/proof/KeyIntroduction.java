package centralcommand.ledger.proof;

/**
 * Says that checkpoints of this size and more are signed with this key. The note is signed by the key itself and, unless it is the
 * first, by the key that it replaces; {@link KeyHistory} looks at that.
 *
 * @param origin names the ledger, and is the name of the key
 * @param fromSize number of commits; 0 for the first key
 */
public record KeyIntroduction(String origin, VerifierKey key, long fromSize) {
    private static final String KEY = "key ";
    private static final String FROM = "from ";

    public KeyIntroduction {
        if (!key.name().equals(origin)) {
            throw new IllegalArgumentException(
                    "A key of ledger %s must have its name, not %s.".formatted(origin, key.name()));
        }
        if (fromSize < 0) {
            throw new IllegalArgumentException("A key must be in force from a size that is not negative.");
        }
    }

    /** Introduces the first key of the ledger whose origin is its name. */
    public static SignedNote first(SigningKey key) {
        return key.sign(new KeyIntroduction(key.name(), key.verifierKey(), 0).text());
    }

    /**
     * Introduces a key that replaces another one.
     *
     * @param fromSize larger than that of every checkpoint that the replaced key signed, for those would no longer hold
     * @throws IllegalArgumentException if the keys are not of one ledger
     */
    public static SignedNote replacement(SigningKey replaced, SigningKey next, long fromSize) {
        var introduction = new KeyIntroduction(replaced.name(), next.verifierKey(), fromSize);
        return replaced.sign(next.sign(introduction.text()));
    }

    /**
     * Reads the text of a note.
     *
     * @throws IllegalArgumentException if it introduces no key: with what is wrong with it
     */
    public static KeyIntroduction parse(String text) {
        var lines = NoteText.lines("the introduction of a key", text);
        if (lines.size() != 3 || !lines.get(1).startsWith(KEY) || !lines.get(2).startsWith(FROM)) {
            throw new IllegalArgumentException(
                    "The introduction of a key must have three lines: origin, key and from which size.");
        }
        return new KeyIntroduction(
                lines.get(0),
                VerifierKey.parse(lines.get(1).substring(KEY.length())),
                NoteText.decimal(
                        "The size from which a key is in force", lines.get(2).substring(FROM.length())));
    }

    /** The text that is signed. */
    public String text() {
        return "%s\n%s%s\n%s%d\n".formatted(origin, KEY, key.text(), FROM, fromSize);
    }
}
