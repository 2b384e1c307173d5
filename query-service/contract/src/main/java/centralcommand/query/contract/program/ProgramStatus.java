package centralcommand.query.contract.program;

/** Where a program stands. */
public enum ProgramStatus {
    PROPOSED,
    ACTIVE,
    SUSPENDED,
    CANCELLED
}
