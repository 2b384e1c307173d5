package centralcommand.witness;

import centralcommand.verify.note.Base64Text;
import centralcommand.verify.note.MalformedNoteException;
import centralcommand.verify.note.NoteSignature;
import centralcommand.verify.note.VerifierKey;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** The key with which a witness cosigns. It is made on the first start and never leaves its file. */
final class WitnessKey {
    private static final int PUBLIC_LENGTH = 32;

    private final VerifierKey verifierKey;
    private final PrivateKey privateKey;

    private WitnessKey(VerifierKey verifierKey, PrivateKey privateKey) {
        this.verifierKey = verifierKey;
        this.privateKey = privateKey;
    }

    /**
     * Reads the key, or makes one.
     *
     * @param name what the witness is called; null for the name that it has, or one made from its key
     */
    static WitnessKey in(Path file, @Nullable String name) throws WitnessException {
        try {
            if (!Files.exists(file)) {
                return created(file, name);
            }
            var key = read(file);
            if (name != null && !key.verifierKey.name().equals(name)) {
                throw new WitnessException(
                        "The key in %s belongs to the name %s; a witness of another name needs a folder of its own."
                                .formatted(file, key.verifierKey.name()));
            }
            return key;
        } catch (IOException e) {
            throw new WitnessException("The key in %s cannot be read or written: %s".formatted(file, e.getMessage()));
        } catch (GeneralSecurityException | MalformedNoteException e) {
            throw new WitnessException("The file %s holds no key of a witness.".formatted(file));
        }
    }

    private static WitnessKey created(Path file, @Nullable String name)
            throws IOException, GeneralSecurityException, WitnessException {
        var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        var encoded = pair.getPublic().getEncoded();
        var publicBytes = Arrays.copyOfRange(encoded, encoded.length - PUBLIC_LENGTH, encoded.length);
        var called = name != null ? name : "witness-" + HexFormat.of().formatHex(publicBytes, 0, 6);
        try {
            var key = new WitnessKey(
                    VerifierKey.of(called, VerifierKey.Type.COSIGNATURE, publicBytes), pair.getPrivate());
            DurableFile.write(
                    file,
                    key.verifierKey + "\n" + Base64Text.encode(pair.getPrivate().getEncoded()) + "\n");
            return key;
        } catch (MalformedNoteException e) {
            throw new WitnessException("The name %s cannot be used: %s.".formatted(called, e.getMessage()));
        }
    }

    private static WitnessKey read(Path file)
            throws IOException, GeneralSecurityException, MalformedNoteException, WitnessException {
        var open = EnumSet.complementOf(EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE));
        open.retainAll(Files.getPosixFilePermissions(file));
        if (!open.isEmpty()) {
            throw new WitnessException(
                    "The key in %s can be read by others; only its owner may (chmod 600).".formatted(file));
        }
        var lines = Files.readAllLines(file);
        if (lines.size() != 2) {
            throw new MalformedNoteException("two lines are needed");
        }
        var verifierKey = VerifierKey.parse(lines.getFirst());
        var privateKey = KeyFactory.getInstance("Ed25519")
                .generatePrivate(new PKCS8EncodedKeySpec(Base64Text.decode(lines.getLast())));
        var key = new WitnessKey(verifierKey, privateKey);
        if (verifierKey.type() != VerifierKey.Type.COSIGNATURE
                || !verifierKey.verifies("trial\n", key.cosign("trial\n", 1))) {
            throw new MalformedNoteException("the two halves do not belong together");
        }
        return key;
    }

    /** What others check cosignatures with. */
    VerifierKey verifierKey() {
        return verifierKey;
    }

    /** Signs that at this time, in seconds since 1970, this was the largest checkpoint that the witness had seen. */
    NoteSignature cosign(String text, long seconds) throws GeneralSecurityException {
        var signature = Signature.getInstance("Ed25519");
        signature.initSign(privateKey);
        signature.update(VerifierKey.cosigned(seconds, text));
        var signed = signature.sign();
        var bytes =
                ByteBuffer.allocate(Long.BYTES + signed.length).putLong(seconds).put(signed);
        return new NoteSignature(verifierKey.name(), verifierKey.keyId(), bytes.array());
    }
}
