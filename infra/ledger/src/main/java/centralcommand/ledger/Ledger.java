package centralcommand.ledger;

import centralcommand.ledger.proof.MerkleTree;
import java.util.List;
import java.util.Optional;

/**
 * One totally ordered, append-only log of events, kept in commits.
 *
 * <p>Positions of events are 1, 2, 3 … without a gap, and so are the numbers of commits, which are counted on their own. What was
 * appended is never changed or removed. Implementations may be used by any number of threads, and several processes may have the
 * same log open at once.
 *
 * <p>Every method throws {@link LedgerException} if the store cannot be reached or has been closed.
 */
public interface Ledger extends AutoCloseable {

    /**
     * Appends all events of the commit, or none, and returns only when they are durable.
     *
     * <p>Commits are recorded one after the other; {@link RecordedCommit#recordedAt()} is the ledger's clock, cut to milliseconds, and
     * never before that of the commit before. If the outcome could not be learned a {@link LedgerException} is thrown; sending the
     * same {@link CommandKey} again is then safe.
     *
     * @throws DuplicateCommandException if the command has been carried out already; looked at before anything else
     * @throws ConflictException if the head is not the expected one, a sequence is not the next of its stream, or an event id is taken
     */
    RecordedCommit append(Commit commit);

    /** At most {@code limit} events after the position, in order; fewer only if the log ends there. */
    List<RecordedEvent> read(long afterPosition, int limit);

    /** At most {@code limit} events of one stream from that sequence on, in order; fewer only if the stream ends there. */
    List<RecordedEvent> readStream(String stream, long fromSequence, int limit);

    /** At most {@code limit} commits after that one, in order, with their events; fewer only if the log ends there. */
    List<RecordedCommit> readCommits(long afterNumber, int limit);

    /** The commit that carried out this command of this actor, if there is one. */
    Optional<RecordedCommit> findCommand(String actor, String commandId);

    /** The position of the last event, 0 if there is none. */
    long head();

    /** The number of the last commit, 0 if there is none: the size of the {@link #tree()}. */
    long commits();

    /** The sequence of the last event of a stream, -1 if there is none. */
    long lastSequence(String stream);

    /** The Merkle tree over all commits; its nodes were computed when the commits were appended. */
    MerkleTree tree();

    /** What was signed about this ledger. */
    Notes notes();

    /**
     * Calls {@code wakeUp} soon after something was appended: within milliseconds if it was appended through this object, otherwise
     * as soon as it is noticed. Several appends may give one call, and a call may find nothing new; but an append that is not yet
     * visible when this method returns is always followed by a call. {@code wakeUp} runs on a thread of the ledger and must return
     * quickly.
     *
     * @return ends the calls when closed; a call that is under way may still finish
     */
    Registration onAppend(Runnable wakeUp);

    @Override
    void close();

    /** Ends what it was returned for; closing it again does nothing. */
    @FunctionalInterface
    interface Registration extends AutoCloseable {
        @Override
        void close();
    }
}
