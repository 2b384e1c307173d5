package centralcommand.ledger.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a forger can do with a true proof: change a bit, a hash, their number or order, the leaf, the sizes, the roots. */
class ForgedProofsTest {
    private static final int LARGEST = 130;

    /** All small sizes, and those around powers of two. */
    private static final List<Integer> SIZES = IntStream.rangeClosed(1, LARGEST)
            .filter(size -> size <= 20 || size >= 63 && size <= 65 || size >= 127)
            .boxed()
            .toList();

    private static final int SIZES_BIT_BY_BIT = 12;
    private static final Leaves LEAVES = Leaves.numbered(2 * LARGEST + 2);
    private static final MerkleTree TREE = LEAVES.tree();
    private static final List<Hash> ROOTS =
            IntStream.rangeClosed(0, 2 * LARGEST + 2).mapToObj(TREE::root).toList();
    private static final Hash FORGED = Hash.ofHex("ab".repeat(Hash.BYTES));

    @Test
    void an_inclusion_proof_with_any_other_hashes_is_refused() {
        for (var size : SIZES) {
            var root = ROOTS.get(size);
            for (var leaf = 0; leaf < size; leaf++) {
                for (var forged : forgeries(TREE.inclusionProof(leaf, size), root, LEAVES.leaf(leaf))) {
                    assertThat(Proofs.includes(LEAVES.leaf(leaf), leaf, size, forged, root))
                            .isFalse();
                }
            }
        }
    }

    @Test
    void an_inclusion_proof_does_not_hold_for_another_leaf_place_or_root() {
        for (var size : SIZES) {
            var root = ROOTS.get(size);
            for (var leaf = 0; leaf < size; leaf++) {
                var proof = TREE.inclusionProof(leaf, size);
                for (var other = -1; other <= size; other++) {
                    if (other == leaf) {
                        continue;
                    }
                    assertThat(Proofs.includes(LEAVES.leaf(leaf), other, size, proof, root))
                            .isFalse();
                    if (other >= 0) {
                        assertThat(Proofs.includes(LEAVES.leaf(other), leaf, size, proof, root))
                                .isFalse();
                    }
                }
                for (var other : List.of(0, size / 2, size - 1, size + 1, 2 * size)) {
                    assertThat(Proofs.includes(LEAVES.leaf(leaf), leaf, other, proof, ROOTS.get(other)))
                            .isFalse();
                }
                assertThat(Proofs.includes(LEAVES.leaf(leaf), leaf, 2L * size, proof, root))
                        .isFalse();
                assertThat(Proofs.includes(LEAVES.leaf(leaf), leaf, size / 2, proof, root))
                        .isFalse();
                assertThat(Proofs.includes(LEAVES.leaf(leaf), leaf, -size, proof, root))
                        .isFalse();
                assertThat(Proofs.includes(LEAVES.leaf(leaf), leaf, size, proof, FORGED))
                        .isFalse();
                assertThat(Proofs.includes(FORGED, leaf, size, proof, root)).isFalse();
            }
        }
    }

    @Test
    void a_consistency_proof_with_any_other_hashes_is_refused() {
        for (var to : SIZES) {
            var toRoot = ROOTS.get(to);
            for (var from = 1; from <= to; from++) {
                var fromRoot = ROOTS.get(from);
                for (var forged : forgeries(TREE.consistencyProof(from, to), toRoot, fromRoot)) {
                    assertThat(Proofs.consistent(from, fromRoot, to, toRoot, forged))
                            .isFalse();
                }
            }
        }
    }

    @Test
    void a_consistency_proof_does_not_hold_for_other_sizes_or_roots() {
        for (var to : SIZES) {
            var toRoot = ROOTS.get(to);
            for (var from = 1; from < to; from++) {
                var fromRoot = ROOTS.get(from);
                var proof = TREE.consistencyProof(from, to);
                for (var other = -1; other <= to + 1; other++) {
                    if (other != from) {
                        assertThat(Proofs.consistent(other, rootOf(other), to, toRoot, proof))
                                .isFalse();
                    }
                    if (other != to) {
                        assertThat(Proofs.consistent(from, fromRoot, other, rootOf(other), proof))
                                .isFalse();
                    }
                }
                assertThat(Proofs.consistent(from, fromRoot, 2L * to, toRoot, proof))
                        .isFalse();
                assertThat(Proofs.consistent(from, toRoot, to, fromRoot, proof)).isFalse();
                assertThat(Proofs.consistent(from, FORGED, to, toRoot, proof)).isFalse();
                assertThat(Proofs.consistent(from, fromRoot, to, FORGED, proof)).isFalse();
            }
        }
    }

    @Test
    void a_rewritten_leaf_has_no_consistency_with_what_was_seen_before() {
        for (var rewritten = 0; rewritten < 20; rewritten++) {
            var leaves = new ArrayList<Hash>();
            for (var i = 0; i < 40; i++) {
                leaves.add(i == rewritten ? FORGED : LEAVES.leaf(i));
            }
            var other = new Leaves(leaves).tree();
            for (var seen = rewritten + 1; seen < 40; seen++) {
                assertThat(Proofs.consistent(
                                seen, ROOTS.get(seen), 40, other.root(40), other.consistencyProof(seen, 40)))
                        .isFalse();
            }
        }
    }

