package centralcommand.command.contract.program;

/** The gap in the nation's chain that a program closes. */
public enum LineOfEffort {
    ALLIED_SUPPLY,
    CENTRAL_COMMAND,
    MARKET_STABILIZATION,
    DOWNSTREAM_DEMAND,
    WORKFORCE,
    CAPITAL
}
