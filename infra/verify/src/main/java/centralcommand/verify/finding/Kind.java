package centralcommand.verify.finding;

/** What can be wrong with a ledger. */
public enum Kind {
    CHANGED("changed"),
    MISSING("missing"),
    INSERTED("inserted"),
    REORDERED("reordered"),
    DOUBLED("doubled"),
    SEQUENCE_GAP("gap in a stream"),
    POSITION_GAP("gap in the positions"),
    TIME_FELL("time fell"),
    EPOCH_FELL("epoch fell"),
    WRONG_HASH("wrong hash"),
    WRONG_PREVIOUS("wrong previous hash"),
    WRONG_SUBTREES("wrong subtrees"),
    WRONG_LINK("wrong link or end of a stream"),
    WRONG_INDEX("wrong index"),
    OTHER_OBJECT("foreign or missing table, index or trigger"),
    WRONG_ROOT("wrong root"),
    WRONG_ORIGIN("wrong origin"),
    FORGED_SIGNATURE("forged signature"),
    FORGED_COSIGNATURE("forged cosignature"),
    UNKNOWN_KEY("unknown key"),
    BROKEN_ROTATION("broken rotation of keys"),
    SET_BACK("cut or set back"),
    CUT_OFF("export cut off"),
    ORPHAN("row of no commit"),
    MALFORMED("malformed"),
    DAMAGED("damaged");

    private final String words;

    Kind(String words) {
        this.words = words;
    }

    /** In words for people. */
    public String words() {
        return words;
    }
}
