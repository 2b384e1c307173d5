package centralcommand.verify.note;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** A key that signs as the format says, written without the code that is tested. */
public final class TestKey {
    private final KeyPair pair;

    private TestKey(KeyPair pair) {
        this.pair = pair;
    }

    public static TestKey create() {
        try {
            return new TestKey(KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] publicBytes() {
        var encoded = pair.getPublic().getEncoded();
        return Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
    }

    private byte[] id(String name, int type) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update((name + "\n").getBytes(StandardCharsets.UTF_8));
            digest.update((byte) type);
            return Arrays.copyOf(digest.digest(publicBytes()), 4);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private String verifierKey(String name, int type) {
        var typed = ByteBuffer.allocate(33).put((byte) type).put(publicBytes()).array();
        return name + "+" + HexFormat.of().formatHex(id(name, type)) + "+"
                + Base64.getEncoder().encodeToString(typed);
    }

    /** As the key of a log. */
    public String logKey(String name) {
        return verifierKey(name, 1);
    }

    /** As the key of a witness. */
    public String witnessKey(String name) {
        return verifierKey(name, 4);
    }

    /** The line by which a log signs. */
    public String sign(String name, String text) {
        return line(name, id(name, 1), sign(text));
    }

    /** The line by which a witness cosigns. */
    public String cosign(String name, String text, long seconds) {
        var signature = sign("cosignature/v1\ntime " + seconds + "\n" + text);
        return line(
                name,
                id(name, 4),
                ByteBuffer.allocate(72).putLong(seconds).put(signature).array());
    }

    private static String line(String name, byte[] id, byte[] signature) {
        var bytes =
                ByteBuffer.allocate(4 + signature.length).put(id).put(signature).array();
        return "\u2014 " + name + " " + Base64.getEncoder().encodeToString(bytes) + "\n";
    }

    private byte[] sign(String text) {
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(pair.getPrivate());
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
