package centralcommand.command.server.dispatch;

import centralcommand.command.contract.clearance.CommandRefused;
import centralcommand.command.contract.shared.Rejection;
import centralcommand.command.server.directory.Streams;
import centralcommand.ledger.Commit;
import centralcommand.ledger.ConflictException;
import centralcommand.ledger.DuplicateCommandException;
import centralcommand.ledger.EventCodec;
import centralcommand.ledger.Ledger;
import java.util.UUID;

/** Records what was refused, in a commit of its own: nothing else of a refused command is kept. */
final class Refusals {
    private static final int MOST_ATTEMPTS = 20;

    private final Ledger ledger;
    private final EventCodec codec;

    Refusals(Ledger ledger, EventCodec codec) {
        this.ledger = ledger;
        this.codec = codec;
    }

    /** @throws DuplicateCommandException if the command was carried out or refused already */
    void record(Order order, Rejection rejection) {
        String stream = Streams.refusalsOf(order.authorship().actor());
        CommandRefused event = new CommandRefused(order.authorship().command(), order.body(), rejection);
        for (int attempt = 1; ; attempt++) {
            try {
                long next = ledger.lastSequence(stream) + 1;
                ledger.append(Commit.of(codec.encode(
                                stream,
                                next,
                                UUID.randomUUID().toString(),
                                event,
                                order.authorship().toMetadata()))
                        .carryingOut(order.key()));
                return;
            } catch (ConflictException e) {
                // Another refusal of the same account took the place; the next one is free.
                if (attempt == MOST_ATTEMPTS) {
                    throw e;
                }
            }
        }
    }
}
