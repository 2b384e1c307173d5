package centralcommand.sheets;

/** What a row says of its milestone; a row without a word says nothing. */
public enum Word {
    /** The date on file still stands. */
    CONFIRM,
    /** A new date. */
    FORECAST,
    /** The date on file is in doubt and no new one can be given. */
    DOUBT,
    /** It was reached. */
    ACTUAL
}
