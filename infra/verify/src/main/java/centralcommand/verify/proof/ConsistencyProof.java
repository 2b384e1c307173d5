package centralcommand.verify.proof;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/** Shows that a tree grew out of a smaller one only by leaves being added (RFC 6962, section 2.1.2). */
public final class ConsistencyProof {
    private ConsistencyProof() {}

    /**
     * Whether the hashes prove that the first {@code oldSize} leaves of the new tree are those of the old one.
     *
     * @param oldSize leaves of the old tree; from 0
     * @param newSize leaves of the new tree; at least as many
     * @param proof hashes of 32 bytes in the order of RFC 6962; none where the sizes are equal or the old tree is empty
     */
    public static boolean holds(long oldSize, byte[] oldRoot, long newSize, byte[] newRoot, List<byte[]> proof) {
        if (oldSize < 0 || newSize < oldSize) {
            return false;
        }
        if (oldSize == newSize) {
            return proof.isEmpty() && Arrays.equals(oldRoot, newRoot);
        }
        if (oldSize == 0) {
            return proof.isEmpty();
        }
        return walk(oldSize, oldRoot, newSize, newRoot, proof);
    }

    /** The walk up both trees at once that RFC 9162, section 2.1.4.2 describes: old and new hash of the same place, level by level. */
    private static boolean walk(long oldSize, byte[] oldRoot, long newSize, byte[] newRoot, List<byte[]> proof) {
        var sha = new Sha256();
        var oldIndex = oldSize - 1;
        var newIndex = newSize - 1;
        while ((oldIndex & 1) == 1) {
            oldIndex >>>= 1;
            newIndex >>>= 1;
        }
        var hashes = proof.iterator();
        // A complete old tree is itself a node of the new one, and so is not sent along.
        var oldHash = isPowerOfTwo(oldSize) ? oldRoot : next(hashes);
        var newHash = oldHash;
        while (hashes.hasNext()) {
            if (newIndex == 0) {
                return false;
            }
            var hash = hashes.next();
            if ((oldIndex & 1) == 1 || oldIndex == newIndex) {
                oldHash = sha.node(hash, oldHash);
                newHash = sha.node(hash, newHash);
                while ((oldIndex & 1) == 0 && oldIndex != 0) {
                    oldIndex >>>= 1;
                    newIndex >>>= 1;
                }
            } else {
                newHash = sha.node(newHash, hash);
            }
            oldIndex >>>= 1;
            newIndex >>>= 1;
        }
        return newIndex == 0 && Arrays.equals(oldHash, oldRoot) && Arrays.equals(newHash, newRoot);
    }

    private static byte[] next(Iterator<byte[]> hashes) {
        return hashes.hasNext() ? hashes.next() : new byte[0];
    }

    private static boolean isPowerOfTwo(long size) {
        return Long.bitCount(size) == 1;
    }
}
