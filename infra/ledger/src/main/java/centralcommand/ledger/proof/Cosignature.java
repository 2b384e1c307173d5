package centralcommand.ledger.proof;

/**
 * A cosignature that holds: the witness saw this checkpoint at that time, by his clock.
 *
 * @param timeSeconds since 1970-01-01 UTC, at least 0; may be far from the truth, which is for the reader to judge
 */
public record Cosignature(WitnessKey witness, long timeSeconds) {}
