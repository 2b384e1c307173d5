package centralcommand.command.contract.capacity;

/** What a pledged figure is. Kinds are never added to each other; what was made is reported, not pledged. */
public enum CapacityKind {
    /** A stated plan, not yet running. */
    PLANNED,
    /** Installed. */
    NAMEPLATE,
    /** A design, study or possible figure of a plant that was not or may not be built. */
    DESIGN
}
