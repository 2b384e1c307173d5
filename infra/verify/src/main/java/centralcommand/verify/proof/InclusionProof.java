package centralcommand.verify.proof;

import java.util.Arrays;
import java.util.List;

/** Shows that a leaf is in a tree (RFC 6962, section 2.1.1). */
public final class InclusionProof {
    private InclusionProof() {}

    /**
     * Whether the hashes lead from the leaf to the root, by the walk of RFC 9162, section 2.1.3.2.
     *
     * @param index of the leaf, from 0
     * @param size leaves of the tree
     * @param leafHash of 32 bytes
     * @param proof hashes of 32 bytes from the leaf upwards
     */
    public static boolean holds(long index, long size, byte[] leafHash, List<byte[]> proof, byte[] root) {
        if (index < 0 || index >= size) {
            return false;
        }
        var sha = new Sha256();
        var at = index;
        var last = size - 1;
        var hash = leafHash;
        for (var sibling : proof) {
            if (last == 0) {
                return false;
            }
            if ((at & 1) == 1 || at == last) {
                hash = sha.node(sibling, hash);
                while ((at & 1) == 0 && at != 0) {
                    at >>>= 1;
                    last >>>= 1;
                }
            } else {
                hash = sha.node(hash, sibling);
            }
            at >>>= 1;
            last >>>= 1;
        }
        return last == 0 && Arrays.equals(hash, root);
    }
}
