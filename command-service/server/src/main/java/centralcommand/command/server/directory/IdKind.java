package centralcommand.command.server.directory;

/** What an id can stand for. Ids are unique across kinds. */
public enum IdKind {
    ORGANIZATION,
    PROGRAM,
    MILESTONE,
    LINK,
    FUNDING,
    CAPACITY,
    TARGET,
    HANDOFF,
    CLOSURE
}
