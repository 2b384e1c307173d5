package centralcommand.verify.proof;

import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256, and the two ways in which RFC 6962 uses it. For one thread at a time. */
public final class Sha256 {
    /** Bytes of a hash. */
    public static final int LENGTH = 32;

    private final MessageDigest digest = digest();

    /** Hash of these bytes. */
    public byte[] of(byte[] bytes) {
        return digest.digest(bytes);
    }

    /** Writes the hash of these bytes into a buffer, which saves a copy. */
    public void of(byte[] bytes, byte[] into, int offset) {
        digest.update(bytes);
        try {
            digest.digest(into, offset, LENGTH);
        } catch (DigestException e) {
            throw new IllegalStateException("The buffer has no room for a hash", e);
        }
    }

    /** Hash of a leaf: of a zero byte and the leaf. */
    public byte[] leaf(byte[] bytes, int length) {
        digest.update((byte) 0);
        digest.update(bytes, 0, length);
        return digest.digest();
    }

    /** Hash of an inner node: of a one byte and what stands below it. */
    public byte[] node(byte[] left, byte[] right) {
        digest.update((byte) 1);
        digest.update(left);
        return digest.digest(right);
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
