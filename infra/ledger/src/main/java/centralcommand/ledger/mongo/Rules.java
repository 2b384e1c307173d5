package centralcommand.ledger.mongo;

import centralcommand.ledger.mongo.Inserted.Unknown;

/**
 * The choices on which the protocol rests, in one place, so that the simulation can take one out and show what then goes wrong. Nothing
 * else changes them.
 */
class Rules {

    /** R3: what is unknown is inserted again until it is definite; never taken for failed. */
    boolean insertsAgain(Unknown unknown) {
        return true;
    }

    /** R3: a taken slot may have been taken by the writer's own earlier try, so its hash is looked at. */
    boolean looksWhoTookIt() {
        return true;
    }

    /** C10: a commit that the database refuses does not fail its neighbours. */
    boolean triesEachAlone() {
        return true;
    }

    /** C12: the tip that a writer remembers is looked at again from time to time. */
    boolean looksAtTheTipAgain() {
        return true;
    }
}
