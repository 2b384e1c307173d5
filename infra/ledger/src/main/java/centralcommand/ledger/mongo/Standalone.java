package centralcommand.ledger.mongo;

/** Whether a single mongod that belongs to no replica set will do: for trying things out, not for what must not be lost. */
public enum Standalone {
    REFUSED,
    ALLOWED
}
