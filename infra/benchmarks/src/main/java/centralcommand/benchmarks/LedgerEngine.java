package centralcommand.benchmarks;

import centralcommand.ledger.CommandKey;
import centralcommand.ledger.Commit;
import centralcommand.ledger.EventCodec;
import centralcommand.ledger.EventNames;
import centralcommand.ledger.EventNames.Name;
import centralcommand.ledger.Ledger;
import centralcommand.ledger.sqlite.SqliteLedger;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;

/** Our ledger on SQLite, through its port. */
final class LedgerEngine implements Engine {
    static final EventCodec CODEC = new EventCodec(
            JsonMapper.builder().build(),
            EventNames.of(Map.of(ForecastReported.class, new Name("forecast-reported", 1))));

    /** As the product has it: the SHA-256 of the command's body. */
    private static final String BODY_HASH = "3b7e72de4b3c4c5f0a7d1e9c8f64a2d5b0918273645f6e7d8c9bafe1d2c3b4a5";

    private final Folder folder;
    private final Ledger ledger;
    private final int batch;

    LedgerEngine(Folder folder, int batch) {
        this.folder = folder;
        this.batch = batch;
        this.ledger = open(folder);
    }

    static Ledger open(Folder folder) {
        return SqliteLedger.open(file(folder), Clock.systemUTC());
    }

    static Path file(Folder folder) {
        return folder.path().resolve("ledger.sqlite");
    }

    static Commit commit(Draft draft) {
        var event = CODEC.encode(draft.stream(), draft.sequence(), draft.eventId(), draft.event(), draft.metadata());
        return Commit.of(event).carryingOut(command(draft));
    }

    static CommandKey command(Draft draft) {
        return new CommandKey(Drafts.ACTOR, draft.commandId(), BODY_HASH);
    }

    @Override
    public void append(Draft draft) {
        ledger.append(commit(draft));
    }

    @Override
    public void read(Consumer<ForecastReported> reader) {
        for (var events = ledger.read(0, batch);
                !events.isEmpty();
                events = ledger.read(events.getLast().position(), batch)) {
            for (var event : events) {
                reader.accept((ForecastReported) CODEC.decode(event).payload());
            }
        }
    }

    @Override
    public void close() {
        ledger.close();
        folder.close();
    }
}
