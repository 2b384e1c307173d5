package centralcommand.command.server.decision;

import centralcommand.command.server.directory.Directory;
import java.time.LocalDate;
import java.util.OptionalLong;

/**
 * All that a rule knows of the world outside its own stream.
 *
 * @param today in Washington
 * @param expectedVersion what the actor takes the record's version to be, where they said so
 * @param directory at least as new as the stream that is decided on
 */
public record Context(LocalDate today, Actor actor, OptionalLong expectedVersion, Directory directory) {}
