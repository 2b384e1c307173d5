package centralcommand.query.contract.shared;

/** Where an entry stands. */
public enum EntryStatus {
    /** Seen inside its agency, and by auditors, only. */
    SUBMITTED,
    /** The agency's word. */
    RELEASED,
    /** Taken back by its author before release. */
    WITHDRAWN,
    /** Struck by a later correction. */
    CORRECTED
}
