package centralcommand.verify.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Against a tree written after RFC 6962 alone, for every leaf of every tree of up to forty leaves. */
class InclusionProofTest {
    private static final int MOST = 40;

    @Test
    void every_leaf_is_shown_to_be_in_every_tree_and_nowhere_else() {
        for (var size = 1; size <= MOST; size++) {
            var leaves = ReferenceTree.leaves(size);
            var root = ReferenceTree.root(leaves);
            for (var index = 0; index < size; index++) {
                var leaf = leaves.get(index);
                var proof = ReferenceTree.inclusion(index, leaves);
                assertThat(InclusionProof.holds(index, size, leaf, proof, root))
                        .as("%d of %d", index, size)
                        .isTrue();
                assertThat(InclusionProof.holds(index + 1, size, leaf, proof, root))
                        .isFalse();
                assertThat(InclusionProof.holds(index, size, ReferenceTree.leaf(leaf), proof, root))
                        .isFalse();
                assertThat(InclusionProof.holds(index, size, leaf, longer(proof, root), root))
                        .isFalse();
                if (!proof.isEmpty()) {
                    assertThat(InclusionProof.holds(index, size, leaf, proof.subList(1, proof.size()), root))
                            .isFalse();
                }
            }
        }
    }

    @Test
    void absurd_places_are_no_proof() {
        var leaf = ReferenceTree.leaves(1).getFirst();
        assertThat(InclusionProof.holds(-1, 1, leaf, List.of(), leaf)).isFalse();
        assertThat(InclusionProof.holds(Long.MAX_VALUE, Long.MIN_VALUE, leaf, List.of(), leaf))
                .isFalse();
        assertThat(InclusionProof.holds(0, Long.MAX_VALUE, leaf, List.of(), leaf))
                .isFalse();
    }

    private static List<byte[]> longer(List<byte[]> proof, byte[] more) {
        var longer = new ArrayList<>(proof);
        longer.add(more);
        return longer;
    }
}
