package centralcommand.plans.file;

import centralcommand.command.contract.schedule.ScheduleCommand;
import centralcommand.command.contract.shared.Days;
import centralcommand.plans.file.Plan.Key;
import centralcommand.plans.file.Plan.Row;
import centralcommand.plans.file.Plan.Told;
import java.io.ByteArrayInputStream;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * The first pass over a file, before any library sees it: bounds, forbidden constructs, and every value of a row that a library would
 * silently drop where it cannot be read.
 *
 * @param bad places of rows that are kept from the library
 * @param refusedKeys what names these, as far as it can be read
 * @param rows by their unique numbers
 * @param summaries their unique numbers; a summary without rows below it is told apart here only
 * @param links as the file has them, to find what got lost on the way
 */
record Scan(
        Set<Integer> bad,
        List<Told> refused,
        Set<Key> refusedKeys,
        Map<Integer, Row> rows,
        Set<Integer> summaries,
        List<RawLink> links) {
    private static final String GUID = "[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}";

    private static final int LONGEST_TEXT = 4_000;
    private static final int LONGEST_NAME = 255;
    private static final int MOST_NAMED = 3;

    /** Hours of the longest duration, whatever a working day has: a day has no more than 24. */
    private static final Duration LONGEST = Duration.ofHours(24L * ScheduleCommand.MOST_LAG);

    /** @param problem what is wrong with it; null where nothing is */
    record RawLink(int from, Row to, int toNumber, @Nullable String problem) {}

    /**
     * A row as it stands in the file.
     *
     * @param number its unique number, -1 where that cannot be read
     * @param guid in small letters, possibly empty
     * @param problem what is wrong with its values; null where nothing is
     */
    private record Seen(
            int place,
            Row row,
            int number,
            String guid,
            boolean summary,
            @Nullable String problem) {
        @Nullable
        Key key() {
            if (guid.matches(GUID)) {
                return new Key.Guid(guid);
            }
            return number < 0 ? null : new Key.Number(number);
        }
    }

    static Scan of(byte[] bytes, Limits limits, Deadline deadline) throws UnreadableFile {
        Pass pass = new Pass(limits);
        try (var in = deadline.guarding(new ByteArrayInputStream(bytes))) {
            XMLStreamReader xml = SafeXml.reader(in);
            while (xml.hasNext()) {
                pass.take(xml.next(), xml);
            }
        } catch (XMLStreamException | java.io.IOException broken) {
            deadline.check();
            throw SafeXml.unreadable(broken);
        }
        return pass.result();
    }

    private static final class Pass {
        private final Limits limits;
        private final List<String> path = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();
        private final List<Seen> seen = new ArrayList<>();
        private final Map<Integer, Row> rows = new HashMap<>();
        private final Set<Integer> summaries = new HashSet<>();
        private final List<RawLink> links = new ArrayList<>();
        private int elements;
        private int activities;
        private int place = -1;
        private Map<String, String> task = new HashMap<>();
        private Map<String, String> inner = new HashMap<>();
        private List<Map<String, String>> predecessors = new ArrayList<>();
        private @Nullable String baselineFinish;

        Pass(Limits limits) {
            this.limits = limits;
        }

        void take(int event, XMLStreamReader xml) throws UnreadableFile {
            SafeXml.refuseDeclarations(event);
            switch (event) {
                case XMLStreamReader.START_ELEMENT -> begin(xml.getLocalName(), xml.getNamespaceURI());
                case XMLStreamReader.CHARACTERS, XMLStreamReader.CDATA -> {
                    if (text.length() < LONGEST_TEXT) {
                        text.append(xml.getText(), 0, Math.min(xml.getTextLength(), LONGEST_TEXT));
                    }
                }
                case XMLStreamReader.END_ELEMENT -> end();
                default -> {}
            }
        }

        private void begin(String name, @Nullable String namespace) throws UnreadableFile {
            if (path.isEmpty() && !(name.equals("Project") && SafeXml.NAMESPACE.equals(namespace))) {
                throw new UnreadableFile(OtherFormats.sentenceForRoot(name));
            }
            path.add(name);
            if (++elements > limits.elements()) {
                throw new UnreadableFile(
                        "The file has more than %,d elements. Export one project without its resources' timesheets."
                                .formatted(limits.elements()));
            }
            if (path.size() > limits.depth()) {
                throw new UnreadableFile("Elements of the file are nested more than " + limits.depth()
                        + " deep: no schedule is. Export it again.");
            }
            text.setLength(0);
            if (atTask()) {
                task = new HashMap<>();
                predecessors = new ArrayList<>();
                baselineFinish = null;
                if (++place >= limits.rows()) {
                    throw new UnreadableFile("The file has more than %,d rows. Split it into several projects."
                            .formatted(limits.rows()));
                }
            } else if (inTask() && path.size() == 4) {
                inner = new HashMap<>();
            }
        }

        private boolean inTask() {
            return path.size() >= 3
                    && path.get(1).equals("Tasks")
                    && path.get(2).equals("Task");
        }

        private boolean atTask() {
            return path.size() == 3 && inTask();
        }

        private void end() throws UnreadableFile {
            String name = path.getLast();
            if (inTask()) {
                switch (path.size()) {
                    case 3 -> endTask();
                    case 4 -> endField(name);
                    case 5 -> inner.put(name, text.toString().strip());
                    default -> {}
                }
            }
            text.setLength(0);
            path.removeLast();
        }

        private void endField(String name) {
            switch (name) {
                case "PredecessorLink" -> predecessors.add(inner);
                case "Baseline" -> {
                    if ("0".equals(inner.get("Number"))) {
                        baselineFinish = inner.get("Finish");
                    }
                }
                default -> task.put(name, text.toString().strip());
            }
        }

        private void endTask() throws UnreadableFile {
            boolean summary = "1".equals(task.get("Summary")) || "1".equals(task.get("IsNull"));
            if (!summary && ++activities > limits.activities()) {
                throw new UnreadableFile("The file has more than %,d activities. Split it into several projects."
                        .formatted(limits.activities()));
            }
            int shown = whole("ID", place + 1);
            String name = new Row(shown, task.getOrDefault("Name", "")).shortName(LONGEST_NAME);
            Row row = new Row(shown, name);
            int number = whole("UID", -1);
            String problem = summary ? null : new RowCheck(task, baselineFinish).problem();
            String guid = task.getOrDefault("GUID", "").toLowerCase(Locale.ROOT);
            seen.add(new Seen(place, row, number, guid, summary, problem));
            if (summary) {
                summaries.add(number);
            }
            rows.putIfAbsent(number, row);
            for (Map<String, String> link : predecessors) {
                add(link, row, number);
            }
        }

        private void add(Map<String, String> link, Row row, int number) throws UnreadableFile {
            if (links.size() >= limits.links()) {
                throw new UnreadableFile(
                        "The file has more than %,d links. Split it into several projects.".formatted(limits.links()));
            }
            String from = link.getOrDefault("PredecessorUID", "");
            boolean known = from.matches("\\d{1,9}");
            String problem = null;
            if (!known) {
                problem = "It waits for a row whose number \"%s\" cannot be read.".formatted(shown(from));
            } else if ("1".equals(link.get("CrossProject"))) {
                problem = "It waits for a row of another file. Link the two milestones here.";
            } else if (!link.getOrDefault("LinkLag", "0").matches("-?\\d{1,9}")) {
                problem = "The lag \"%s\" of its link cannot be read.".formatted(shown(link.get("LinkLag")));
            } else if (!link.getOrDefault("Type", "1").matches("[0-3]")) {
                problem = "The type \"%s\" of its link is none of the four.".formatted(shown(link.get("Type")));
            }
            links.add(new RawLink(known ? Integer.parseInt(from) : -1, row, number, problem));
        }

        private int whole(String field, int otherwise) {
            String value = task.getOrDefault(field, "");
            return value.matches("\\d{1,9}") ? Integer.parseInt(value) : otherwise;
        }

        Scan result() throws UnreadableFile {
            if (activities == 0) {
                throw new UnreadableFile("The file has no activity. Export the project with its tasks.");
            }
            Map<Integer, List<Seen>> byNumber =
                    seen.stream().filter(each -> each.number() >= 0).collect(Collectors.groupingBy(Seen::number));
            Map<String, List<Seen>> byGuid = seen.stream()
                    .filter(each -> !each.summary() && !each.guid().isEmpty())
                    .collect(Collectors.groupingBy(Seen::guid));
            Set<Integer> bad = new HashSet<>();
            List<Told> refused = new ArrayList<>();
            Set<Key> refusedKeys = new HashSet<>();
            for (Seen each : seen) {
                String problem = problem(each, byNumber, byGuid);
                if (problem != null) {
                    bad.add(each.place());
                    refused.add(new Told(each.row(), problem));
                    Stream.ofNullable(each.key()).forEach(refusedKeys::add);
                }
            }
            return new Scan(
                    Set.copyOf(bad),
                    List.copyOf(refused),
                    Set.copyOf(refusedKeys),
                    Map.copyOf(rows),
                    Set.copyOf(summaries),
                    List.copyOf(links));
        }

        /** Of rows with one name none is taken: which of them the one on file is, the file does not say. */
        private static @Nullable String problem(
                Seen row, Map<Integer, List<Seen>> byNumber, Map<String, List<Seen>> byGuid) {
            if (row.summary() || row.problem() != null) {
                return row.problem();
            }
            List<Seen> numbered = byNumber.getOrDefault(row.number(), List.of());
            if (numbered.size() > 1) {
                return "Its unique number %d stands at %s too, so none of them is taken. Export the schedule again."
                        .formatted(row.number(), others(row, numbered));
            }
            List<Seen> named = byGuid.getOrDefault(row.guid(), List.of());
            return named.size() > 1
                    ? "Its GUID stands at %s too, so none of them is taken. Copy the row anew in your scheduling program."
                            .formatted(others(row, named))
                    : null;
        }

        private static String others(Seen row, List<Seen> rows) {
            String shown = rows.stream()
                    .filter(each -> each.place() != row.place())
                    .limit(MOST_NAMED)
                    .map(each -> each.row().toString())
                    .collect(Collectors.joining(" and "));
            int more = rows.size() - 1 - MOST_NAMED;
            return more > 0 ? shown + " and %,d more".formatted(more) : shown;
        }
    }

    /** The values of one row that are read. */
    private record RowCheck(
            Map<String, String> task, @Nullable String baselineFinish) {

        @Nullable
        String problem() {
            if (!task.getOrDefault("UID", "").matches("\\d{1,9}")) {
                return "It has no unique number. Export the schedule again.";
            }
            if (task.getOrDefault("Name", "").isEmpty()) {
                return "It has no name. Give it one in your scheduling program.";
            }
            String guid = task.getOrDefault("GUID", "");
            if (!guid.isEmpty() && !guid.matches(GUID)) {
                return "Its GUID \"%s\" cannot be read. Export the schedule again.".formatted(shown(guid));
            }
            for (String field : List.of("Start", "Finish", "ActualStart", "ActualFinish")) {
                String problem = day(words(field), task.get(field));
                if (problem != null) {
                    return problem;
                }
            }
            String problem = day("baseline finish", baselineFinish);
            problem = problem == null ? duration() : problem;
            problem = problem == null ? order() : problem;
            return problem == null && !task.getOrDefault("PercentComplete", "0").matches("\\d{1,2}|100")
                    ? "It is \"%s\" percent complete: correct it to 0 to 100."
                            .formatted(shown(task.get("PercentComplete")))
                    : problem;
        }

        private static String words(String field) {
            return switch (field) {
                case "ActualStart" -> "actual start";
                case "ActualFinish" -> "actual finish";
                default -> field.toLowerCase(Locale.ROOT);
            };
        }

        private static @Nullable String day(String field, @Nullable String value) {
            if (value == null || value.isEmpty()) {
                return null;
            }
            try {
                LocalDate day = LocalDateTime.parse(value).toLocalDate();
                return day.isBefore(Days.FIRST) || day.isAfter(Days.LAST)
                        ? "Its %s is %s: correct it to a day from %s to %s."
                                .formatted(field, day, Days.FIRST, Days.LAST)
                        : null;
            } catch (DateTimeException unreadable) {
                return "Its %s \"%s\" is no day. Correct it in your scheduling program.".formatted(field, shown(value));
            }
        }

        private @Nullable String duration() {
            String value = task.getOrDefault("Duration", "");
            if (value.isEmpty()) {
                return null;
            }
            try {
                Duration duration = Duration.parse(value);
                return duration.isNegative() || duration.compareTo(LONGEST) > 0
                        ? "Its duration is %s: correct it to 0 to %,d working days."
                                .formatted(shown(value), ScheduleCommand.MOST_LAG)
                        : null;
            } catch (DateTimeException | ArithmeticException unreadable) {
                return "Its duration \"%s\" cannot be read. Correct it in your scheduling program."
                        .formatted(shown(value));
            }
        }

        private @Nullable String order() {
            String start = task.getOrDefault("Start", "");
            String finish = task.getOrDefault("Finish", "");
            return !start.isEmpty()
                            && !finish.isEmpty()
                            && LocalDateTime.parse(finish).isBefore(LocalDateTime.parse(start))
                    ? "It finishes before it starts. Correct its dates in your scheduling program."
                    : null;
        }
    }

    private static String shown(@Nullable String value) {
        String given = value == null ? "" : value;
        return given.length() <= 40 ? given : given.substring(0, 40) + "…";
    }
}
