package centralcommand.ledger.mongo;

import centralcommand.ledger.Commit;
import centralcommand.ledger.LedgerException;
import centralcommand.ledger.RecordedCommit;
import centralcommand.ledger.append.Adoption;
import centralcommand.ledger.append.Chain;
import centralcommand.ledger.append.GroupCommit;
import centralcommand.ledger.append.Lookups;
import centralcommand.ledger.append.Outcome;
import centralcommand.ledger.append.Placed;
import centralcommand.ledger.append.Placement;
import centralcommand.ledger.append.Placement.Check;
import centralcommand.ledger.append.RecentStreams;
import centralcommand.ledger.append.Tip;
import centralcommand.ledger.mongo.Settled.End;
import centralcommand.ledger.proof.Frontier;
import centralcommand.ledger.proof.Hash;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The one writer of this process, by the rules of decision 0011. Other writers may be at work on the same ledger: each slot is won by
 * one of them, and the others read on and check again. For one thread at a time.
 */
final class MongoWriter implements GroupCommit.Writer {
    private static final int HEADERS_AT_ONCE = 1_000;
    private static final Duration LOOK_AGAIN_AFTER = Duration.ofSeconds(1);
    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final long MOST_BYTES_AT_ONCE = 2L * Commit.MAX_BYTES;
    private static final long EVENT_BYTES = 1_024;

    private final String ledger;
    private final String name;
    private final Slots slots;
    private final Clock clock;
    private final HighWater highWater;
    private final Waiting waiting;
    private final Duration limit;
    private final Rules rules;
    private final Settlement settlement;
    private final Turns turns;
    private final Lookups lookups = new Asked();

    /** Of the streams that this writer has written to or seen written to since its tip was read from scratch. */
    private final RecentStreams<Long> lastSequences = new RecentStreams<>();

    /** Committed by a majority (rule R1), or not read yet; others may have gone on from there. */
    private Tip tip = Tip.OF_EMPTY;

    private boolean tipIsKnown;
    private long tipSeenAt;

    /** Whether this process has marked its take-over (rule R6). */
    private boolean tookOver;

    /** What an earlier call had to leave without an outcome; nothing else is written before it has one. */
    private List<StoredCommit> unsettled = List.of();

    private long giveUpAt;

    /**
     * @param name of this writer; no other one ever has it
     * @param limit how long the outcome of a batch may stay unknown before its callers are told so
     */
    MongoWriter(
            String ledger,
            String name,
            Slots slots,
            Clock clock,
            HighWater highWater,
            Waiting waiting,
            Duration limit,
            Rules rules) {
        this.ledger = ledger;
        this.name = name;
        this.slots = slots;
        this.clock = clock;
        this.highWater = highWater;
        this.waiting = waiting;
        this.limit = limit;
        this.rules = rules;
        this.settlement = new Settlement(slots, waiting, rules);
        this.turns = new Turns(waiting);
    }

    @Override
    public List<Outcome> write(List<Commit> commits) {
        highWater.refuseIfLost();
        turns.begin();
        var batch = new Batch(commits);
        try {
            begin();
            takeOver();
            write(batch);
        } catch (UnansweredException e) {
            // Whatever was tried has its outcome by now; the others were not tried, or are known not to have come in.
            batch.refuseRest(new NotTakenException("Nothing was appended: " + e.getMessage()));
        }
        turns.end();
        return batch.outcomes();
    }

    private void begin() {
        giveUpAt = waiting.nanoTime() + limit.toNanos();
        if (!unsettled.isEmpty() && settle(unsettled).end() instanceof End.Unknown(var why)) {
            throw stillUnsettled(why);
        }
        if (!tipIsKnown) {
            lastSequences.clear();
            tip = patiently(this::readTip);
            tipIsKnown = true;
            tipSeenAt = waiting.nanoTime();
        } else if (rules.looksAtTheTipAgain() && waiting.nanoTime() - tipSeenAt > LOOK_AGAIN_AFTER.toNanos()) {
            readOn();
        }
    }

    /** R6: once in the life of a process, and not on an empty ledger, where there is nothing to take over. */
    private void takeOver() {
        while (!tookOver) {
            refuseIfTooLate();
            if (tip.number() == 0) {
                tookOver = true;
            } else {
                mark();
            }
        }
    }

