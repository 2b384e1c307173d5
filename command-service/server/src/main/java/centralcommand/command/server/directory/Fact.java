package centralcommand.command.server.directory;

import centralcommand.command.contract.shared.Authorship;
import centralcommand.command.contract.shared.Event;

/**
 * An event with its place in the ledger.
 *
 * @param sequence its number in its stream, from 0
 */
public record Fact(long position, String stream, long sequence, Event event, Authorship authorship) {}
