package centralcommand.benchmarks;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.util.function.Consumer;
import org.axonframework.extensions.mongo.DefaultMongoTemplate;
import org.axonframework.extensions.mongo.eventsourcing.eventstore.MongoEventStorageEngine;
import org.jspecify.annotations.Nullable;

/**
 * Axon's extension for MongoDB, on mongo-java-server. With a folder that keeps its data in a file of H2, without one in memory only; an
 * answer does not mean that the disk has it in either case.
 */
final class MongoEngine implements Engine {
    private final @Nullable Folder folder;
    private final MongoProcess server;
    private final MongoClient client;
    private final MongoEventStorageEngine engine;

    MongoEngine(@Nullable Folder folder, int batch) {
        this.folder = folder;
        server = new MongoProcess(folder);
        client = MongoClients.create(server.address());
        engine = MongoEventStorageEngine.builder()
                .mongoTemplate(
                        DefaultMongoTemplate.builder().mongoDatabase(client).build())
                .eventSerializer(AxonMessages.serializer())
                .snapshotSerializer(AxonMessages.serializer())
                .batchSize(batch)
                .build();
        engine.ensureIndexes();
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
        client.close();
        server.close();
        if (folder != null) {
            folder.close();
        }
    }
}