    private void write(Batch batch) {
        var check = Check.SEQUENCES;
        var most = Integer.MAX_VALUE;
        while (batch.isOpen()) {
            refuseIfTooLate();
            var before = tip;
            var placed = batch.place(new Placement(tip, lookups, now(), check), most);
            if (placed.isEmpty()) {
                answerIfNobodyWasFaster(batch);
                continue;
            }
            var settled = insert(before.hash(), placed);
            if (settled.recorded() > 0) {
                batch.recorded(settled.recorded());
                tip = batch.tipAfter(settled.recorded());
            }
            switch (settled.end()) {
                case End.Done() -> check = Check.SEQUENCES;
                case End.Fenced() -> {
                    readOn();
                    check = Check.SEQUENCES;
                }
                case End.Clashed() -> {
                    if (check == Check.EVERYTHING) {
                        waiting.pause(PAUSE); // The answers that it was placed by were old ones.
                    }
                    readOn();
                    check = Check.EVERYTHING;
                }
                case End.Refused(var why, var inDoubt) -> {
                    if (placed.size() - settled.recorded() == 1 || !rules.triesEachAlone()) {
                        batch.refuse(settled.recorded(), refused(why, inDoubt));
                    } else {
                        most = 1;
                    }
                }
                case End.Unknown(var why) -> {
                    batch.refuse(settled.recorded(), unknown(why));
                    throw stillUnsettled(why);
                }
            }
        }
    }

    /** All that is open was refused as of the tip. That holds if the tip is still the last commit; else it is looked at again. */
    private void answerIfNobodyWasFaster(Batch batch) {
        var before = tip.number();
        readOn();
        if (tip.number() == before) {
            batch.recorded(0);
        }
    }

    /** An empty commit of the next epoch. What was on its way to the slot after the tip cannot come in any more. */
    private boolean mark() {
        var chain = new Chain(tip);
        var recordedAt = now().isBefore(tip.recordedAt()) ? tip.recordedAt() : now();
        var settled = insert(tip.hash(), List.of(chain.add(tip.epoch() + 1, recordedAt, null, List.of())));
        return switch (settled.end()) {
            case End.Done() -> {
                tip = chain.tip();
                yield true;
            }
            case End.Fenced(), End.Clashed() -> {
                readOn();
                yield false;
            }
            case End.Refused(var why, var inDoubt) ->
                throw new LedgerException("The ledger %s takes no commit: %s.".formatted(ledger, why));
            case End.Unknown(var why) -> throw stillUnsettled(why);
        };
    }

    /** R2: one command in flight, and none before the one before it is settled. */
    private Settled insert(Hash previous, List<Placed> placed) {
        var started = waiting.nanoTime();
        var settled = settle(StoredCommit.after(previous, placed, name));
        turns.wrote(waiting.nanoTime() - started);
        tipIsKnown = true;
        return settled;
    }

    private Settled settle(List<StoredCommit> stored) {
        // Remembered first, so that no error on the way makes the writer forget what it has sent.
        unsettled = stored;
        tipIsKnown = false;
        var settled = settlement.settle(stored, giveUpAt);
        var in = stored.subList(0, settled.recorded());
        for (var each : in) {
            each.commit().events().forEach(event -> lastSequences.put(event.stream(), event.sequence()));
        }
        if (!in.isEmpty()) {
            highWater.saw(in.getLast().commit());
            tipSeenAt = waiting.nanoTime();
            tookOver = true;
        }
        unsettled = settled.end() instanceof End.Unknown
                ? List.copyOf(stored.subList(settled.recorded(), stored.size()))
                : List.of();
        return settled;
    }

    /** Takes commits of another ledger as they are, without an epoch of its own: they keep their numbers. */
    void adopt(List<RecordedCommit> commits) {
        highWater.refuseIfLost();
        begin();
        readOn();
        var adoption = new Adoption(tip, lookups);
        var placed = commits.stream().map(adoption::take).toList();
        var previous = tip.hash();
        tipIsKnown = false;
        for (var command : commandsOf(placed)) {
            giveUpAt = waiting.nanoTime() + limit.toNanos();
            var settled = settle(StoredCommit.after(previous, command, name));
            if (!(settled.end() instanceof End.Done)) {
                throw new LedgerException("Commit %d could not be taken into %s: %s."
                        .formatted(command.get(settled.recorded()).commit().number(), ledger, settled.end()));
            }
            previous = command.getLast().commit().hash();
        }
    }

    private static List<List<Placed>> commandsOf(List<Placed> placed) {
        var commands = new ArrayList<List<Placed>>();
        var command = new ArrayList<Placed>();
        var bytes = 0L;
        for (var each : placed) {
            var size = bytes(each.commit());
            if (bytes + size > MOST_BYTES_AT_ONCE) {
                commands.add(List.copyOf(command));
                command.clear();
                bytes = 0;
            }
            command.add(each);
            bytes += size;
        }
        if (!command.isEmpty()) {
            commands.add(command);
        }
        return commands;
    }

