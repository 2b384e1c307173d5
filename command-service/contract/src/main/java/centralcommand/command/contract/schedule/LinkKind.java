package centralcommand.command.contract.schedule;

/** What one end of a link waits for from the other. */
public enum LinkKind {
    FEEDSTOCK,
    PERMIT,
    TECHNICAL_DATA,
    FUNDING,
    FINANCE,
    POLICY,
    DEMAND,
    EXTERNAL_RISK,
    /** Work of one schedule that comes after other work of it; nothing passes between organizations. */
    SEQUENCE
}
