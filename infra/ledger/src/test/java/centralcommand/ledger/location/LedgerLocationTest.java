package centralcommand.ledger.location;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import centralcommand.ledger.LedgerException;
import centralcommand.ledger.SteppingClock;
import centralcommand.ledger.mongo.FakeServer;
import centralcommand.ledger.mongo.MongoLedger;
import centralcommand.ledger.sqlite.SqliteLedger;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerLocationTest {
    @TempDir
    private Path folder;

    @Test
    void an_address_of_mongodb_is_a_database_and_anything_else_is_a_file() {
        try (var file = LedgerLocation.open(folder.resolve("ledger.db").toString(), new SteppingClock());
                var database = LedgerLocation.open(FakeServer.emptyDatabase(), new SteppingClock())) {
            assertThat(file).isInstanceOf(SqliteLedger.class);
            assertThat(database).isInstanceOf(MongoLedger.class);
        }
    }

    @Test
    void an_address_that_cannot_be_read_is_one_sentence() {
        assertThatThrownBy(() -> LedgerLocation.open("mongodb://", new SteppingClock()))
                .isInstanceOf(LedgerException.class)
                .hasMessageContaining("cannot be read");
    }
}
