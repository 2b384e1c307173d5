package centralcommand.query.contract.board;

/** How a milestone stands; follows from what was reported, never from a person's choice. */
public enum MilestoneStatus {
    ON_TRACK,
    /** Expected later than its current baseline by more than precision. */
    LATE,
    DONE,
    /** Reached later than its current baseline by more than precision. */
    DONE_LATE,
    /** Its owner doubts the date on file and has given no other. */
    IN_DOUBT,
    /** Its date has passed and nobody has said anything: unknown, not late. */
    NO_REPORT,
    /** No date was ever published for it. */
    NO_DATE,
    /** Its program is suspended, or its own work stands still for a listed reason and the pause holds. */
    PAUSED,
    WITHDRAWN
}
