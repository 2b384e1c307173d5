package centralcommand.verify;

import centralcommand.verify.finding.Finding;
import centralcommand.verify.finding.Kind;
import centralcommand.verify.note.Checkpoint;
import centralcommand.verify.note.MalformedNoteException;
import centralcommand.verify.note.SignedNote;
import centralcommand.verify.note.VerifierKey;
import centralcommand.verify.source.ProofFile;
import centralcommand.verify.source.Sources;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the command line asks for.
 *
 * @param source of the ledger to verify; empty where a proof is to be checked without one
 * @param proof to check instead
 */
record Arguments(String source, @Nullable ProofFile proof, Checkpoints.Trust trust) {
    private static final int LONGEST_NOTE = 1_000_000;
    /** In a data folder: what the ledger's key has signed last. */
    private static final String LAST_SIGNED = "ledger-key.last-checkpoint";

    /** The command line cannot be understood, or names what cannot be read; the message says why in a sentence. */
    static final class UsageException extends Exception {
        private static final long serialVersionUID = 1L;

        UsageException(String message) {
            super(message);
        }
    }

    static Arguments parse(String... arguments) throws UsageException {
        String source = null;
        ProofFile proof = null;
        var keys = new ArrayList<VerifierKey>();
        var witnesses = new ArrayList<VerifierKey>();
        var checkpoints = new ArrayList<Checkpoints.Outside>();
        for (var i = 0; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--proof" -> proof = proof(value(arguments, ++i));
                case "--key" -> keys.add(key(value(arguments, ++i), VerifierKey.Type.NOTE));
                case "--witness" -> witnesses.add(key(value(arguments, ++i), VerifierKey.Type.COSIGNATURE));
                case "--checkpoint" -> checkpoints.add(checkpoint(value(arguments, ++i), true));
                default -> {
                    if (arguments[i].startsWith("--") || source != null) {
                        throw new UsageException(
                                "%s is not understood here; --help shows what is.".formatted(arguments[i]));
                    }
                    source = arguments[i];
                }
            }
        }
        if (proof != null && source != null) {
            throw new UsageException(
                    "--proof checks a proof without a ledger; leave %s out, or leave --proof out.".formatted(source));
        }
        if (source == null && proof == null) {
            throw new UsageException(
                    "Say what is to be verified: a data folder, a file or an address; --help shows more.");
        }
        var defects = new ArrayList<Finding>();
        var lastSigned = source == null ? null : lastSigned(source);
        if (lastSigned != null) {
            try {
                checkpoints.add(checkpoint(lastSigned.toString(), false));
            } catch (UsageException e) {
                // The auditor did not ask for it, so the rest is looked at all the same.
                defects.add(Finding.of(Kind.MALFORMED, String.valueOf(e.getMessage())));
            }
        }
        return new Arguments(
                source == null ? "" : source,
                proof,
                new Checkpoints.Trust(
                        List.copyOf(keys), List.copyOf(witnesses), List.copyOf(checkpoints), List.copyOf(defects)));
    }

    /** Read before the ledger, for one that is at work signs on. */
    private static @Nullable Path lastSigned(String source) {
        if (Sources.isAddress(source)) {
            return null;
        }
        var file = Path.of(source).resolve(LAST_SIGNED);
        return Files.isRegularFile(file) ? file : null;
    }

    private static String value(String[] arguments, int index) throws UsageException {
        if (index >= arguments.length) {
            throw new UsageException("%s needs a value.".formatted(arguments[index - 1]));
        }
        return arguments[index];
    }

    private static VerifierKey key(String text, VerifierKey.Type type) throws UsageException {
        try {
            var key = VerifierKey.parse(text);
            if (key.type() == type) {
                return key;
            }
        } catch (MalformedNoteException e) {
            throw new UsageException("%s is no verifier key: %s.".formatted(text, e.getMessage()));
        }
        throw new UsageException(
                type == VerifierKey.Type.NOTE
                        ? "%s is the key of a witness; --key takes that of the ledger.".formatted(text)
                        : "%s is the key of a ledger; --witness takes that of a witness.".formatted(text));
    }

    private static Checkpoints.Outside checkpoint(String file, boolean elsewhere) throws UsageException {
        try {
            var note = SignedNote.parse(read(Path.of(file)));
            return new Checkpoints.Outside(file, note, Checkpoint.parse(note.text()), elsewhere);
        } catch (MalformedNoteException e) {
            throw new UsageException("%s holds no signed checkpoint: %s.".formatted(file, e.getMessage()));
        }
    }

    private static ProofFile proof(String file) throws UsageException {
        try {
            return ProofFile.parse(read(Path.of(file)));
        } catch (ProofFile.MalformedProofException e) {
            throw new UsageException("%s holds no proof: %s.".formatted(file, e.getMessage()));
        }
    }

    private static String read(Path file) throws UsageException {
        try (var in = Files.newInputStream(file)) {
            var bytes = in.readNBytes(LONGEST_NOTE + 1);
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UsageException("%s cannot be read: %s".formatted(file, e.getMessage()));
        }
    }
}
