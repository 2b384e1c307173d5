package centralcommand.ledger.axon;

import centralcommand.ledger.Ledger;
import centralcommand.ledger.SteppingClock;
import centralcommand.ledger.mongo.FakeServer;
import centralcommand.ledger.mongo.MongoLedger;
import java.nio.file.Path;

/** The same on the MongoDB adapter. */
class AxonEventStoreKitOnMongoTest extends AxonEventStoreKitTest {
    @Override
    Ledger open(Path folder) {
        return MongoLedger.open(FakeServer.emptyDatabase(), new SteppingClock());
    }
}
