package centralcommand.query.server.seal;

import centralcommand.ledger.Ledger;
import centralcommand.ledger.LedgerException;
import centralcommand.ledger.Notes.Note;
import centralcommand.ledger.checkpoint.Checkpoints;
import centralcommand.ledger.checkpoint.Witness;
import centralcommand.ledger.proof.Checkpoint;
import centralcommand.ledger.proof.KeyHistory;
import centralcommand.ledger.proof.SignedNote;
import centralcommand.query.contract.history.Seal;
import centralcommand.query.contract.history.Seal.Witnessed;
import centralcommand.query.server.view.Seals;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The last checkpoint, claimed only if its signature and its root hold. */
final class LedgerSeals implements Seals {
    private final Ledger ledger;
    private final Checkpoints checkpoints;
    private final List<Witness> witnesses;

    LedgerSeals(Ledger ledger, Checkpoints checkpoints, List<Witness> witnesses) {
        this.ledger = ledger;
        this.checkpoints = checkpoints;
        this.witnesses = List.copyOf(witnesses);
    }

    @Override
    public long commits() {
        return ledger.commits();
    }

    @Override
    public @Nullable String alarm() {
        List<String> alarms = Stream.concat(
                        checkpoints.alarm().stream(), witnesses.stream().flatMap(witness -> witness.alarm().stream()))
                .toList();
        return alarms.isEmpty() ? null : String.join(" ", alarms);
    }

    @Override
    public @Nullable Seal latest() {
        try {
            return seal();
        } catch (LedgerException e) {
            // The alarm says why.
            return null;
        }
    }

    private @Nullable Seal seal() {
        Optional<KeyHistory> keys = checkpoints.keys();
        Optional<Note> latest = checkpoints.latest();
        if (keys.isEmpty() || latest.isEmpty()) {
            return null;
        }
        SignedNote note = SignedNote.parse(latest.get().text());
        return keys.get()
                .checkpoint(note)
                .filter(this::holds)
                .map(checkpoint -> new Seal(
                        checkpoint.size(),
                        ledger.readCommits(checkpoint.size() - 1, 1).getFirst().lastPosition(),
                        checkpoint.root().hex(),
                        keys.get().keyAt(checkpoint.size()).text(),
                        witnessed(note)))
                .orElse(null);
    }

    private boolean holds(Checkpoint checkpoint) {
        return checkpoint.size() <= ledger.commits()
                && ledger.tree().root(checkpoint.size()).equals(checkpoint.root());
    }

    private List<Witnessed> witnessed(SignedNote note) {
        return witnesses.stream()
                .map(Witness::key)
                .flatMap(witness -> witness.cosignature(note).stream()
                        .map(said -> new Witnessed(witness.name(), Instant.ofEpochSecond(said.timeSeconds()))))
                .toList();
    }
}
