package centralcommand.ledger.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import centralcommand.ledger.append.Chain;
import centralcommand.ledger.append.Tip;
import centralcommand.ledger.proof.Hash;
import centralcommand.ledger.proof.MerkleTree;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NodesOnDiskTest {
    /** More than are held back in memory before they are written. */
    private static final int COMMITS = 3_000;

    @Test
    void the_tree_has_the_root_that_it_had_at_every_size_also_while_it_grows() {
        var chain = new Chain(Tip.OF_EMPTY);
        var roots = new ArrayList<>(List.of(Hash.over()));
        try (var nodes = new NodesOnDisk()) {
            var tree = new MerkleTree(nodes);
            for (var n = 1; n <= COMMITS; n++) {
                nodes.add(chain.add(1, Instant.EPOCH, null, List.of()));
                roots.add(chain.tip().frontier().root());
                if (n % 700 == 0) {
                    assertThat(tree.root(n)).isEqualTo(roots.get(n));
                }
            }
            for (var size = 0; size <= COMMITS; size++) {
                assertThat(tree.root(size)).isEqualTo(roots.get(size));
            }
            assertThatThrownBy(() -> tree.root(COMMITS + 1)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
