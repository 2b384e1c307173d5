package centralcommand.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.function.Consumer;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;

/**
 * Axon's engine for relational databases on PostgreSQL. Each event is one statement that commits by itself: no transaction around it,
 * which would cost two round trips more.
 */
final class PostgresEngine implements Engine {
    private final HikariDataSource pool;
    private final JdbcEventStorageEngine engine;

    /** @param url of an empty database */
    PostgresEngine(String url, int connections, int batch) {
        pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        pool.setMaximumPoolSize(connections);
        dropTables();
        engine = JdbcEventStorageEngine.builder()
                .connectionProvider(pool::getConnection)
                .transactionManager(NoTransactionManager.INSTANCE)
                .eventSerializer(AxonMessages.serializer())
                .snapshotSerializer(AxonMessages.serializer())
                .batchSize(batch)
                .build();
        engine.createSchema(PostgresEventTableFactory.INSTANCE);
    }

    private void dropTables() {
        try (var connection = pool.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("DROP TABLE IF EXISTS DomainEventEntry, SnapshotEventEntry");
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL could not be prepared.", e);
        }
    }

    @Override
    public void append(Draft draft) {
        engine.appendEvents(AxonMessages.of(draft));
    }

    @Override
    public void read(Consumer<ForecastReported> reader) {
        AxonMessages.read(engine, reader);
    }

    @Override
    public void close() {
        dropTables();
        pool.close();
    }
}
