package centralcommand.ledger.location;

import centralcommand.ledger.AdoptingLedger;
import centralcommand.ledger.LedgerException;
import centralcommand.ledger.ReadableLedger;
import centralcommand.ledger.mongo.MongoLedger;
import centralcommand.ledger.sqlite.SqliteArchive;
import centralcommand.ledger.sqlite.SqliteLedger;
import java.nio.file.Path;
import java.time.Clock;

/** Opens the ledger that a setting names: {@code mongodb://…/database}, {@code mongodb+srv://…/database}, or the path of a file. */
public final class LedgerLocation {
    private LedgerLocation() {}

    /** @throws LedgerException as {@link MongoLedger#open(String, Clock)} and {@link SqliteLedger#open(Path, Clock)} */
    public static AdoptingLedger open(String location, Clock clock) {
        return isMongo(location) ? MongoLedger.open(location, clock) : SqliteLedger.open(Path.of(location), clock);
    }

    /**
     * Opens a ledger that is there to read it; a file is never changed by that.
     *
     * @throws LedgerException as {@link MongoLedger#open(String, Clock)} and {@link SqliteArchive#open(Path)}
     */
    public static ReadableLedger openForReading(String location, Clock clock) {
        return isMongo(location)
                ? ReadableLedger.of(MongoLedger.open(location, clock))
                : SqliteArchive.open(Path.of(location));
    }

    /** Whether it is the address of a database rather than a file. */
    public static boolean isMongo(String location) {
        return location.startsWith("mongodb://") || location.startsWith("mongodb+srv://");
    }
}