    private static long bytes(RecordedCommit commit) {
        return commit.events().stream()
                .mapToLong(event -> EVENT_BYTES + event.payload().length + event.metadata().length)
                .sum();
    }

    private Tip readTip() {
        var last = slots.last();
        if (last.isEmpty()) {
            refuseIfOlderThanSeen(0);
            return Tip.OF_EMPTY;
        }
        var header = last.get();
        refuseIfOlderThanSeen(header.number());
        highWater.saw(header);
        return tip(header, RightEdge.of(header.number(), slots));
    }

    /** Reads what others have appended, and sees at the same time that the tip is still there. */
    private void readOn() {
        int found;
        do {
            var headers = patiently(this::headersFromTheTipOn);
            headers.forEach(this::extend);
            found = headers.size();
        } while (found >= HEADERS_AT_ONCE - 1);
        tipSeenAt = waiting.nanoTime();
    }

    private List<Header> headersFromTheTipOn() {
        var headers = slots.after(Math.max(0, tip.number() - 1), HEADERS_AT_ONCE);
        var last = headers.isEmpty() ? 0 : headers.getLast().number();
        if (tip.number() > 0 && (headers.isEmpty() || !headers.getFirst().hash().equals(tip.hash()))) {
            highWater.refuseIfGone(slots, tip.number(), tip.hash());
            throw oldAnswer();
        }
        if (headers.size() < HEADERS_AT_ONCE) {
            refuseIfOlderThanSeen(last);
        }
        return tip.number() > 0 ? headers.subList(1, headers.size()) : headers;
    }

    private void refuseIfOlderThanSeen(long number) {
        var mark = highWater.mark();
        if (number < mark.number()) {
            highWater.refuseIfGone(slots, mark.number(), mark.hash());
            throw oldAnswer();
        }
    }

    private void extend(Header header) {
        if (header.number() != tip.number() + 1
                || header.first() != tip.position() + 1
                || !header.previous().equals(tip.hash())) {
            throw new LedgerException("The ledger %s is broken: commit %d does not follow commit %d."
                    .formatted(ledger, header.number(), tip.number()));
        }
        tip = tip(header, tip.frontier().append(header.hash()).frontier());
        lastSequences.putAll(header.lastSequences());
        highWater.saw(header);
    }

    private static Tip tip(Header last, Frontier frontier) {
        return new Tip(last.number(), last.lastPosition(), last.recordedAt(), last.epoch(), last.hash(), frontier);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private <T> T patiently(Supplier<T> question) {
        while (true) {
            try {
                return question.get();
            } catch (UnansweredException e) {
                if (waiting.nanoTime() >= giveUpAt) {
                    throw e;
                }
                waiting.pause(PAUSE);
            }
        }
    }

    private void refuseIfTooLate() {
        if (waiting.nanoTime() >= giveUpAt) {
            throw new UnansweredException(
                    "%s gave no room to write within %d seconds.".formatted(ledger, limit.toSeconds()), null);
        }
    }

    private LedgerException refused(String why, boolean inDoubt) {
        try {
            if (!inDoubt || mark()) {
                return new NotTakenException(
                        "Nothing was appended: the ledger %s does not take the commit: %s.".formatted(ledger, why));
            }
        } catch (UnansweredException e) {
            return unknown(why);
        }
        return unknown(why);
    }

    private LedgerException unknown(String why) {
        return new LedgerException(
                "Whether the commit is in the ledger %s could not be learned within %d seconds: %s. Sending the same command id again is safe."
                        .formatted(ledger, limit.toSeconds(), why));
    }

    private UnansweredException stillUnsettled(String why) {
        return new UnansweredException("an earlier append to %s has no outcome yet (%s).".formatted(ledger, why), null);
    }

    private UnansweredException oldAnswer() {
        return new UnansweredException(
                "%s answers with what it had a while ago; it may be changing its primary.".formatted(ledger), null);
    }

    /** What placements ask. Answers are not kept: only what was written or read on with the tip is sure to be as new as the tip. */
    private final class Asked implements Lookups {
        @Override
        public Optional<RecordedCommit> commandOf(String actor, String commandId) {
            return patiently(() -> slots.commitOfCommand(actor, commandId));
        }

        @Override
        public long lastSequence(String stream) {
            var known = lastSequences.get(stream);
            return known != null ? known : patiently(() -> slots.lastSequence(stream));
        }

        @Override
        public boolean hasEvent(String eventId) {
            return patiently(() -> slots.commitOfEvent(eventId)).isPresent();
        }
    }
}
