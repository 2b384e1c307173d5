package centralcommand.ledger.mongo;

/**
 * What became of consecutive commits that were to be inserted.
 *
 * @param recorded how many of them, from the first on, are in for ever
 * @param end what is known of the others
 */
record Settled(int recorded, End end) {

    /** What is known of those that were not recorded. */
    sealed interface End {

        /** There are none. */
        record Done() implements End {}

        /** The slot of the first has another commit: none of them is in or ever will be. */
        record Fenced() implements End {}

        /** An earlier commit has the command, an event or a sequence of the first: none of them is in or ever will be. */
        record Clashed() implements End {}

        /**
         * The database does not take the first, and has not seen the others.
         *
         * @param inDoubt whether an earlier try went without an answer, so that the slot must be filled before it is certain
         */
        record Refused(String why, boolean inDoubt) implements End {}

        /** They may be in, or come in later. */
        record Unknown(String why) implements End {}
    }
}
