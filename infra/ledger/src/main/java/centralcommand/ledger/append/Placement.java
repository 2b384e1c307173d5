package centralcommand.ledger.append;

import centralcommand.ledger.CommandKey;
import centralcommand.ledger.Commit;
import centralcommand.ledger.ConflictException;
import centralcommand.ledger.ConflictException.Reason;
import centralcommand.ledger.DuplicateCommandException;
import centralcommand.ledger.NewEvent;
import centralcommand.ledger.RecordedCommit;
import centralcommand.ledger.RecordedEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Gives the commits of one batch their places after a tip, one after the other. Whatever is wrong with a commit is found before it
 * changes anything here, so that the others of its batch are not touched by it.
 */
public final class Placement {
    private final Chain chain;
    private final Lookups lookups;
    private final Instant now;
    private final Check check;
    private final Map<String, Long> lastSequences = new HashMap<>();
    private final Set<String> eventIds = new HashSet<>();
    private final Map<CommandName, RecordedCommit> commands = new HashMap<>();

    /** How much of the store is looked at before a commit is placed. */
    public enum Check {
        /** Command and event ids are left to the unique indexes of the store, which cost nothing more. */
        SEQUENCES,
        /** Everything: for a commit that the store would not take, to learn why. */
        EVERYTHING
    }

    /** @param now the clock of the ledger, in milliseconds */
    public Placement(Tip tip, Lookups lookups, Instant now, Check check) {
        this.chain = new Chain(tip);
        this.lookups = lookups;
        this.now = now;
        this.check = check;
    }

    /** Where the log will end when all that was placed is stored. */
    public Tip tip() {
        return chain.tip();
    }

    /** The last sequence of each stream that was asked for or grew. */
    public Map<String, Long> lastSequences() {
        return Map.copyOf(lastSequences);
    }

    /**
     * @throws DuplicateCommandException if the command has been carried out; looked at before anything else
     * @throws ConflictException if the head is not the expected one, a sequence is not the next of its stream, or an event id is taken
     */
    public Placed place(Commit commit) {
        refuseDuplicateInBatch(commit);
        if (check == Check.EVERYTHING) {
            refuseDuplicate(commit);
        }
        Map<String, Long> grown;
        try {
            grown = grownBy(commit);
        } catch (ConflictException e) {
            refuseDuplicate(commit);
            throw e;
        }
        var placed = placed(commit);
        lastSequences.putAll(grown);
        commit.events().forEach(event -> eventIds.add(event.eventId()));
        if (commit.command() != null) {
            commands.put(CommandName.of(commit.command()), placed.commit());
        }
        return placed;
    }

    private void refuseDuplicate(Commit commit) {
        var command = commit.command();
        if (command != null) {
            lookups.commandOf(command.actor(), command.commandId()).ifPresent(earlier -> {
                throw new DuplicateCommandException(earlier);
            });
        }
    }

    private void refuseDuplicateInBatch(Commit commit) {
        var command = commit.command();
        var earlier = command == null ? null : commands.get(CommandName.of(command));
        if (earlier != null) {
            throw new DuplicateCommandException(earlier);
        }
    }

    /** The last sequences of the commit's streams with the commit; throws what keeps it from being placed. */
    private Map<String, Long> grownBy(Commit commit) {
        if (commit.expectedHead().isPresent()
                && commit.expectedHead().getAsLong() != chain.tip().position()) {
            throw new ConflictException(new Reason.HeadMoved(
                    commit.expectedHead().getAsLong(), chain.tip().position()));
        }
        var grown = new HashMap<String, Long>();
        for (var event : commit.events()) {
            var known = grown.get(event.stream());
            var last = known == null ? lastSequence(event.stream()) : known;
            if (event.sequence() != last + 1) {
                throw new ConflictException(new Reason.NotNext(event.stream(), event.sequence(), last));
            }
            grown.put(event.stream(), event.sequence());
        }
        refuseTakenEventIds(commit.events());
        return grown;
    }

    private long lastSequence(String stream) {
        return lastSequences.computeIfAbsent(stream, lookups::lastSequence);
    }

    private void refuseTakenEventIds(List<NewEvent> events) {
        var own = new HashSet<String>();
        for (var event : events) {
            var id = event.eventId();
            if (!own.add(id) || eventIds.contains(id) || (check == Check.EVERYTHING && lookups.hasEvent(id))) {
                throw new ConflictException(new Reason.EventIdTaken(id));
            }
        }
    }

    private Placed placed(Commit commit) {
        var tip = chain.tip();
        var number = tip.number() + 1;
        var recordedAt = now.isBefore(tip.recordedAt()) ? tip.recordedAt() : now;
        var events = new ArrayList<RecordedEvent>(commit.events().size());
        for (var event : commit.events()) {
            events.add(RecordedEvent.of(event, tip.position() + 1 + events.size(), number, recordedAt));
        }
        return chain.add(tip.epoch(), recordedAt, commit.command(), events);
    }

    private record CommandName(String actor, String commandId) {
        static CommandName of(CommandKey key) {
            return new CommandName(key.actor(), key.commandId());
        }
    }
}
