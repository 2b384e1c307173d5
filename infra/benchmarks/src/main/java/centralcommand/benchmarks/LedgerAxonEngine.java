package centralcommand.benchmarks;

import centralcommand.ledger.Ledger;
import centralcommand.ledger.axon.CommitContext;
import centralcommand.ledger.axon.LedgerEventStorageEngine;
import java.util.function.Consumer;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;

/** Our ledger on SQLite, through Axon: one unit of work for each event, as a command has it. */
final class LedgerAxonEngine implements Engine {
    private final Folder folder;
    private final Ledger ledger;
    private final LedgerEventStorageEngine engine;

    LedgerAxonEngine(Folder folder, int batch) {
        this.folder = folder;
        this.ledger = LedgerEngine.open(folder);
        this.engine = LedgerEventStorageEngine.builder()
                .ledger(ledger)
                .codec(LedgerEngine.CODEC)
                .batchSize(batch)
                .build();
    }

    @Override
    public void append(Draft draft) {
        var unitOfWork = DefaultUnitOfWork.startAndGet(GenericCommandMessage.asCommandMessage(draft));
        try {
            CommitContext.command(LedgerEngine.command(draft));
            engine.appendEvents(AxonMessages.of(draft));
        } catch (RuntimeException e) {
            unitOfWork.rollback(e);
            throw e;
        }
        unitOfWork.commit();
    }

    @Override
    public void read(Consumer<ForecastReported> reader) {
        AxonMessages.read(engine, reader);
    }

    @Override
    public void close() {
        ledger.close();
        folder.close();
    }
}
