package centralcommand.command.contract.schedule;

/** The only reasons for which a milestone may stand still, after the coded pauses of the Permitting Dashboard. */
public enum PauseReason {
    /** The sponsor of the project asked for it. */
    SPONSOR_REQUEST,
    /** What the sponsor owes to the agency is missing. */
    AWAITING_INFORMATION,
    /** Money for the work has not come. */
    AWAITING_FUNDS,
    /** Another agency, a state or a tribe decides first. */
    AWAITING_OTHER_AUTHORITY,
    /** A court has stopped it. */
    LITIGATION,
    /** Appropriations have lapsed. */
    LAPSE_IN_APPROPRIATIONS,
    /** A disaster, a strike, a war: nobody's doing. */
    FORCE_MAJEURE
}
