package centralcommand.command.server.decision;

/** Where a program is in its life. */
public enum ProgramStatus {
    PROPOSED,
    ACTIVE,
    SUSPENDED,
    CANCELLED
}
