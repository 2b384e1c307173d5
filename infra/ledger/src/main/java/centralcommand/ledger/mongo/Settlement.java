package centralcommand.ledger.mongo;

import centralcommand.ledger.mongo.Inserted.Refused;
import centralcommand.ledger.mongo.Inserted.Stored;
import centralcommand.ledger.mongo.Inserted.Taken;
import centralcommand.ledger.mongo.Inserted.Unknown;
import centralcommand.ledger.mongo.Settled.End;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;

/**
 * Inserts consecutive commits until it is definite what became of them: the same bytes into the same slots, again and again (rule R3).
 * That a slot was seen empty proves nothing, for an insert may still be on its way; only a slot that is taken is definite.
 */
final class Settlement {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(5);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(500);

    private final Slots slots;
    private final Waiting waiting;
    private final Rules rules;

    Settlement(Slots slots, Waiting waiting, Rules rules) {
        this.slots = slots;
        this.waiting = waiting;
        this.rules = rules;
    }

    /** @param giveUpAt as of {@link Waiting#nanoTime()}; the last try may end a little later */
    Settled settle(List<StoredCommit> commits, long giveUpAt) {
        var recorded = 0;
        var end = commits.size();
        End rest = new End.Done();
        var inDoubt = false;
        var pause = FIRST_PAUSE;
        while (true) {
            var pending = commits.subList(recorded, end);
            String why;
            switch (slots.insert(pending)) {
                case Stored() -> {
                    return new Settled(end, rest);
                }
                case Refused(var index, var reason)
                when index == 0 -> {
                    return new Settled(recorded, new End.Refused(reason, inDoubt));
                }
                case Refused(var index, var reason) -> {
                    end = recorded + index;
                    rest = new End.Refused(reason, inDoubt);
                    why = "those before a refused one were not answered";
                }
                case Unknown unknown -> {
                    if (!rules.insertsAgain(unknown)) {
                        return new Settled(recorded, new End.Refused(unknown.why(), false));
                    }
                    why = unknown.why();
                }
                case Taken() -> {
                    if (!rules.looksWhoTookIt()) {
                        return new Settled(recorded, new End.Refused("its slot is taken", false));
                    }
                    var found = whoTook(pending);
                    recorded += found.recorded();
                    if (recorded == end && found.end() instanceof End.Done) {
                        return new Settled(recorded, rest);
                    }
                    if (!(found.end() instanceof End.Unknown(var reason))) {
                        return new Settled(recorded, found.end());
                    }
                    why = reason;
                }
            }
            inDoubt = true;
            if (waiting.nanoTime() >= giveUpAt) {
                return new Settled(recorded, new End.Unknown(why));
            }
            waiting.pause(pause);
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
    }

    /** Equal hash and our mark: ours. Another one: fenced. An empty slot: somebody's insert is not yet a majority's, or another index has it. */
    private Settled whoTook(List<StoredCommit> pending) {
        var recorded = 0;
        try {
            for (var header : slots.after(pending.getFirst().number() - 1, pending.size())) {
                var expected = pending.get(recorded);
                if (header.number() != expected.number()) {
                    return new Settled(
                            recorded,
                            new End.Unknown("slot %d is empty, but slot %d is not"
                                    .formatted(expected.number(), header.number())));
                }
                if (!header.isOf(expected)) {
                    return new Settled(recorded, new End.Fenced());
                }
                recorded++;
            }
            if (recorded == pending.size()) {
                return new Settled(recorded, new End.Done());
            }
            if (recorded == 0 && clashes(pending.getFirst())) {
                return new Settled(0, new End.Clashed());
            }
        } catch (UnansweredException e) {
            return new Settled(recorded, new End.Unknown(String.valueOf(e.getMessage())));
        }
        return new Settled(recorded, new End.Unknown("a slot is taken by what no majority has yet"));
    }

    /** Only an earlier slot counts: the same command in its own slot would be the commit itself, which has just come in. */
    private boolean clashes(StoredCommit stored) {
        var number = stored.number();
        var command = stored.commit().command();
        if (command != null
                && slots.commitOfCommand(command.actor(), command.commandId())
                        .filter(earlier -> earlier.number() < number)
                        .isPresent()) {
            return true;
        }
        var streams = new HashSet<String>();
        for (var event : stored.commit().events()) {
            if (streams.add(event.stream())
                    && slots.commitOfSequence(event.stream(), event.sequence()).orElse(number) < number) {
                return true;
            }
        }
        return stored.commit().events().stream()
                .anyMatch(event -> slots.commitOfEvent(event.eventId()).orElse(number) < number);
    }
}
