package centralcommand.verify.proof;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

/** The definitions of RFC 6962, section 2.1, as they are written there: slow, and obviously right. */
public final class ReferenceTree {
    private ReferenceTree() {}

    /** MTH(D[n]), of leaf hashes. */
    public static byte[] root(List<byte[]> leaves) {
        if (leaves.isEmpty()) {
            return sha256(new byte[0]);
        }
        if (leaves.size() == 1) {
            return leaves.getFirst();
        }
        var k = split(leaves.size());
        return node(root(leaves.subList(0, k)), root(leaves.subList(k, leaves.size())));
    }

    /** PROOF(m, D[n]), of leaf hashes. */
    public static List<byte[]> consistency(int m, List<byte[]> leaves) {
        return m == 0 || m == leaves.size() ? List.of() : subproof(m, leaves, true);
    }

    private static List<byte[]> subproof(int m, List<byte[]> leaves, boolean known) {
        var n = leaves.size();
        if (m == n) {
            return known ? List.of() : List.of(root(leaves));
        }
        var k = split(n);
        var proof = new ArrayList<byte[]>();
        if (m <= k) {
            proof.addAll(subproof(m, leaves.subList(0, k), known));
            proof.add(root(leaves.subList(k, n)));
        } else {
            proof.addAll(subproof(m - k, leaves.subList(k, n), false));
            proof.add(root(leaves.subList(0, k)));
        }
        return proof;
    }

    /** PATH(m, D[n]), of leaf hashes. */
    public static List<byte[]> inclusion(int m, List<byte[]> leaves) {
        var n = leaves.size();
        if (n == 1) {
            return List.of();
        }
        var k = split(n);
        var left = leaves.subList(0, k);
        var right = leaves.subList(k, n);
        var path = new ArrayList<>(m < k ? inclusion(m, left) : inclusion(m - k, right));
        path.add(root(m < k ? right : left));
        return path;
    }

    private static int split(int n) {
        return Integer.highestOneBit(n - 1);
    }

    /** Hash of a leaf. */
    public static byte[] leaf(byte[] data) {
        return sha256(new byte[] {0}, data);
    }

    static byte[] node(byte[] left, byte[] right) {
        return sha256(new byte[] {1}, left, right);
    }

    /** Hash of these parts, one after the other. */
    public static byte[] sha256(byte[]... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Leaf hashes of so many different leaves. */
    public static List<byte[]> leaves(int count) {
        var leaves = new ArrayList<byte[]>();
        for (var i = 0; i < count; i++) {
            leaves.add(leaf(("leaf " + i).getBytes(StandardCharsets.UTF_8)));
        }
        return leaves;
    }
}
