package centralcommand.ledger.mongo;

import centralcommand.ledger.CommandKey;
import centralcommand.ledger.Commit;
import centralcommand.ledger.ConflictException;
import centralcommand.ledger.DuplicateCommandException;
import centralcommand.ledger.LedgerBusyException;
import centralcommand.ledger.RecordedCommit;
import centralcommand.ledger.append.Chain;
import centralcommand.ledger.append.Outcome;
import centralcommand.ledger.append.Outcome.Recorded;
import centralcommand.ledger.append.Outcome.Refused;
import centralcommand.ledger.append.Tip;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What clients were told and what readers saw, kept outside of everything that can fail; and whether the ledger agrees with it. */
final class Book {
    private final Map<String, Outcome> told = new LinkedHashMap<>();
    private final Map<Long, Header> seen = new HashMap<>();
    private final List<String> wrong = new ArrayList<>();

    /** Of one attempt, known by the id of its first event. An attempt without an outcome may or may not be in. */
    void tell(Commit attempt, Outcome outcome) {
        told.put(idOf(attempt), outcome);
    }

    void saw(Header header) {
        var before = seen.putIfAbsent(header.number(), header);
        if (before != null && !before.hash().equals(header.hash())) {
            wrong.add("Commit %d was read as %s and later as %s."
                    .formatted(header.number(), before.hash(), header.hash()));
        }
    }

    void note(String mistake) {
        wrong.add(mistake);
    }

    static String idOf(Commit attempt) {
        return attempt.events().getFirst().eventId();
    }

    /** Nothing of it is in, and the client was told so. */
    static boolean isDefinite(Refused refused) {
        return refused.why() instanceof ConflictException
                || refused.why() instanceof DuplicateCommandException
                || refused.why() instanceof LedgerBusyException
                || refused.why() instanceof NotTakenException;
    }

    /** What is wrong with the ledger, given what was told and read; nothing if all is well. */
    List<String> check(List<StoredCommit> committed) {
        checkLog(committed);
        var byEvent = new HashMap<String, RecordedCommit>();
        var byNumber = new HashMap<Long, RecordedCommit>();
        for (var stored : committed) {
            byNumber.put(stored.number(), stored.commit());
            stored.commit().events().forEach(event -> byEvent.put(event.eventId(), stored.commit()));
        }
        checkTold(byEvent, byNumber);
        for (var header : seen.values()) {
            var now = byNumber.get(header.number());
            if (now == null || !now.hash().equals(header.hash())) {
                wrong.add("Commit %d was read and has vanished.".formatted(header.number()));
            }
        }
        return List.copyOf(wrong);
    }

    private void checkLog(List<StoredCommit> committed) {
        var chain = new Chain(Tip.OF_EMPTY);
        var commands = new HashSet<CommandName>();
        var events = new HashSet<String>();
        var sequences = new HashMap<String, Long>();
        for (var stored : committed) {
            var before = chain.tip();
            var commit = stored.commit();
            if (commit.number() != before.number() + 1) {
                wrong.add("After commit %d comes commit %d.".formatted(before.number(), commit.number()));
                return;
            }
            if (!stored.previous().equals(before.hash())
                    || !chain.add(commit.epoch(), commit.recordedAt(), commit.command(), commit.events())
                            .commit()
                            .equals(commit)) {
                wrong.add("Commit %d does not name the one before it.".formatted(commit.number()));
                return;
            }
            if (commit.recordedAt().isBefore(before.recordedAt()) || commit.epoch() < before.epoch()) {
                wrong.add("Time or epoch falls at commit %d.".formatted(commit.number()));
            }
            if (commit.command() != null && !commands.add(CommandName.of(commit.command()))) {
                wrong.add("Command %s was carried out twice."
                        .formatted(commit.command().commandId()));
            }
            for (var event : commit.events()) {
                if (!events.add(event.eventId())) {
                    wrong.add("Event %s is there twice.".formatted(event.eventId()));
                }
                var last = sequences.getOrDefault(event.stream(), -1L);
                if (event.sequence() != last + 1) {
                    wrong.add("After %s@%d comes %d.".formatted(event.stream(), last, event.sequence()));
                }
                sequences.put(event.stream(), event.sequence());
            }
        }
    }

    private void checkTold(Map<String, RecordedCommit> byEvent, Map<Long, RecordedCommit> byNumber) {
        var numbers = new HashSet<Long>();
        told.forEach((id, outcome) -> {
            var found = byEvent.get(id);
            switch (outcome) {
                case Recorded(var commit) -> {
                    if (!commit.equals(found)) {
                        wrong.add("Lost: %s was acknowledged as commit %d.".formatted(id, commit.number()));
                    }
                    if (!numbers.add(commit.number())) {
                        wrong.add("Commit %d was acknowledged twice.".formatted(commit.number()));
                    }
                }
                case Refused refused -> {
                    if (isDefinite(refused) && found != null) {
                        wrong.add("Ghost: %s was reported as failed (%s) and is commit %d."
                                .formatted(id, refused.why().getMessage(), found.number()));
                    }
                    if (refused.why() instanceof DuplicateCommandException duplicate
                            && !duplicate
                                    .recorded()
                                    .equals(byNumber.get(duplicate.recorded().number()))) {
                        wrong.add("Lost: %s was called a repetition of commit %d."
                                .formatted(id, duplicate.recorded().number()));
                    }
                    if (String.valueOf(refused.why().getMessage()).contains("put back")) {
                        wrong.add("False alarm: " + refused.why().getMessage());
                    }
                }
            }
        });
    }

    private record CommandName(String actor, String id) {
        static CommandName of(CommandKey key) {
            return new CommandName(key.actor(), key.commandId());
        }
    }
}
