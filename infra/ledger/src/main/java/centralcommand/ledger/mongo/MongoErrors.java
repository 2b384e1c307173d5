package centralcommand.ledger.mongo;

import centralcommand.ledger.mongo.Inserted.Doubt;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.bulk.BulkWriteError;
import java.util.Set;

/** What the driver's exceptions mean for a ledger. */
final class MongoErrors {
    static final int DUPLICATE_KEY = 11_000;

    /**
     * The server has looked at the commit and does not take it: bad value, failed to parse, unauthorized, document validation failure, object
     * too large (two codes). Every other code may come from a server that is about to stop being the primary.
     */
    private static final Set<Integer> DEFINITE = Set.of(2, 9, 13, 121, 10_334, 17_419);

    private MongoErrors() {}

    static Inserted inserted(MongoException failure) {
        return switch (failure) {
            case MongoBulkWriteException e
            when !e.getWriteErrors().isEmpty() -> inserted(e.getWriteErrors().getFirst());
            case MongoBulkWriteException e
            when e.getWriteConcernError() != null ->
                new Inserted.Unknown(
                        Doubt.NOT_YET_MAJORITY, e.getWriteConcernError().getMessage());
            case MongoCommandException e
            when DEFINITE.contains(e.getErrorCode()) -> new Inserted.Refused(0, e.getErrorMessage());
            default -> new Inserted.Unknown(Doubt.NO_ANSWER, sentence(failure));
        };
    }

    private static Inserted inserted(BulkWriteError error) {
        if (error.getCode() == DUPLICATE_KEY) {
            return new Inserted.Taken();
        }
        return DEFINITE.contains(error.getCode())
                ? new Inserted.Refused(error.getIndex(), error.getMessage())
                : new Inserted.Unknown(Doubt.NO_ANSWER, error.getMessage());
    }

    static UnansweredException unanswered(String ledger, RuntimeException e) {
        return new UnansweredException("%s could not be asked (%s).".formatted(ledger, sentence(e)), e);
    }

    /** The first line; the rest of what the driver says describes its view of all servers. */
    private static String sentence(RuntimeException e) {
        var message = e.getMessage();
        return message == null
                ? e.getClass().getSimpleName()
                : message.lines().findFirst().orElse("").strip();
    }
}
