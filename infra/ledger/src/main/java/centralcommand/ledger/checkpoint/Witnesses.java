package centralcommand.ledger.checkpoint;

import centralcommand.ledger.Ledger;
import centralcommand.ledger.LedgerException;
import centralcommand.ledger.proof.SignedNote;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has every checkpoint cosigned by those who watch this ledger. */
public final class Witnesses {
    private static final Logger LOG = LoggerFactory.getLogger(Witnesses.class);

    private final Ledger ledger;
    private final Checkpoints checkpoints;
    private final List<Witness> witnesses;

    public Witnesses(Ledger ledger, Checkpoints checkpoints, List<Witness> witnesses) {
        this.ledger = ledger;
        this.checkpoints = checkpoints;
        this.witnesses = List.copyOf(witnesses);
    }

    /** Brings the checkpoint up to date and to the witnesses. One that does not cosign keeps no other from it, and is asked again next time. */
    public void watch() throws InterruptedException {
        var latest = checkpoints.upToDate();
        if (latest.isEmpty()) {
            return;
        }
        var note = SignedNote.parse(latest.get().text());
        var cosigned = note;
        for (var witness : witnesses) {
            if (!witness.hasCosigned(cosigned)) {
                cosigned = cosignedBy(witness, cosigned);
            }
        }
        if (!cosigned.equals(note)) {
            checkpoints.keep(cosigned);
        }
    }

    private SignedNote cosignedBy(Witness witness, SignedNote note) throws InterruptedException {
        try {
            return witness.cosign(note, ledger.tree());
        } catch (LedgerException e) {
            LOG.warn("{}", e.getMessage());
            return note;
        }
    }
}
