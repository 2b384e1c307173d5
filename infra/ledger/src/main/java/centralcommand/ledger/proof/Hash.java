package centralcommand.ledger.proof;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** A SHA-256 hash: 32 bytes that nobody else can change. */
public final class Hash {
    public static final int BYTES = 32;

    /** What stands before the first commit: 32 zero bytes. */
    public static final Hash ZERO = new Hash(new byte[BYTES]);

    private final byte[] bytes;

    private Hash(byte[] bytes) {
        this.bytes = bytes;
    }

    /** @throws IllegalArgumentException unless there are 32 bytes */
    public static Hash of(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("A hash has %d bytes, not %d.".formatted(BYTES, bytes.length));
        }
        return new Hash(bytes.clone());
    }

    /** @throws IllegalArgumentException unless there are 64 hexadecimal digits */
    public static Hash ofHex(String hex) {
        return of(HexFormat.of().parseHex(hex));
    }

    /** The hash of all these bytes, one after the other. */
    public static Hash over(byte[]... parts) {
        var sha256 = sha256();
        for (var part : parts) {
            sha256.update(part);
        }
        return new Hash(sha256.digest());
    }

    /** RFC 6962, section 2.1: the hash of a leaf of the tree. */
    public static Hash ofLeaf(byte[] data) {
        var sha256 = sha256();
        sha256.update((byte) 0);
        sha256.update(data);
        return new Hash(sha256.digest());
    }

    /** RFC 6962, section 2.1: the hash of a node over two others. */
    public static Hash ofNode(Hash left, Hash right) {
        var sha256 = sha256();
        sha256.update((byte) 1);
        sha256.update(left.bytes);
        sha256.update(right.bytes);
        return new Hash(sha256.digest());
    }

    /** What the digest has taken in so far, as a hash; the digest begins anew. */
    static Hash finish(MessageDigest sha256) {
        return new Hash(sha256.digest());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256.", e);
        }
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    void putInto(ByteBuffer target) {
        target.put(bytes);
    }

    /** 64 hexadecimal digits. */
    public String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return hex();
    }
}