    @Test
    void a_path_that_goes_on_above_the_root_is_refused_though_its_hashes_lead_to_a_real_root() {
        var left = LEAVES.leaf(0);
        var right = LEAVES.leaf(1);

        assertThat(Proofs.includes(right, 0, 1, List.of(left), ROOTS.get(2))).isFalse();
        assertThat(Proofs.includes(LEAVES.leaf(2), 0, 1, List.of(ROOTS.get(2)), ROOTS.get(3)))
                .isFalse();

        // That three leaves grew to four is true of the right half of the tree of eight.
        var rightHalf = TREE.consistencyProof(7, 8);
        assertThat(Proofs.consistent(7, ROOTS.get(7), 8, ROOTS.get(8), rightHalf))
                .isTrue();
        assertThat(Proofs.consistent(3, ROOTS.get(7), 4, ROOTS.get(8), rightHalf))
                .isFalse();
    }

    @Test
    void each_single_bit_of_a_proof_counts() {
        for (var size = 1; size <= SIZES_BIT_BY_BIT; size++) {
            var root = ROOTS.get(size);
            for (var i = 0; i < size; i++) {
                for (var forged : withEachBitChanged(TREE.inclusionProof(i, size))) {
                    assertThat(Proofs.includes(LEAVES.leaf(i), i, size, forged, root))
                            .isFalse();
                }
                for (var forged : withEachBitChanged(TREE.consistencyProof(i + 1, size))) {
                    assertThat(Proofs.consistent(i + 1, ROOTS.get(i + 1), size, root, forged))
                            .isFalse();
                }
            }
        }
    }

    @Test
    void trees_of_one_size_are_consistent_only_if_they_are_the_same_and_nothing_else_is_claimed() {
        assertThat(Proofs.consistent(3, FORGED, 3, ROOTS.get(3), List.of())).isFalse();
        assertThat(Proofs.consistent(3, ROOTS.get(3), 3, ROOTS.get(3), List.of(FORGED)))
                .isFalse();
        assertThat(Proofs.consistent(3, ROOTS.get(3), 2, ROOTS.get(2), List.of()))
                .isFalse();
    }

    @Test
    void every_tree_begins_with_the_empty_one_but_only_with_its_real_root() {
        assertThat(Proofs.consistent(0, Hash.over(), 5, ROOTS.get(5), List.of()))
                .isTrue();
        assertThat(Proofs.consistent(0, Hash.over(), 0, Hash.over(), List.of())).isTrue();
        assertThat(Proofs.consistent(0, FORGED, 5, ROOTS.get(5), List.of())).isFalse();
        assertThat(Proofs.consistent(0, FORGED, 0, FORGED, List.of())).isFalse();
        assertThat(Proofs.consistent(0, Hash.over(), 5, ROOTS.get(5), List.of(FORGED)))
                .isFalse();
        assertThat(Proofs.includes(Hash.over(), 0, 0, List.of(), Hash.over())).isFalse();
    }

    private static Hash rootOf(int size) {
        return size < 0 ? FORGED : ROOTS.get(size);
    }

    private static List<List<Hash>> forgeries(List<Hash> proof, Hash root, Hash start) {
        var forgeries = new ArrayList<List<Hash>>();
        for (var i = 0; i <= proof.size(); i++) {
            for (var added : List.of(FORGED, root, start)) {
                var longer = new ArrayList<>(proof);
                longer.add(i, added);
                forgeries.add(longer);
            }
        }
        for (var i = 0; i < proof.size(); i++) {
            var changed = new ArrayList<>(proof);
            changed.set(i, FORGED);
            forgeries.add(changed);
            var doubled = new ArrayList<>(proof);
            doubled.add(i, proof.get(i));
            forgeries.add(doubled);
            var shorter = new ArrayList<>(proof);
            shorter.remove(i);
            forgeries.add(shorter);
            for (var j = i + 1; j < proof.size(); j++) {
                var swapped = new ArrayList<>(proof);
                Collections.swap(swapped, i, j);
                forgeries.add(swapped);
            }
        }
        if (!proof.isEmpty()) {
            forgeries.add(List.of());
        }
        return forgeries;
    }

    private static List<List<Hash>> withEachBitChanged(List<Hash> proof) {
        var forgeries = new ArrayList<List<Hash>>();
        for (var i = 0; i < proof.size(); i++) {
            for (var bit = 0; bit < 8 * Hash.BYTES; bit++) {
                var bytes = proof.get(i).bytes();
                bytes[bit / 8] ^= (byte) (1 << (bit % 8));
                var changed = new ArrayList<>(proof);
                changed.set(i, Hash.of(bytes));
                forgeries.add(changed);
            }
        }
        return forgeries;
    }
}
