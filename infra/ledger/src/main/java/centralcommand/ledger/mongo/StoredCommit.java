package centralcommand.ledger.mongo;

import centralcommand.ledger.RecordedCommit;
import centralcommand.ledger.append.Placed;
import centralcommand.ledger.proof.Hash;
import java.util.ArrayList;
import java.util.List;

/**
 * What one document holds.
 *
 * @param previous hash of the commit before, {@link Hash#ZERO} for the first
 * @param writer which process inserted it: two may well place the very same commit at the very same moment, and only one has made it
 */
record StoredCommit(Placed placed, Hash previous, String writer) {

    /** Consecutive commits of one writer, the first of them after one with this hash. */
    static List<StoredCommit> after(Hash previous, List<Placed> placed, String writer) {
        var stored = new ArrayList<StoredCommit>(placed.size());
        var before = previous;
        for (var each : placed) {
            stored.add(new StoredCommit(each, before, writer));
            before = each.commit().hash();
        }
        return stored;
    }

    RecordedCommit commit() {
        return placed.commit();
    }

    long number() {
        return placed.commit().number();
    }
}
