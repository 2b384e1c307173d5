package centralcommand.ledger.copy;

import centralcommand.ledger.LedgerException;
import centralcommand.ledger.sqlite.SqliteLedger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

/** What stands on the command line for a ledger: a data folder, a SQLite file, or an exported file ({@code .jsonl}, {@code .jsonl.gz}). */
record Place(String location, Clock clock) {
    private static final String LEDGER_OF_FOLDER = "ledger.db";

    CopySource source() {
        if (!Files.exists(file())) {
            throw new LedgerException("There is no ledger at %s.".formatted(file()));
        }
        return isExport() ? new ExportSource(file()) : new LedgerSource(SqliteLedger.open(file(), clock));
    }

    CopyTarget target() {
        return isExport() ? new ExportTarget(file()) : new LedgerTarget(SqliteLedger.open(file(), clock));
    }

    private boolean isExport() {
        return location.endsWith(".jsonl") || location.endsWith(".jsonl.gz");
    }

    private Path file() {
        var path = Path.of(location).toAbsolutePath().normalize();
        return Files.isDirectory(path) ? path.resolve(LEDGER_OF_FOLDER) : path;
    }
}
