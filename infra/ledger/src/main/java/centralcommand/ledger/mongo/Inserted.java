package centralcommand.ledger.mongo;

/** What the database answered to one ordered insert of consecutive commits. */
sealed interface Inserted {

    /** All of them are on the disks of a majority. */
    record Stored() implements Inserted {}

    /** One of the unique indexes has the first or a later one of them already; those before it may be in. */
    record Taken() implements Inserted {}

    /**
     * The database does not take the one at this index, those before it may be in, those after it are not.
     *
     * @param index of the first that was refused
     */
    record Refused(int index, String why) implements Inserted {}

    /** None, some or all of them are in, or will be. */
    record Unknown(Doubt doubt, String why) implements Inserted {}

    /** Why nothing is known. */
    enum Doubt {
        /** No answer, or one that the server gives while it stops being the primary. */
        NO_ANSWER,
        /** The primary has them; whether a majority will was not learned in time. */
        NOT_YET_MAJORITY
    }
}
