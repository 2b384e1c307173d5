package centralcommand.ledger.mongo;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Speaks MongoDB's wire protocol and has its unique indexes. It is one server that ignores write and read concern and loses everything: it
 * shows that the adapter talks as it should, never that an acknowledged commit stays.
 */
public final class FakeServer {
    private static final MongoServer SERVER = new MongoServer(new MemoryBackend());
    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static final String ADDRESS = SERVER.bindAndGetConnectionString();

    private FakeServer() {}

    /** The address of an empty database. */
    public static String emptyDatabase() {
        return ADDRESS + "/ledger" + DATABASES.incrementAndGet() + "?standalone=allowed";
    }

    /** The same without the leave to be a single server. */
    static String asIfReplicaSet() {
        return ADDRESS + "/ledger" + DATABASES.incrementAndGet();
    }
}
