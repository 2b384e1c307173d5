package centralcommand.command.contract.schedule;

/** Why a promise is to be replaced by another. */
public enum RebaselineReason {
    /** The work itself is another one: added, taken away or redesigned. */
    SCOPE_CHANGE,
    /** Money came later or in another amount than the baseline assumed. */
    FUNDING_CHANGE,
    /** Law, regulation or an order of the government. */
    GOVERNMENT_DIRECTION,
    /** A permit or consultation took another course. */
    PERMITTING,
    /** Another agency or a supplier delivered later than promised. */
    DEPENDENCY,
    /** A disaster, a strike, a war: nobody's doing. */
    FORCE_MAJEURE,
    /** The promise can no longer be met and measures nothing: a reset over target. */
    OVER_TARGET,
    OTHER
}
