package centralcommand.ledger.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MerkleTreeTest {
    private static final int SIZES = 130;
    private static final Leaves LEAVES = Leaves.numbered(SIZES);
    private static final MerkleTree TREE = LEAVES.tree();

    @Test
    void the_definition_the_tree_and_the_right_edge_agree_on_the_root_of_every_size() {
        var edge = Frontier.EMPTY;
        for (var size = 0; size <= SIZES; size++) {
            assertThat(TREE.root(size)).isEqualTo(LEAVES.root(size));
            assertThat(TREE.frontier(size)).isEqualTo(edge);
            assertThat(edge.root()).isEqualTo(LEAVES.root(size));
            if (size < SIZES) {
                edge = edge.append(LEAVES.leaf(size)).frontier();
            }
        }
    }

    @Test
    void a_leaf_completes_the_subtrees_that_end_with_it_smallest_first() {
        var edge = Frontier.EMPTY;
        for (var size = 1; size <= SIZES; size++) {
            var grown = edge.append(LEAVES.leaf(size - 1));
            assertThat(grown.completed()).hasSize(Integer.numberOfTrailingZeros(size));
            for (var level = 1; level <= grown.completed().size(); level++) {
                assertThat(grown.completed().get(level - 1)).isEqualTo(LEAVES.node(level, (size >> level) - 1));
            }
            edge = grown.frontier();
        }
    }

    @Test
    void every_inclusion_proof_of_every_size_holds() {
        for (var size = 1; size <= SIZES; size++) {
            for (var leaf = 0; leaf < size; leaf++) {
                var proof = TREE.inclusionProof(leaf, size);
                assertThat(Proofs.includes(LEAVES.leaf(leaf), leaf, size, proof, LEAVES.root(size)))
                        .isTrue();
            }
        }
    }

    @Test
    void every_consistency_proof_between_two_sizes_holds() {
        for (var to = 0; to <= SIZES; to++) {
            for (var from = 0; from <= to; from++) {
                var proof = TREE.consistencyProof(from, to);
                assertThat(Proofs.consistent(from, LEAVES.root(from), to, LEAVES.root(to), proof))
                        .isTrue();
            }
        }
    }

    @Test
    void no_answer_reads_more_than_two_nodes_for_each_level() {
        var levels = 64 - Long.numberOfLeadingZeros(SIZES);
        for (var size = 1; size <= SIZES; size++) {
            var before = LEAVES.reads();
            assertThat(TREE.root(size)).isNotNull();
            assertThat(LEAVES.readsSince(before)).isLessThanOrEqualTo(levels);
            for (var other = 1; other <= size; other++) {
                before = LEAVES.reads();
                assertThat(TREE.inclusionProof(other - 1, size)).hasSizeLessThanOrEqualTo(levels);
                assertThat(LEAVES.readsSince(before)).isLessThanOrEqualTo(2 * levels);
                before = LEAVES.reads();
                assertThat(TREE.consistencyProof(other, size)).hasSizeLessThanOrEqualTo(levels + 1);
                assertThat(LEAVES.readsSince(before)).isLessThanOrEqualTo(2 * levels);
            }
        }
    }

    @Test
    void the_largest_tree_that_can_be_counted_has_a_root_and_proofs() {
        var same = new MerkleTree((level, index) -> Hash.ZERO);
        var proof = same.inclusionProof(Long.MAX_VALUE - 1, Long.MAX_VALUE);

        assertThat(proof).hasSize(62);
        assertThat(Proofs.includes(Hash.ZERO, Long.MAX_VALUE - 1, Long.MAX_VALUE, proof, same.root(Long.MAX_VALUE)))
                .isTrue();
        assertThat(same.consistencyProof(Long.MAX_VALUE - 1, Long.MAX_VALUE)).isNotEmpty();
    }

    @Test
    void what_a_tree_does_not_have_is_refused_in_a_sentence() {
        assertThatThrownBy(() -> TREE.root(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A tree cannot have -1 leaves.");
        assertThatThrownBy(() -> TREE.inclusionProof(5, 5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A tree of 5 leaves has no leaf with index 5.");
        assertThatThrownBy(() -> TREE.inclusionProof(-1, 5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A tree of 5 leaves has no leaf with index -1.");
        assertThatThrownBy(() -> TREE.consistencyProof(6, 5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A tree of 5 leaves cannot begin with all leaves of one of 6.");
        assertThatThrownBy(() -> TREE.consistencyProof(-1, 5)).isInstanceOf(IllegalArgumentException.class);
    }
}
