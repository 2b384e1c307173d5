package centralcommand.command.contract.capacity;

/** What a national figure is. */
public enum TargetKind {
    TARGET,
    DEMAND,
    /** Worked out from a statement such as "x t is y % of U.S. demand". */
    DERIVED_DEMAND,
    ACTUAL
}
