package centralcommand.ledger;

import org.jspecify.annotations.Nullable;

/** A recorded event that this program cannot read: its type or revision is not known here, or its bytes are not of that shape. */
public final class UnreadableEventException extends LedgerException {
    private static final long serialVersionUID = 1L;

    /** @param where the position, or as much as is known of it */
    public UnreadableEventException(String type, String revision, String where, String why, @Nullable Throwable cause) {
        super(
                "The event of type %s, revision %s, at %s cannot be read: %s".formatted(type, revision, where, why),
                cause);
    }
}
