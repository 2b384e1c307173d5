package centralcommand.command.contract.schedule;

/** Which ends of two activities a link joins: of the one waited for, then of the one that waits. */
public enum LinkType {
    FINISH_TO_START,
    START_TO_START,
    FINISH_TO_FINISH,
    START_TO_FINISH
}
