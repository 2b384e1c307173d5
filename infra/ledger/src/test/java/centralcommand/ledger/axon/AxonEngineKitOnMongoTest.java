package centralcommand.ledger.axon;

import centralcommand.ledger.Ledger;
import centralcommand.ledger.SteppingClock;
import centralcommand.ledger.mongo.FakeServer;
import centralcommand.ledger.mongo.MongoLedger;
import java.nio.file.Path;

/** The same on the MongoDB adapter. */
class AxonEngineKitOnMongoTest extends AxonEngineKitTest {
    @Override
    Ledger open(Path folder, SteppingClock clock) {
        return MongoLedger.open(FakeServer.emptyDatabase(), clock);
    }
}
