package centralcommand.command.contract.schedule;

/** Whether the source itself gives the cause. */
public enum CauseBasis {
    /** The source's own explanation. */
    STATED,
    /** A fact reported beside the new date; not proof of cause. */
    CONTEXT
}
