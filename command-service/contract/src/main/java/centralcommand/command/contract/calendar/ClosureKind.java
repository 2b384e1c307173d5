package centralcommand.command.contract.calendar;

/** Why an agency does not work. */
public enum ClosureKind {
    /** The President closes the departments for a day. */
    EXECUTIVE_ORDER,
    /** Appropriations have lapsed: the agency's clocks stop. 31 U.S.C. 1341-1342. */
    LAPSE_IN_APPROPRIATIONS,
    OTHER
}
