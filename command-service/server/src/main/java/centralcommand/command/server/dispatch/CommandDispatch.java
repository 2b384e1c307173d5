package centralcommand.command.server.dispatch;

import centralcommand.command.contract.clearance.CommandRefused;
import centralcommand.command.contract.shared.Rejection;
import centralcommand.command.contract.shared.Role;
import centralcommand.command.server.dispatch.Answer.Busy;
import centralcommand.command.server.dispatch.Answer.Done;
import centralcommand.command.server.dispatch.Answer.Foreseen;
import centralcommand.command.server.dispatch.Answer.ForeseenEvent;
import centralcommand.command.server.dispatch.Answer.IdUsed;
import centralcommand.command.server.dispatch.Answer.Recorded;
import centralcommand.command.server.dispatch.Answer.Refused;
import centralcommand.command.server.dispatch.Answer.TooManyRefusals;
import centralcommand.command.server.dispatch.Answer.WouldBeRefused;
import centralcommand.ledger.Commit;
import centralcommand.ledger.DuplicateCommandException;
import centralcommand.ledger.EventCodec;
import centralcommand.ledger.Ledger;
import centralcommand.ledger.LedgerException;
import centralcommand.ledger.RecordedCommit;
import centralcommand.ledger.axon.RehearsedException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;

/**
 * Carries a command out once. What was answered to an id is read from the ledger, so the second answer equals the first, also after a
 * restart. A decision that was overtaken is made anew a few times, at last with nobody else of this process in between.
 */
public final class CommandDispatch {
    private static final int ATTEMPTS_AMONG_OTHERS = 3;
    private static final int MOST_ATTEMPTS = 12;

    private final CommandBus commandBus;
    private final Ledger ledger;
    private final EventCodec codec;
    private final Refusals refusals;
    private final RefusalLimit refusalLimit;
    private final ReadWriteLock turns = new ReentrantReadWriteLock(true);

    public CommandDispatch(CommandBus commandBus, Ledger ledger, EventCodec codec, RefusalLimit refusalLimit) {
        this.commandBus = commandBus;
        this.ledger = ledger;
        this.codec = codec;
        this.refusals = new Refusals(ledger, codec);
        this.refusalLimit = refusalLimit;
    }

    /** How many refusals of one account are recorded. */
    @FunctionalInterface
    public interface RefusalLimit {
        /** Seconds until another refusal of this account may be recorded; 0 if now, and then it is counted. */
        long secondsUntilNext(String actor);
    }

    /** @throws LedgerException or EventStoreException if the ledger cannot be reached; sending it again is safe */
    public Answer carryOut(Order order) {
        Optional<Answer> before = answered(order);
        if (before.isPresent()) {
            return before.get();
        }
        for (int attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
            Lock turn = attempt <= ATTEMPTS_AMONG_OTHERS ? turns.readLock() : turns.writeLock();
            turn.lock();
            try {
                dispatch(order, CommandMetadata.of(order.authorship(), order.bodyHash(), order.expectedVersion()));
                return answered(order).orElseGet(() -> changedNothing(order));
            } catch (DuplicateCommandException e) {
                return answer(order, e.recorded());
            } catch (CommandExecutionException e) {
                return refused(order, rejection(e));
            } catch (ConcurrencyException | AggregateStreamCreationException e) {
                // Overtaken: what was decided on is no longer so, and the next attempt decides on what is.
                continue;
            } finally {
                turn.unlock();
            }
        }
        return new Busy();
    }

    /**
     * Decides the command as {@link #carryOut} would and records nothing: no event, no refusal, no id. What was carried out or refused
     * under its id already is answered as it was then.
     *
     * @throws LedgerException or EventStoreException if the ledger cannot be reached
     */
    public Answer rehearse(Order order) {
        Optional<Answer> before = answered(order);
        if (before.isPresent()) {
            return before.get();
        }
        long head = ledger.head();
        try {
            dispatch(order, CommandMetadata.ofRehearsal(order.authorship(), order.bodyHash(), order.expectedVersion()));
            return new Foreseen(true, head, List.of());
        } catch (RehearsedException e) {
            return new Foreseen(
                    true, head, e.types().stream().map(ForeseenEvent::new).toList());
        } catch (CommandExecutionException e) {
            return new WouldBeRefused(rejection(e));
        }
    }

    private void dispatch(Order order, Map<String, String> metadata) {
        CommandMessage<Object> message = new GenericCommandMessage<>(
                new GenericMessage<>(order.command(), metadata),
                order.command().getClass().getName());
        FutureCallback<Object, Object> callback = new FutureCallback<>();
        commandBus.dispatch(message, callback);
        CommandResultMessage<?> result = callback.getResult();
        if (result.isExceptional()) {
            throw asRuntimeException(result.exceptionResult());
        }
    }

    private static RuntimeException asRuntimeException(Throwable failure) {
        if (failure instanceof RuntimeException runtime) {
            return runtime;
        }
        if (failure instanceof Error error) {
            throw error;
        }
        return new IllegalStateException("A command handler failed.", failure);
    }

    private static Rejection rejection(CommandExecutionException e) {
        return e.<Rejection>getDetails().orElseThrow(() -> e);
    }

    private Answer refused(Order order, Rejection rejection) {
        Optional<Answer> before = answered(order);
        if (before.isPresent()) {
            return before.get();
        }
        if (order.authorship().roles().contains(Role.SYSTEM)) {
            // Not kept: the ids of its commands follow from what they say, so a refusal under one would silence it for
            // ever.
            return new Refused(order.authorship().commandId(), rejection);
        }
        long retryAfter = refusalLimit.secondsUntilNext(order.authorship().actor());
        if (retryAfter > 0) {
            return new TooManyRefusals(rejection, retryAfter);
        }
        try {
            refusals.record(order, rejection);
        } catch (DuplicateCommandException e) {
            return answer(order, e.recorded());
        }
        return new Refused(order.authorship().commandId(), rejection);
    }

    private Optional<Answer> answered(Order order) {
        return ledger.findCommand(order.authorship().actor(), order.authorship().commandId())
                .map(commit -> answer(order, commit));
    }

    private Answer answer(Order order, RecordedCommit commit) {
        String commandId = order.authorship().commandId();
        if (commit.command() == null || !commit.command().bodyHash().equals(order.bodyHash())) {
            return new IdUsed(commandId);
        }
        return refusal(commit)
                .<Answer>map(rejection -> new Refused(commandId, rejection))
                .orElseGet(() -> done(commandId, commit));
    }

    private Optional<Rejection> refusal(RecordedCommit commit) {
        return commit.events().stream()
                .filter(event -> codec.names()
                        .classOf(event.type())
                        .filter(CommandRefused.class::equals)
                        .isPresent())
                .map(event -> ((CommandRefused) codec.decode(event).payload()).rejection())
                .findFirst();
    }

    private static Done done(String commandId, RecordedCommit commit) {
        return new Done(
                commandId,
                commit.lastPosition(),
                commit.events().stream()
                        .map(event -> new Recorded(event.position(), event.type()))
                        .toList());
    }

    /** Kept all the same: sent again, it must neither be decided anew nor stand for another one under its id. */
    private Answer changedNothing(Order order) {
        return answer(order, ledger.append(Commit.ofNothing(order.key())));
    }

    /** Whether the failure is the ledger's and passes without anybody's doing. */
    public static boolean isLedgerFailure(Throwable failure) {
        return failure instanceof EventStoreException || failure instanceof LedgerException;
    }
}
