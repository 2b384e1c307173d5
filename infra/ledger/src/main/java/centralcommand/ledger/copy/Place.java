package centralcommand.ledger.copy;

import centralcommand.ledger.LedgerException;
import centralcommand.ledger.location.LedgerLocation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

/** What stands on the command line for a ledger: a data folder, a ledger file, {@code mongodb://…/database}, or an exported file ({@code .jsonl}, {@code .jsonl.gz}). */
record Place(String location, Clock clock) {
    private static final String LEDGER_OF_FOLDER = "ledger.db";

    /** Opened to be read; nothing is made or changed there. */
    CopySource source() {
        if (LedgerLocation.isMongo(location)) {
            return new LedgerSource(LedgerLocation.openForReading(location, clock));
        }
        var file = file();
        if (!Files.exists(file)) {
            throw new LedgerException("There is no ledger at %s.".formatted(file));
        }
        return isExport(file)
                ? new ExportSource(file)
                : new LedgerSource(LedgerLocation.openForReading(file.toString(), clock));
    }

    CopyTarget target() {
        if (LedgerLocation.isMongo(location)) {
            return new LedgerTarget(LedgerLocation.open(location, clock));
        }
        var file = file();
        return isExport(file) ? new ExportTarget(file) : new LedgerTarget(LedgerLocation.open(file.toString(), clock));
    }

    private static boolean isExport(Path file) {
        var name = file.getFileName().toString();
        return name.endsWith(".jsonl") || name.endsWith(".jsonl.gz");
    }

    private Path file() {
        var path = Path.of(location).toAbsolutePath().normalize();
        return Files.isDirectory(path) ? path.resolve(LEDGER_OF_FOLDER) : path;
    }
}
