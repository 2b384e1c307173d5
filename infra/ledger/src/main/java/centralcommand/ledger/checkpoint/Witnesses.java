package centralcommand.ledger.checkpoint;

import centralcommand.ledger.Ledger;
import centralcommand.ledger.LedgerException;
import centralcommand.ledger.proof.NoteSignature;
import centralcommand.ledger.proof.SignedNote;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has every checkpoint cosigned by those who watch this ledger. */
public final class Witnesses implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Witnesses.class);

    private final Ledger ledger;
    private final Checkpoints checkpoints;
    private final List<Witness> witnesses;
    private final Set<Witness> beingAsked = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    public Witnesses(Ledger ledger, Checkpoints checkpoints, List<Witness> witnesses) {
        this.ledger = ledger;
        this.checkpoints = checkpoints;
        this.witnesses = List.copyOf(witnesses);
    }

    /**
     * Brings the checkpoint up to date and to the witnesses. Each is asked apart, so that none keeps others from it or holds up what is
     * signed next; one who is still being asked, or does not cosign, is asked again next time.
     *
     * @return completes when those who were asked have answered or were given up
     */
    public CompletableFuture<Void> watch() {
        return checkpoints
                .upToDate()
                .map(latest -> new Cosigning(SignedNote.parse(latest.text())))
                .map(this::bring)
                .orElseGet(() -> CompletableFuture.completedFuture(null));
    }

    private CompletableFuture<Void> bring(Cosigning checkpoint) {
        var signed = checkpoint.note;
        return CompletableFuture.allOf(witnesses.stream()
                .filter(witness -> !witness.hasCosigned(signed))
                .filter(beingAsked::add)
                .map(witness -> CompletableFuture.runAsync(() -> ask(witness, signed, checkpoint), threads))
                .toArray(CompletableFuture[]::new));
    }

    private void ask(Witness witness, SignedNote signed, Cosigning checkpoint) {
        try {
            checkpoint.add(witness.cosign(signed, ledger));
        } catch (TwoHistoriesException e) {
            LOG.error("{}", e.getMessage());
        } catch (LedgerException e) {
            LOG.warn("{}", e.getMessage());
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error("Witness {} could not be asked", witness.key().name(), e);
        } finally {
            beingAsked.remove(witness);
        }
    }

    /** A checkpoint to which cosignatures come, each when it comes; it is kept again with every one. */
    private final class Cosigning {
        private SignedNote note;

        Cosigning(SignedNote note) {
            this.note = note;
        }

        synchronized void add(NoteSignature cosignature) {
            note = note.with(cosignature);
            checkpoints.keep(note);
        }
    }

    /** Gives up those who are being asked. */
    @Override
    public void close() {
        threads.shutdownNow();
        try {
            threads.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
