package centralcommand.verify.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class GrowingTreeTest {
    private static final HexFormat HEX = HexFormat.of();
    /** The leaves and roots with which implementations of Certificate Transparency are tested. */
    static final List<String> LEAVES =
            List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");

    static final List<String> ROOTS = List.of(
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    @Test
    void the_published_leaves_have_the_published_roots() {
        var sha = new Sha256();
        var tree = new GrowingTree();
        for (var i = 0; i < LEAVES.size(); i++) {
            var leaf = HEX.parseHex(LEAVES.get(i));
            tree.add(sha.leaf(leaf, leaf.length));
            assertThat(HEX.formatHex(tree.root())).isEqualTo(ROOTS.get(i));
        }
    }

    @Test
    void a_tree_without_leaves_has_the_hash_of_nothing() {
        assertThat(HEX.formatHex(new GrowingTree().root()))
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    @Test
    void every_size_has_the_root_that_the_definition_gives_it() {
        var leaves = ReferenceTree.leaves(130);
        var tree = new GrowingTree();
        for (var i = 0; i < leaves.size(); i++) {
            tree.add(leaves.get(i));
            assertThat(tree.root()).isEqualTo(ReferenceTree.root(leaves.subList(0, i + 1)));
        }
    }

    @Test
    void adding_a_leaf_tells_the_complete_subtrees_that_end_with_it_smallest_first() {
        var leaves = ReferenceTree.leaves(12);
        var tree = new GrowingTree();
        for (var i = 1; i <= 12; i++) {
            var completed = tree.add(leaves.get(i - 1));
            assertThat(completed).hasSize(Integer.numberOfTrailingZeros(i));
            for (var level = 0; level < completed.size(); level++) {
                assertThat(completed.get(level)).isEqualTo(ReferenceTree.root(leaves.subList(i - (2 << level), i)));
            }
        }
    }
}
