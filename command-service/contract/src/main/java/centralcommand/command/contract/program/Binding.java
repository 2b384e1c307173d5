package centralcommand.command.contract.program;

/** Whether a body of rules binds a program. */
public enum Binding {
    BINDS,
    BINDS_NO_LONGER
}
