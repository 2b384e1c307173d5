package centralcommand.ledger.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Leaves with the tree over them as RFC 6962 defines it: by recursion, with nothing clever. */
final class Leaves implements MerkleTree.Nodes {
    private record Place(int level, long index) {}

    private final List<Hash> leaves;
    private final Map<Place, Hash> nodes = new HashMap<>();
    private int reads;

    Leaves(List<Hash> leaves) {
        this.leaves = leaves;
    }

    static Leaves numbered(int count) {
        var leaves = new ArrayList<Hash>();
        for (var i = 0; i < count; i++) {
            leaves.add(Hash.ofLeaf("leaf %d".formatted(i).getBytes(UTF_8)));
        }
        return new Leaves(leaves);
    }

    Hash leaf(int index) {
        return leaves.get(index);
    }

    MerkleTree tree() {
        return new MerkleTree(this);
    }

    Hash root(int size) {
        return definition(leaves.subList(0, size));
    }

    /** RFC 6962, section 2.1: MTH. */
    private static Hash definition(List<Hash> leaves) {
        if (leaves.isEmpty()) {
            return Hash.over();
        }
        if (leaves.size() == 1) {
            return leaves.getFirst();
        }
        var left = 1;
        while (2 * left < leaves.size()) {
            left *= 2;
        }
        return Hash.ofNode(definition(leaves.subList(0, left)), definition(leaves.subList(left, leaves.size())));
    }

    @Override
    public Hash node(int level, long index) {
        reads++;
        var place = new Place(level, index);
        var known = nodes.get(place);
        if (known == null) {
            var start = Math.toIntExact(index << level);
            known = definition(leaves.subList(start, start + (1 << level)));
            nodes.put(place, known);
        }
        return known;
    }

    int readsSince(int before) {
        return reads - before;
    }

    int reads() {
        return reads;
    }
}
