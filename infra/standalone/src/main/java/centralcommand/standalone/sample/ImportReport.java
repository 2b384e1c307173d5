package centralcommand.standalone.sample;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What became of a folder, file by file. */
final class ImportReport {
    private static final Comparator<NotTaken> IN_ORDER =
            Comparator.comparing((NotTaken remark) -> remark.file()).thenComparing(NotTaken::line);

    private final SampleFolder folder;
    private final Map<SampleFile, Integer> found = new EnumMap<>(SampleFile.class);
    private final Map<SampleFile, Integer> taken = new EnumMap<>(SampleFile.class);
    private final List<NotTaken> notTaken = new ArrayList<>();
    private int commands;

    ImportReport(SampleFolder folder) {
        this.folder = folder;
        notTaken.addAll(folder.unreadable());
    }

    void found(SampleFile file, int rows) {
        found.put(file, rows);
    }

    void taken(SampleFile file, int rows) {
        taken.merge(file, rows, Integer::sum);
    }

    /** A source becomes part of what cites it, so it is taken once it can be read. */
    void takenAsSources(@Nullable Table sources) {
        if (sources != null) {
            Set<Long> rows = sources.rows().stream().map(Row::line).collect(Collectors.toSet());
            long unusable = notTaken.stream()
                    .filter(remark -> remark.file().equals(sources.file().fileName()))
                    .filter(remark -> rows.contains(remark.line()))
                    .count();
            taken(sources.file(), sources.rows().size() - (int) unusable);
        }
    }

    void sent() {
        commands++;
    }

    void notTaken(NotTaken remark) {
        notTaken.add(remark);
    }

    /** Where readers of the folder add what they could not take. */
    List<NotTaken> remarks() {
        return notTaken;
    }

    int taken(SampleFile file) {
        return taken.getOrDefault(file, 0);
    }

    int found(SampleFile file) {
        return found.getOrDefault(file, 0);
    }

    /** One sentence for the console. */
    String summary(Duration took) {
        return "Sample portfolio (%s): %d of %d rows taken with %d commands in %.1f s."
                .formatted(folder.name(), sum(taken), sum(found), commands, took.toMillis() / 1000.0);
    }

    /** Everything, line by line: rows taken, rows not taken, files not used, files missing. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("Taken: "
                + found.keySet().stream()
                        .map(file -> "%s %d of %d".formatted(file.fileName(), taken(file), found(file)))
                        .collect(Collectors.joining(", ")));
        notTaken.stream().sorted(IN_ORDER).forEach(remark -> lines.add("Not as it stands: " + remark.sentence()));
        notUsed().forEach(file -> lines.add("Not used: " + file.file() + ": " + file.reason()));
        for (SampleFile file : SampleFile.values()) {
            if (!found.containsKey(file) && !isUnreadable(file)) {
                lines.add("Missing: " + file.fileName() + ": the folder does not hold it.");
            }
        }
        return lines;
    }

    List<SampleFile.NotUsed> notUsed() {
        return folder.others().stream()
                .filter(file -> file.endsWith(".csv"))
                .map(file -> SampleFile.NOT_USED_YET.stream()
                        .filter(known -> known.file().equals(file))
                        .findFirst()
                        .orElseGet(() -> new SampleFile.NotUsed(file, "is not a file that an import knows.")))
                .toList();
    }

    private boolean isUnreadable(SampleFile file) {
        return folder.unreadable().stream().anyMatch(remark -> remark.file().equals(file.fileName()));
    }

    private static int sum(Map<SampleFile, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }
}
