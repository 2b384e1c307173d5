package centralcommand.ledger.mongo;

import centralcommand.ledger.RecordedCommit;
import centralcommand.ledger.proof.Hash;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The database as the rules of writing see it: numbered slots, each of which takes one commit for ever.
 *
 * <p>Whatever is answered here is committed by a majority (rule R5) and stays, but an answer may be older than another one that was given
 * before. Each question throws {@link UnansweredException} if there was no answer.
 */
interface Slots {

    /** Inserts them with one ordered command, below 40 MB so that it is never split (rule R2), and waits for a majority's disks. */
    Inserted insert(List<StoredCommit> commits);

    /** The one with the highest number. */
    Optional<Header> last();

    /** At most {@code limit} with numbers after that one, in order. */
    List<Header> after(long number, int limit);

    /** Whether the slot has this commit now, which only a primary can say that a majority still follows (a linearizable read). */
    boolean holds(long number, Hash hash);

    /** Of each of these commits its hash and then the roots of the subtrees that end with it, smallest first. */
    Map<Long, List<Hash>> nodes(Collection<Long> numbers);

    /** The commit that carried out this command. */
    Optional<RecordedCommit> commitOfCommand(String actor, String commandId);

    /** The number of the commit that has the event with this id. */
    OptionalLong commitOfEvent(String eventId);

    /** The number of the commit that has the event with this place in this stream. */
    OptionalLong commitOfSequence(String stream, long sequence);

    /** -1 if the stream is empty. */
    long lastSequence(String stream);
}
