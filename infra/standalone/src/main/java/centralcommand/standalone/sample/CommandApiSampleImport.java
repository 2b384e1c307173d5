package centralcommand.standalone.sample;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the folder, sends its commands in the order in which they were stated, and says what became of every row. */
public final class CommandApiSampleImport implements SampleImport {
    private static final String REPORT = "report.txt";
    private static final int MOST_SHOWN = 20;

    @Override
    public void run(Path folder, URI commandApi, URI queryApi, Tokens tokens, Path kept, Progress progress)
            throws IOException, InterruptedException {
        long started = System.nanoTime();
        SampleFolder files = SampleFolder.at(folder);
        String digest = files.digest();
        try (Services services = new Services(commandApi, queryApi, tokens)) {
            Optional<Remembered> remembered = Remembered.recall(kept, digest);
            if (remembered.isPresent() && isThere(services, remembered.get())) {
                progress.say("Sample portfolio (" + files.name() + "): already loaded.");
                tell(remembered.get().report(), kept, progress);
                return;
            }
            ImportReport report = new ImportReport(files);
            Map<SampleFile, Table> tables = tables(files, report);
            List<Step> steps = Plan.ordered(Mapping.steps(tables, report.remarks()));
            report.takenAsSources(tables.get(SampleFile.SOURCES));
            Optional<Import.Last> last = new Import(services, report).run(steps, progress);
            progress.say(report.summary(Duration.ofNanos(System.nanoTime() - started)));
            List<String> lines = report.lines();
            Files.createDirectories(kept);
            Files.write(kept.resolve(REPORT), lines);
            if (last.isPresent()) {
                new Remembered(digest, last.get().position(), last.get().commandId(), lines).keep(kept);
            }
            tell(lines, kept, progress);
        }
    }

    /** One look at the ledger: what the import stored last is there only if all before it is. */
    private static boolean isThere(Services services, Remembered remembered) throws IOException, InterruptedException {
        return services.event(Sender.AUDITOR, remembered.position())
                .filter(event -> event.commandId().equals(remembered.commandId()))
                .isPresent();
    }

    private static Map<SampleFile, Table> tables(SampleFolder files, ImportReport report) {
        Map<SampleFile, Table> tables = new EnumMap<>(SampleFile.class);
        for (SampleFile file : SampleFile.values()) {
            byte[] bytes = files.contents().get(file.fileName());
            if (bytes != null) {
                Table table = Table.read(file, bytes, report.remarks());
                tables.put(file, table);
                report.found(file, table.found());
            }
        }
        return tables;
    }

    private static void tell(List<String> lines, Path kept, Progress progress) {
        List<String> shown = new ArrayList<>(lines.subList(0, Math.min(MOST_SHOWN, lines.size())));
        if (lines.size() > MOST_SHOWN) {
            shown.add("… and %d more lines in %s".formatted(lines.size() - MOST_SHOWN, kept.resolve(REPORT)));
        }
        shown.forEach(line -> progress.say("  " + line));
    }
}
