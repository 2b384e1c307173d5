package centralcommand.web.desk;

import static java.util.stream.Collectors.toMap;

import centralcommand.command.contract.schedule.ScheduleCommand.ConfirmUnchanged;
import centralcommand.command.contract.shared.Provenance.Marking;
import centralcommand.query.contract.board.MilestoneRow;
import centralcommand.query.contract.board.StatedDay;
import centralcommand.query.contract.inbox.Inbox;
import centralcommand.web.form.CommandIds;
import centralcommand.web.time.FactWording;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The month's report as it stands in the form: text, exactly as typed, so that nothing is lost on the way back to the page.
 *
 * @param formId made with the form; every command id follows from it and from what the command says
 * @param attempt counts refused confirmations: a refused command is sent again under another id
 * @param statusDate the day on which all this is said
 * @param source of every line that names none of its own
 * @param recorded ids of commands that an earlier sending of this report has already carried out
 * @param done milestones of which those commands spoke; they have no line any more
 * @param lines by milestone, in the order of the page
 */
record ReportForm(
        String formId,
        int attempt,
        String statusDate,
        String source,
        List<String> recorded,
        List<String> done,
        Map<String, Line> lines) {

    /** What the officer says has happened, where a line is opened. */
    enum What {
        NEW_DATE,
        IN_DOUBT,
        REACHED
    }

    /**
     * One milestone.
     *
     * @param unchanged ticked; a change that is filled in takes its place
     * @param attempt counts refusals of this line's command
     */
    record Line(
            String milestoneId,
            Seen seen,
            boolean unchanged,
            What what,
            String date,
            String precision,
            String cause,
            String narrative,
            String source,
            String evidence,
            String marking,
            int attempt) {

        /** A line as the page first offers it: unchanged wherever that can be said and nothing on file speaks against it. */
        static Line prefilled(MilestoneRow row, LocalDate today) {
            StatedDay onFile = Seen.onFile(row);
            String precision = onFile == null ? "DAY" : onFile.precision().name();
            return new Line(
                    row.milestoneId().value(),
                    Seen.of(row),
                    Unconfirmable.of(row, today) == null && !ReportPage.hides(row),
                    What.NEW_DATE,
                    "",
                    precision,
                    "",
                    "",
                    "",
                    "",
                    Marking.NONE.name(),
                    0);
        }

        /** Whether a change is filled in. "New date" is chosen on every line from the start, so it counts only with words of its own. */
        boolean changed() {
            return what != What.NEW_DATE || !(date + cause + narrative + source + evidence).isBlank();
        }

        Line refused() {
            return new Line(
                    milestoneId,
                    seen,
                    unchanged,
                    what,
                    date,
                    precision,
                    cause,
                    narrative,
                    source,
                    evidence,
                    marking,
                    attempt + 1);
        }

        /** The same words beside what is on file by now; a tick was for the date that was seen, so it is taken off. */
        Line seeing(Seen now) {
            return new Line(
                    milestoneId,
                    now,
                    false,
                    what,
                    date,
                    precision,
                    cause,
                    narrative,
                    source,
                    evidence,
                    marking,
                    attempt);
        }

        /** Name of one of its fields in the form: the path of the property, so that the shared field fragments find it. */
        static String name(String milestoneId, String field) {
            return "lines[" + milestoneId + "]." + field;
        }
    }

    ReportForm {
        recorded = List.copyOf(recorded);
        done = List.copyOf(done);
        lines = Collections.unmodifiableMap(new LinkedHashMap<>(lines));
    }

    /** The report as the reminder opens it. */
    static ReportForm prefilled(Inbox inbox, String agency) {
        LocalDate today = inbox.standpoint().today();
        return new ReportForm(
                CommandIds.fresh(),
                0,
                today.toString(),
                usualSource(agency, inbox.month()),
                List.of(),
                List.of(),
                lines(inbox.toReport().stream().map(row -> Line.prefilled(row, today))));
    }

    /** "Energy report, November 2026": so that the source need not be typed. */
    static String usualSource(String agency, YearMonth month) {
        return FactWording.agencyName(agency) + " report, "
                + DateTimeFormatter.ofPattern("MMMM uuuu", Locale.US).format(month);
    }

    /** The report as it was sent, or put back after an expired session; null where the request carries none. */
    static @Nullable ReportForm of(Map<String, String[]> parameters) {
        if (!parameters.containsKey("formId")) {
            return null;
        }
        return new ReportForm(
                CommandIds.of(text(parameters, "formId")),
                count(parameters, "attempt"),
                text(parameters, "statusDate"),
                text(parameters, "source"),
                List.of(parameters.getOrDefault("recorded", new String[0])),
                List.of(parameters.getOrDefault("done", new String[0])),
                lines(Stream.of(parameters.getOrDefault("line", new String[0])).map(id -> line(parameters, id))));
    }

    /** What a request that brought no form amounts to. */
    static ReportForm empty() {
        return new ReportForm(CommandIds.fresh(), 0, "", "", List.of(), List.of(), Map.of());
    }

    private static Line line(Map<String, String[]> parameters, String id) {
        return new Line(
                id,
                Seen.parse(text(parameters, Line.name(id, "seen"))),
                parameters.containsKey(Line.name(id, "unchanged")),
                what(text(parameters, Line.name(id, "what"))),
                text(parameters, Line.name(id, "date")),
                text(parameters, Line.name(id, "precision")),
                text(parameters, Line.name(id, "cause")),
                text(parameters, Line.name(id, "narrative")),
                text(parameters, Line.name(id, "source")),
                text(parameters, Line.name(id, "evidence")),
                text(parameters, Line.name(id, "marking")),
                count(parameters, Line.name(id, "attempt")));
    }

    private static Map<String, Line> lines(Stream<Line> lines) {
        return lines.collect(toMap(Line::milestoneId, line -> line, (first, again) -> first, LinkedHashMap::new));
    }

    private static What what(String name) {
        return Stream.of(What.values())
                .filter(what -> what.name().equals(name))
                .findFirst()
                .orElse(What.NEW_DATE);
    }

    private static String text(Map<String, String[]> parameters, String name) {
        String[] values = parameters.get(name);
        return values == null || values.length == 0 ? "" : values[0].strip();
    }

    private static int count(Map<String, String[]> parameters, String name) {
        String value = text(parameters, name);
        return value.matches("\\d{1,6}") ? Integer.parseInt(value) : 0;
    }

    /** Id under which a line is sent; the same for the same sending, however often it arrives. */
    String commandId(Line line) {
        return commandId(line.milestoneId(), line.attempt());
    }

    /** Id under which a confirmation is sent; it is known by its first milestone. */
    String commandId(ConfirmUnchanged confirmation) {
        return commandId("confirm " + confirmation.lines().getFirst().milestoneId(), attempt);
    }

    private String commandId(String what, int attempts) {
        String name = formId + " " + what + " " + attempts;
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** The report without lines that a command has carried out. */
    ReportForm recorded(String commandId, Collection<String> milestoneIds) {
        Map<String, Line> others = new LinkedHashMap<>(lines);
        others.keySet().removeAll(milestoneIds);
        return new ReportForm(
                formId,
                attempt,
                statusDate,
                source,
                and(recorded, List.of(commandId)),
                and(done, milestoneIds),
                others);
    }

    /** The report with one line replaced. */
    ReportForm with(Line line) {
        Map<String, Line> others = new LinkedHashMap<>(lines);
        others.put(line.milestoneId(), line);
        return new ReportForm(formId, attempt, statusDate, source, recorded, done, others);
    }

    ReportForm with(Map<String, Line> others) {
        return new ReportForm(formId, attempt, statusDate, source, recorded, done, others);
    }

    /** The report after its confirmation was refused. */
    ReportForm confirmationRefused() {
        return new ReportForm(formId, attempt + 1, statusDate, source, recorded, done, lines);
    }

    private static List<String> and(Collection<String> some, Collection<String> more) {
        return Stream.concat(some.stream(), more.stream()).distinct().toList();
    }

    /** What stands in the form, by field name, for a page that carries it on without showing it. Empty fields are left out. */
    public Map<String, List<String>> parameters() {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        parameters.put("formId", List.of(formId));
        put(parameters, "attempt", attempt == 0 ? "" : Integer.toString(attempt));
        put(parameters, "statusDate", statusDate);
        put(parameters, "source", source);
        parameters.put("recorded", recorded);
        parameters.put("done", done);
        parameters.put("line", List.copyOf(lines.keySet()));
        lines.values().forEach(line -> {
            String id = line.milestoneId();
            put(parameters, Line.name(id, "seen"), line.seen().text());
            put(parameters, Line.name(id, "unchanged"), line.unchanged() ? "true" : "");
            put(parameters, Line.name(id, "attempt"), line.attempt() == 0 ? "" : Integer.toString(line.attempt()));
            put(parameters, Line.name(id, "precision"), line.precision());
            if (line.changed()) {
                put(parameters, Line.name(id, "what"), line.what().name());
                put(parameters, Line.name(id, "date"), line.date());
                put(parameters, Line.name(id, "cause"), line.cause());
                put(parameters, Line.name(id, "narrative"), line.narrative());
                put(parameters, Line.name(id, "source"), line.source());
                put(parameters, Line.name(id, "evidence"), line.evidence());
                put(parameters, Line.name(id, "marking"), line.marking());
            }
        });
        return parameters;
    }

    private static void put(Map<String, List<String>> parameters, String name, String value) {
        if (!value.isEmpty()) {
            parameters.put(name, List.of(value));
        }
    }
}
