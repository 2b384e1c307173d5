/** The ledger beside other event stores of Axon and beside the disk: what each does with the same events, callers and machine. */
@NullMarked
package centralcommand.benchmarks;

import org.jspecify.annotations.NullMarked;
