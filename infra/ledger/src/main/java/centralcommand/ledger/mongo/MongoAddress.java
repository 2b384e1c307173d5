package centralcommand.ledger.mongo;

import centralcommand.ledger.LedgerException;
import com.mongodb.ConnectionString;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Where the ledger is.
 *
 * @param name hosts and database, without user and password: for messages
 */
record MongoAddress(ConnectionString connection, String database, String name, Standalone standalone) {
    private static final String ALLOWED = "standalone=allowed";

    /**
     * @param uri {@code mongodb://…/database} or {@code mongodb+srv://…/database}; its parameter {@code standalone=allowed} is ours
     * @throws LedgerException if it is not that
     */
    static MongoAddress of(String uri, Standalone standalone) {
        var question = uri.indexOf('?');
        var parameters = question < 0 ? "" : uri.substring(question + 1);
        var others = Arrays.stream(parameters.split("&"))
                .filter(parameter -> !parameter.isEmpty() && !parameter.equals(ALLOWED))
                .collect(Collectors.joining("&"));
        var bare = question < 0 ? uri : uri.substring(0, question);
        ConnectionString connection;
        try {
            connection = new ConnectionString(others.isEmpty() ? bare : bare + "?" + others);
        } catch (IllegalArgumentException e) {
            // What was given may hold a password and is not repeated.
            throw new LedgerException("The address of the MongoDB ledger cannot be read: " + e.getMessage());
        }
        var database = connection.getDatabase();
        if (database == null) {
            throw new LedgerException(
                    "The address of the MongoDB ledger names no database: write mongodb://host/database.");
        }
        var allowed = Arrays.asList(parameters.split("&")).contains(ALLOWED);
        return new MongoAddress(
                connection,
                database,
                "mongodb://%s/%s".formatted(String.join(",", connection.getHosts()), database),
                allowed ? Standalone.ALLOWED : standalone);
    }
}
