package centralcommand.command.contract.schedule;

/** What kind of step a milestone is. */
public enum MilestoneKind {
    FINANCING,
    PERMIT,
    CONSTRUCTION,
    COMMISSIONING,
    FIRST_PRODUCT,
    QUALIFICATION,
    RATED_OUTPUT,
    /** Time set aside before a milestone, owned, and used up by events that say why. */
    MARGIN,
    /** A date set by law or order; a change of it is not a slip of the program. */
    STATUTORY,
    DECISION,
    WORKFORCE,
    OTHER
}
