package centralcommand.verify.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConsistencyProofTest {
    private static final int LARGEST = 40;
    private static final List<byte[]> LEAVES = ReferenceTree.leaves(LARGEST);

    @Test
    void the_published_proofs_hold() {
        assertPublished(
                1,
                8,
                "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4");
        assertPublished(
                6,
                8,
                "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
                "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7");
        assertPublished(
                2,
                5,
                "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b");
        assertPublished(1, 1);
    }

    private static void assertPublished(int oldSize, int newSize, String... proof) {
        var hex = HexFormat.of();
        assertThat(ConsistencyProof.holds(
                        oldSize,
                        hex.parseHex(GrowingTreeTest.ROOTS.get(oldSize - 1)),
                        newSize,
                        hex.parseHex(GrowingTreeTest.ROOTS.get(newSize - 1)),
                        List.of(proof).stream().map(hex::parseHex).toList()))
                .isTrue();
    }

    @Test
    void between_any_two_sizes_the_true_proof_holds() {
        for (var m = 0; m <= LARGEST; m++) {
            for (var n = m; n <= LARGEST; n++) {
                assertThat(holds(m, n, ReferenceTree.consistency(m, LEAVES.subList(0, n))))
                        .as("%d to %d", m, n)
                        .isTrue();
            }
        }
    }

    @Test
    void a_proof_with_one_wrong_bit_does_not_hold() {
        for (var m = 1; m < LARGEST; m++) {
            var proof = ReferenceTree.consistency(m, LEAVES);
            for (var i = 0; i < proof.size(); i++) {
                var forged = new ArrayList<>(proof);
                var hash = proof.get(i).clone();
                hash[31] ^= 1;
                forged.set(i, hash);
                assertThat(holds(m, LARGEST, forged)).as("%d, hash %d", m, i).isFalse();
            }
        }
    }

    @Test
    void a_proof_with_a_hash_too_many_or_too_few_does_not_hold() {
        for (var m = 1; m < LARGEST; m++) {
            var proof = ReferenceTree.consistency(m, LEAVES);
            for (var i = 0; i <= proof.size(); i++) {
                var longer = new ArrayList<>(proof);
                longer.add(i, LEAVES.getFirst());
                assertThat(holds(m, LARGEST, longer))
                        .as("%d, one more at %d", m, i)
                        .isFalse();
            }
            for (var i = 0; i < proof.size(); i++) {
                var shorter = new ArrayList<>(proof);
                shorter.remove(i);
                assertThat(holds(m, LARGEST, shorter)).as("%d without %d", m, i).isFalse();
            }
        }
    }

    @Test
    void a_proof_for_other_sizes_does_not_hold() {
        for (var m = 1; m < LARGEST; m++) {
            for (var other = 1; other < LARGEST; other++) {
                if (other != m) {
                    assertThat(holds(m, LARGEST, ReferenceTree.consistency(other, LEAVES)))
                            .as("%d with the proof of %d", m, other)
                            .isFalse();
                }
            }
        }
    }

    @Test
    void a_tree_does_not_shrink_and_of_one_size_there_is_one_root() {
        assertThat(ConsistencyProof.holds(5, root(5), 3, root(3), List.of())).isFalse();
        assertThat(ConsistencyProof.holds(5, root(5), 5, root(4), List.of())).isFalse();
        assertThat(ConsistencyProof.holds(-1, root(5), 5, root(5), List.of())).isFalse();
        assertThat(ConsistencyProof.holds(0, root(0), 5, root(5), List.of(root(1))))
                .isFalse();
    }

    private static boolean holds(int m, int n, List<byte[]> proof) {
        return ConsistencyProof.holds(m, root(m), n, root(n), proof);
    }

    private static byte[] root(int size) {
        return ReferenceTree.root(LEAVES.subList(0, size));
    }
}
