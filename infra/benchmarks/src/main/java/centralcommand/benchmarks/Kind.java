package centralcommand.benchmarks;

import java.util.Locale;

/** The stores that can be measured. */
enum Kind {
    LEDGER("ledger on SQLite, port"),
    AXON("ledger on SQLite, Axon unit of work"),
    POSTGRES("Axon JDBC on PostgreSQL"),
    MONGO("axon-mongo on mongo-java-server, H2 file"),
    MEMORY("axon-mongo on mongo-java-server, memory"),
    FILE("bare file, the limit");

    final String title;

    Kind(String title) {
        this.title = title;
    }

    /** Its readers take a time that grows with the square of what is there. */
    boolean isMongo() {
        return this == MONGO || this == MEMORY;
    }

    static Kind named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    Engine open(Plan plan) {
        return switch (this) {
            case LEDGER -> new LedgerEngine(Folder.temporary(), plan.batch());
            case AXON -> new LedgerAxonEngine(Folder.temporary(), plan.batch());
            case POSTGRES -> new PostgresEngine(plan.postgresUrl(), plan.connections(), plan.batch());
            case MONGO -> new MongoEngine(Folder.temporary(), plan.batch());
            case MEMORY -> new MongoEngine(null, plan.batch());
            case FILE -> new BareFile(Folder.temporary());
        };
    }
}
