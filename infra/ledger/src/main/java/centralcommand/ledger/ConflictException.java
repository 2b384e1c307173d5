package centralcommand.ledger;

import java.io.Serializable;

/** Nothing was appended: what the commit took for granted is no longer so. Reading again and deciding anew may help. */
public final class ConflictException extends LedgerException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    public ConflictException(Reason reason) {
        super(reason.sentence());
        this.reason = reason;
    }

    /** What stood in the way. */
    public Reason reason() {
        return reason;
    }

    /** What stood in the way of a commit. */
    public sealed interface Reason extends Serializable {
        String sentence();

        /** The sequence is not the one after {@code last}, the last of the stream (-1 if the stream is empty). */
        record NotNext(String stream, long sequence, long last) implements Reason {
            @Override
            public String sentence() {
                return "Stream %s stands at %d, so its next event cannot be %d.".formatted(stream, last, sequence);
            }
        }

        /** Something was appended since the head was looked at. */
        record HeadMoved(long expected, long head) implements Reason {
            @Override
            public String sentence() {
                return "The head was expected at %d, but is at %d.".formatted(expected, head);
            }
        }

        /** An event with this id is in the ledger, or twice in the commit. */
        record EventIdTaken(String eventId) implements Reason {
            @Override
            public String sentence() {
                return "There is an event with the id %s already.".formatted(eventId);
            }
        }
    }
}
