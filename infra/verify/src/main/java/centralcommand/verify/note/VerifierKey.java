package centralcommand.verify.note;

import centralcommand.verify.proof.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/** A public key with a name, written {@code name+key id+base64}: of a log, or of a witness. */
public final class VerifierKey {
    private static final byte[] ED25519_KEY_INFO = HexFormat.of().parseHex("302a300506032b6570032100");
    private static final int SIGNATURE_LENGTH = 64;

    private final String name;
    private final Type type;
    private final int keyId;
    private final byte[] publicBytes;
    private final PublicKey publicKey;

    private VerifierKey(String name, Type type, byte[] publicBytes) throws MalformedNoteException {
        this.name = name;
        this.type = type;
        this.publicBytes = publicBytes;
        this.keyId = keyId(name, type, publicBytes);
        try {
            var encoded = ByteBuffer.allocate(ED25519_KEY_INFO.length + publicBytes.length)
                    .put(ED25519_KEY_INFO)
                    .put(publicBytes);
            this.publicKey = KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded.array()));
        } catch (GeneralSecurityException e) {
            throw new MalformedNoteException("the verifier key holds no Ed25519 public key");
        }
    }

    /** What a key signs. */
    public enum Type {
        /** The text of a note. */
        NOTE(1),
        /** A time and the text of a checkpoint (C2SP tlog-cosignature, version 1). */
        COSIGNATURE(4);

        private final byte code;

        Type(int code) {
            this.code = (byte) code;
        }
    }

    /** Reads a verifier key; its key id must be the one that belongs to its name and public key. */
    public static VerifierKey parse(String verifierKey) throws MalformedNoteException {
        var parts = verifierKey.split("\\+", 3);
        if (parts.length != 3 || !isName(parts[0])) {
            throw new MalformedNoteException("a verifier key has the form name+key id+base64");
        }
        var bytes = Base64Text.decode(parts[2]);
        if (bytes.length != 33) {
            throw new MalformedNoteException("the verifier key is not one of Ed25519");
        }
        for (var type : Type.values()) {
            if (type.code == bytes[0]) {
                var key = new VerifierKey(parts[0], type, Arrays.copyOfRange(bytes, 1, bytes.length));
                if (!HexFormat.of().toHexDigits(key.keyId).equals(parts[1])) {
                    throw new MalformedNoteException("the key id of the verifier key is not that of its name and key");
                }
                return key;
            }
        }
        throw new MalformedNoteException("the verifier key is of a type that is not known here");
    }

    /** The key under this name with these 32 bytes. */
    public static VerifierKey of(String name, Type type, byte[] publicBytes) throws MalformedNoteException {
        if (!isName(name) || publicBytes.length != 32) {
            throw new MalformedNoteException("the name of a key is one word without a plus sign, its length 32 bytes");
        }
        return new VerifierKey(name, type, publicBytes.clone());
    }

    public String name() {
        return name;
    }

    public Type type() {
        return type;
    }

    public int keyId() {
        return keyId;
    }

    /** Whether the line says that it is by this key. */
    public boolean matches(NoteSignature signature) {
        return signature.keyId() == keyId && signature.name().equals(name);
    }

    /** Whether the signature is by this key and over this text. */
    public boolean verifies(String text, NoteSignature signature) {
        return matches(signature)
                && switch (type) {
                    case NOTE -> verifies(text.getBytes(StandardCharsets.UTF_8), signature.bytes());
                    case COSIGNATURE -> verifiesCosignature(text, signature.bytes());
                };
    }

    private boolean verifiesCosignature(String text, byte[] timeAndSignature) {
        if (timeAndSignature.length != 8 + SIGNATURE_LENGTH) {
            return false;
        }
        var seconds = ByteBuffer.wrap(timeAndSignature).getLong();
        return seconds > 0
                && verifies(cosigned(seconds, text), Arrays.copyOfRange(timeAndSignature, 8, timeAndSignature.length));
    }

    /** What a witness signs: that at this time, in seconds since 1970, this was the largest checkpoint it had seen. */
    public static byte[] cosigned(long seconds, String text) {
        return ("cosignature/v1\ntime " + seconds + "\n" + text).getBytes(StandardCharsets.UTF_8);
    }

    private boolean verifies(byte[] message, byte[] signatureBytes) {
        if (signatureBytes.length != SIGNATURE_LENGTH) {
            return false;
        }
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initVerify(publicKey);
            signature.update(message);
            return signature.verify(signatureBytes);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** Whether a key may be called so. */
    public static boolean isName(String name) {
        return !name.isEmpty()
                && name.codePoints()
                        .noneMatch(c -> c == '+'
                                || Character.isWhitespace(c)
                                || Character.isSpaceChar(c)
                                || Character.isISOControl(c));
    }

    private static int keyId(String name, Type type, byte[] publicBytes) {
        var nameBytes = name.getBytes(StandardCharsets.UTF_8);
        var all = ByteBuffer.allocate(nameBytes.length + 2 + publicBytes.length)
                .put(nameBytes)
                .put((byte) '\n')
                .put(type.code)
                .put(publicBytes);
        return ByteBuffer.wrap(new Sha256().of(all.array())).getInt();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerifierKey key
                && name.equals(key.name)
                && type == key.type
                && Arrays.equals(publicBytes, key.publicBytes);
    }

    @Override
    public int hashCode() {
        return keyId;
    }

    /** As it is written for others: {@code name+key id+base64}. */
    @Override
    public String toString() {
        var typed = ByteBuffer.allocate(1 + publicBytes.length).put(type.code).put(publicBytes);
        return name + "+" + HexFormat.of().toHexDigits(keyId) + "+" + Base64Text.encode(typed.array());
    }
}
