package centralcommand.witness;

import centralcommand.verify.note.Base64Text;
import centralcommand.verify.note.Checkpoint;
import centralcommand.verify.note.MalformedNoteException;
import centralcommand.verify.note.SignedNote;
import centralcommand.verify.proof.Sha256;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a log asks of a witness (C2SP tlog-witness, add-checkpoint).
 *
 * @param oldSize leaves of the checkpoint from which the proof goes out
 * @param proof that the tree grew from there to the new checkpoint
 * @param note the new checkpoint with its signatures
 */
record AddCheckpoint(long oldSize, List<byte[]> proof, SignedNote note, Checkpoint checkpoint) {
    private static final int MOST_HASHES = 63;

    static AddCheckpoint parse(String body) throws MalformedRequestException {
        var split = body.indexOf("\n\n");
        if (split < 0) {
            throw new MalformedRequestException("the request has no empty line before the checkpoint");
        }
        var lines = body.substring(0, split).split("\n", MOST_HASHES + 2);
        if (lines.length > MOST_HASHES + 1) {
            throw new MalformedRequestException("the proof has more than %d hashes".formatted(MOST_HASHES));
        }
        if (!lines[0].startsWith("old ")) {
            throw new MalformedRequestException("the first line is not old and a size");
        }
        try {
            var oldSize = Checkpoint.size(lines[0].substring("old ".length()));
            var proof = new ArrayList<byte[]>();
            for (var i = 1; i < lines.length; i++) {
                var hash = Base64Text.decode(lines[i]);
                if (hash.length != Sha256.LENGTH) {
                    throw new MalformedRequestException("a line of the proof is no hash of 32 bytes");
                }
                proof.add(hash);
            }
            var note = SignedNote.parse(body.substring(split + 2));
            return new AddCheckpoint(oldSize, proof, note, Checkpoint.parse(note.text()));
        } catch (MalformedNoteException e) {
            throw new MalformedRequestException(e.getMessage());
        }
    }

    /** The request is not one; the message says why. */
    static final class MalformedRequestException extends Exception {
        private static final long serialVersionUID = 1L;

        MalformedRequestException(@Nullable String message) {
            super(message);
        }
    }
}
