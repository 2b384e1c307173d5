package centralcommand.verify;

import centralcommand.verify.note.SignedNote;
import centralcommand.verify.proof.ConsistencyProof;
import centralcommand.verify.proof.InclusionProof;
import centralcommand.verify.source.ProofFile;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.HexFormat;

/** Checks one proof against the checkpoints that an auditor holds, with no ledger at all. */
final class ProofVerification {
    private final PrintStream out;
    private final Checkpoints.Trust trust;
    private boolean wrong;
    private boolean open;

    ProofVerification(PrintStream out, Checkpoints.Trust trust) {
        this.out = out;
        this.trust = trust;
    }

    /** Says what the proof shows; the result is how the process ends. */
    int run(ProofFile file) {
        switch (file) {
            case ProofFile.Inclusion inclusion -> check(inclusion);
            case ProofFile.Consistency consistency -> check(consistency);
        }
        out.println(wrong ? "SOMETHING IS WRONG" : open ? "NOT SHOWN TO BE THE LEDGER'S" : "NOTHING IS WRONG");
        return wrong ? Verify.SOMETHING_WRONG : open ? Verify.NOT_VERIFIED : Verify.ALL_HOLDS;
    }

    private void check(ProofFile.Inclusion it) {
        var holds = InclusionProof.holds(it.commit() - 1, it.size(), it.hash(), it.proof(), it.root());
        wrong |= !holds;
        out.println("Commit %d with the hash %s %s in the tree of %d commits with the root %s."
                .formatted(
                        it.commit(), hex(it.hash()), holds ? "is" : "IS NOT SHOWN TO BE", it.size(), hex(it.root())));
        out.println(
                "That position %d came with that commit is not proved by this: the hash of the commit tells, worked out from an exported file."
                        .formatted(it.position()));
        compare(it.size(), it.root());
    }

    private void check(ProofFile.Consistency it) {
        var holds = ConsistencyProof.holds(it.from(), it.fromRoot(), it.to(), it.toRoot(), it.proof());
        wrong |= !holds;
        out.println("The tree of %d commits with the root %s %s the beginning of that of %d commits with the root %s."
                .formatted(
                        it.from(), hex(it.fromRoot()), holds ? "is" : "IS NOT SHOWN TO BE", it.to(), hex(it.toRoot())));
        compare(it.from(), it.fromRoot());
        compare(it.to(), it.toRoot());
    }

    private void compare(long size, byte[] root) {
        var compared = false;
        for (var outside : trust.checkpoints()) {
            if (outside.checkpoint().size() == size) {
                compared = true;
                compare(outside, root);
            }
        }
        if (!compared) {
            open = true;
            out.println(
                    "No checkpoint of %d commits was given with --checkpoint, so nothing says that this root is the ledger's."
                            .formatted(size));
        }
    }

    private void compare(Checkpoints.Outside outside, byte[] root) {
        if (!Arrays.equals(outside.checkpoint().root(), root)) {
            wrong = true;
            out.println("%s is of %d commits, too, and has another root: there are two histories."
                    .formatted(outside.name(), outside.checkpoint().size()));
            return;
        }
        out.println("%s has this root for %d commits."
                .formatted(outside.name(), outside.checkpoint().size()));
        if (trust.keys().isEmpty()) {
            open = true;
            out.println("Its signature was not checked: name the ledger's key with --key.");
        } else {
            var signed =
                    trust.keys().stream().anyMatch(key -> outside.note().signedBy(key) == SignedNote.Verdict.SIGNED);
            wrong |= !signed;
            out.println(signed ? "It is signed by the key given." : "It IS NOT signed by the key given.");
        }
        for (var witness : trust.witnesses()) {
            var verdict = outside.note().signedBy(witness);
            wrong |= verdict == SignedNote.Verdict.FORGED;
            out.println(
                    switch (verdict) {
                        case SIGNED -> "The witness %s has cosigned it.".formatted(witness.name());
                        case FORGED -> "A line claims to be by the witness %s and is not.".formatted(witness.name());
                        case ABSENT -> "The witness %s has not cosigned it.".formatted(witness.name());
                    });
        }
    }

    private static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }
}
