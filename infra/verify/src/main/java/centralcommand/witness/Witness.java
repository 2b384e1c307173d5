package centralcommand.witness;

import centralcommand.verify.note.Checkpoint;
import centralcommand.verify.note.NoteSignature;
import centralcommand.verify.note.SignedNote;
import centralcommand.verify.note.SignedNote.Verdict;
import centralcommand.verify.note.VerifierKey;
import centralcommand.verify.proof.ConsistencyProof;
import centralcommand.verify.proof.GrowingTree;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Decides what is cosigned: a checkpoint that a trusted key of the log has signed and whose tree grew out of the last one cosigned. It
 * remembers before it answers, and looks at one request at a time, so that it never vouches for two histories.
 */
final class Witness {
    private final List<VerifierKey> logKeys;
    private final WitnessKey key;
    private final WitnessState state;
    private final InstantSource clock;

    Witness(List<VerifierKey> logKeys, WitnessKey key, WitnessState state, InstantSource clock) {
        this.logKeys = List.copyOf(logKeys);
        this.key = key;
        this.state = state;
        this.clock = clock;
    }

    /** What the log is told. */
    sealed interface Answer {
        /** The line with the cosignature, which is remembered by now. */
        record Cosigned(String line, long size) implements Answer {}

        record Malformed(String why) implements Answer {}

        record UnknownOrigin() implements Answer {}

        record NotSigned() implements Answer {}

        /** The old size is not that of the last checkpoint cosigned, which is this one. */
        record OtherSize(long size) implements Answer {}

        /** The sizes are equal and the roots are not: the log has signed two histories. */
        record OtherRoot(long size) implements Answer {}

        record ProofFails(long size) implements Answer {}
    }

    synchronized Answer add(String body) throws IOException {
        AddCheckpoint request;
        try {
            request = AddCheckpoint.parse(body);
        } catch (AddCheckpoint.MalformedRequestException e) {
            return new Answer.Malformed(String.valueOf(e.getMessage()));
        }
        var checkpoint = request.checkpoint();
        if (!checkpoint.origin().equals(logKeys.getFirst().name())) {
            return new Answer.UnknownOrigin();
        }
        var verdicts = logKeys.stream().map(request.note()::signedBy).toList();
        if (verdicts.contains(Verdict.FORGED) || !verdicts.contains(Verdict.SIGNED)) {
            return new Answer.NotSigned();
        }
        if (request.oldSize() > checkpoint.size()) {
            return new Answer.Malformed("the old size is larger than the checkpoint");
        }
        var known = state.kept().map(WitnessState.Kept::checkpoint);
        long knownSize = known.map(Checkpoint::size).orElse(0L);
        if (request.oldSize() != knownSize) {
            return new Answer.OtherSize(knownSize);
        }
        if (known.isPresent()
                && checkpoint.size() == knownSize
                && !Arrays.equals(checkpoint.root(), known.get().root())) {
            return new Answer.OtherRoot(knownSize);
        }
        if (!grew(known, request)) {
            return new Answer.ProofFails(knownSize);
        }
        return cosign(request);
    }

    private static boolean grew(Optional<Checkpoint> known, AddCheckpoint request) {
        var checkpoint = request.checkpoint();
        var oldRoot = known.map(Checkpoint::root).orElseGet(() -> new GrowingTree().root());
        return ConsistencyProof.holds(
                request.oldSize(), oldRoot, checkpoint.size(), checkpoint.root(), request.proof());
    }

    private Answer cosign(AddCheckpoint request) throws IOException {
        var note = request.note();
        NoteSignature cosignature;
        try {
            cosignature = key.cosign(note.text(), clock.instant().getEpochSecond());
        } catch (GeneralSecurityException e) {
            throw new IOException("The key cannot sign", e);
        }
        // Lines of strangers are left out; what stays was checked.
        var lines = new ArrayList<String>();
        note.signatures().stream()
                .filter(signature -> logKeys.stream().anyMatch(logKey -> logKey.matches(signature)))
                .distinct()
                .forEach(signature -> lines.add(SignedNote.line(signature)));
        var line = SignedNote.line(cosignature);
        lines.add(line);
        state.keep(new WitnessState.Kept(request.checkpoint(), note.text() + "\n" + String.join("", lines)));
        return new Answer.Cosigned(line, request.checkpoint().size());
    }

    /** The last checkpoint cosigned, with its signatures. */
    synchronized Optional<String> checkpoint() {
        return state.kept().map(WitnessState.Kept::note);
    }
}
