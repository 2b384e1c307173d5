package centralcommand.ledger.mongo;

import centralcommand.ledger.Ledger;
import centralcommand.ledger.LedgerTestKit;
import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClients;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** The same on a real replica set; each test has a database of its own, which is dropped afterwards. */
@EnabledIfEnvironmentVariable(
        named = "MONGODB_URI",
        matches = "mongodb.*",
        disabledReason = "MONGODB_URI names no replica set, so nothing was tried on a real MongoDB.")
class MongoReplicaSetTest extends LedgerTestKit {
    private final ConnectionString server =
            new ConnectionString(Objects.requireNonNullElse(System.getenv("MONGODB_URI"), "mongodb://localhost"));
    private final String database = "ledger-test-" + UUID.randomUUID();

    @Override
    protected Ledger open() {
        return MongoLedger.open(withDatabase(server.getConnectionString()), clock);
    }

    private String withDatabase(String uri) {
        var hostsFrom = uri.indexOf("://") + "://".length();
        var question = uri.indexOf('?');
        var parameters = question < 0 ? "" : uri.substring(question);
        var beforeParameters = question < 0 ? uri : uri.substring(0, question);
        var slash = beforeParameters.indexOf('/', hostsFrom);
        var hosts = slash < 0 ? beforeParameters : beforeParameters.substring(0, slash);
        return hosts + "/" + database + parameters;
    }

    @AfterEach
    void drop() {
        try (var client = MongoClients.create(server)) {
            client.getDatabase(database).drop();
        }
    }
}
