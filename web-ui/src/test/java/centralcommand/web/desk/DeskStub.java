package centralcommand.web.desk;

import centralcommand.command.contract.clearance.ReleasePolicy;
import centralcommand.command.contract.program.LineOfEffort;
import centralcommand.command.contract.program.ProgramId;
import centralcommand.command.contract.program.Stage;
import centralcommand.command.contract.schedule.MilestoneId;
import centralcommand.command.contract.schedule.MilestoneKind;
import centralcommand.command.contract.schedule.PauseReason;
import centralcommand.command.contract.shared.Agency;
import centralcommand.command.contract.shared.Precision;
import centralcommand.command.contract.shared.Provenance;
import centralcommand.command.contract.shared.Provenance.Marking;
import centralcommand.query.contract.board.Coverage;
import centralcommand.query.contract.board.Decision;
import centralcommand.query.contract.board.MilestoneBoard;
import centralcommand.query.contract.board.MilestoneRow;
import centralcommand.query.contract.board.MilestoneStatus;
import centralcommand.query.contract.board.MilestoneWork;
import centralcommand.query.contract.board.Pushes;
import centralcommand.query.contract.board.StatedDay;
import centralcommand.query.contract.history.EventRow;
import centralcommand.query.contract.history.Events;
import centralcommand.query.contract.inbox.Inbox;
import centralcommand.query.contract.program.ProgramPage;
import centralcommand.query.contract.program.ProgramRow;
import centralcommand.query.contract.program.ProgramStatus;
import centralcommand.query.contract.program.Programs;
import centralcommand.query.contract.schedule.Handoffs;
import centralcommand.query.contract.schedule.HiddenSlips;
import centralcommand.query.contract.schedule.Implied;
import centralcommand.query.contract.shared.EntryStatus;
import centralcommand.query.contract.shared.Standpoint;
import centralcommand.web.RunningWeb;
import centralcommand.web.StubService.Answer;
import centralcommand.web.StubService.Asked;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The two services as the desk sees them: versions, command ids, refusals and the query service's answers, in memory. */
final class DeskStub {
    static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> COMMANDS = List.of(
            "report-forecast",
            "report-doubt",
            "report-actual",
            "confirm-unchanged",
            "withdraw-entry",
            "release-entries",
            "set-release-policy",
            "certify-period",
            "approve-baseline",
            "return-baseline",
            "request-handoff",
            "accept-handoff",
            "decline-handoff",
            "renegotiate-handoff",
            "deliver-handoff",
            "contest-handoff",
            "confirm-handoff");

    final Map<String, MilestoneRow> rows = new LinkedHashMap<>();
    final Map<String, Answer> refusals = new HashMap<>();
    final Map<Long, EventRow> events = new TreeMap<>();
    final List<Sent> carriedOut = new ArrayList<>();
    final List<EventRow> toRelease = new ArrayList<>();
    final List<EventRow> refused = new ArrayList<>();
    final List<Decision> toDecide = new ArrayList<>();
    final List<YearMonth> certified = new ArrayList<>();
    final List<Handoffs.Promise> handoffs = new ArrayList<>();
    final List<HiddenSlips.Row> hiddenSlips = new ArrayList<>();
    final List<ProgramRow> programs = new ArrayList<>();
    final List<Pushes.Row> pushed = new ArrayList<>();
    final List<Pushes.End> ends = new ArrayList<>();
    private final Map<String, Answer> answered = new HashMap<>();
    private final Map<String, Long> versions = new HashMap<>();
    private final Map<String, MilestoneWork> works = new HashMap<>();
    private final Map<String, Implied> implied = new HashMap<>();
    long position = 1_000;

    /** A command that was carried out. */
    record Sent(String name, JsonNode body, String commandId) {}

    DeskStub() {
        COMMANDS.forEach(name -> RunningWeb.COMMANDS.answers("/api/commands/" + name, asked -> command(name, asked)));
        RunningWeb.QUERIES.answers("/api/inbox", asked -> ok(inbox()));
        RunningWeb.QUERIES.answers("/api/board", asked -> ok(board()));
        RunningWeb.QUERIES.answers("/api/events", asked -> ok(events(asked)));
        RunningWeb.QUERIES.answers("/api/pushes", asked -> ok(pushes(asked)));
        RunningWeb.QUERIES.answers(
                "/api/programs",
                asked -> ok(new Programs(standpoint(), coverage(), List.copyOf(programs), programs.size(), null)));
    }

    /** Puts a milestone of ENERGY on file. */
    void milestone(String id, String program, MilestoneStatus status, LocalDate date, String... waitedForBy) {
        versions.putIfAbsent(program, 7L);
        rows.put(id, row(id, program, status, day(date, Precision.HALF, position), false, List.of(waitedForBy)));
    }

    /** Lets a milestone of ENERGY wait for ore that comes later than its date. */
    void hides(String id, LocalDate notBefore, long days, LocalDate answerBy) {
        hides(id, notBefore, days, answerBy, null);
    }

    /** The same while the appropriations of ENERGY have lapsed. */
    void hides(String id, LocalDate notBefore, long days, LocalDate answerBy, @Nullable LocalDate lapsedSince) {
        Implied late = new Implied(notBefore, notBefore, days, null, null, List.of(), "implied-" + id);
        implied.put(id, late);
        MilestoneRow row = atVersion(Objects.requireNonNull(rows.get(id)));
        rows.put(id, row);
        hiddenSlips.add(new HiddenSlips.Row(
                row,
                late,
                notBefore.minusDays(days),
                "Ore made (Mine)",
                notBefore,
                List.of(),
                answerBy,
                lapsedSince,
                true,
                null));
    }

    /** Puts a milestone of ENERGY on file whose work stands still. */
    void paused(String id, String program, LocalDate date, LocalDate heldUntil, long daysLeft) {
        works.put(
                id,
                new MilestoneWork(
                        null,
                        new MilestoneWork.Pause(
                                PauseReason.AWAITING_FUNDS,
                                "No loan.",
                                heldUntil.minusMonths(3),
                                heldUntil,
                                daysLeft,
                                position,
                                EntryStatus.RELEASED,
                                Marking.NONE),
                        null));
        milestone(id, program, MilestoneStatus.PAUSED, date);
    }

    /** Somebody else reports a date while the form is open. */
    void moves(String id, LocalDate date) {
        MilestoneRow row = Objects.requireNonNull(rows.get(id));
        position++;
        versions.merge(row.programId().value(), 1L, Long::sum);
        rows.put(
                id,
                row(id, row.programId().value(), row.status(), day(date, Precision.DAY, position), false, List.of()));
    }

    /** The next commands of this name are refused, or answered however the answer says. */
    void refuses(String command, int status, String code, String detail, @Nullable String field) {
        Map<String, Object> problem = new LinkedHashMap<>(Map.of("status", status, "code", code, "detail", detail));
        if (field != null) {
            problem.put("field", field);
        }
        refusals.put(command, new Answer(status, JSON.writeValueAsString(problem)));
    }

    /** An entry waits for release. */
    void waits(long at, String actor) {
        toRelease.add(event(at, "report-forecast", forecast(), "waiting-" + at, actor));
    }

    /** The officer has submitted an entry. */
    void submitted(long at) {
        events.put(at, event(at, "report-forecast", forecast(), "submitted-" + at, "energy"));
        RunningWeb.QUERIES.answers("/api/events/" + at, eventAt(at));
    }

    private static JsonNode forecast() {
        return JSON.readTree("{\"milestoneId\":\"rer-demo-ops\",\"source\":\"Agency report\"}");
    }

    /** The page of a program that has proposed one baseline. */
    void program(String id, String name) {
        program(id, name, "ENERGY");
    }

    /** The page of a program that this agency leads. */
    void program(String id, String name, String agency) {
        var row = new ProgramRow(
                new ProgramId(id),
                name,
                "Performer",
                ProgramStatus.ACTIVE,
                new Agency(agency),
                agency,
                List.of(),
                LineOfEffort.ALLIED_SUPPLY,
                Stage.SEPARATION,
                "",
                0,
                0,
                null,
                7);
        var page = new ProgramPage(
                standpoint(),
                coverage(),
                row,
                "",
                "",
                null,
                null,
                "",
                List.of(),
                rows.values().stream()
                        .filter(each -> each.programId().value().equals(id))
                        .toList(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
        programs.add(row);
        RunningWeb.QUERIES.answers("/api/programs/" + id, asked -> ok(page));
    }

    List<String> carriedOutNames() {
        return carriedOut.stream().map(Sent::name).toList();
    }

    private synchronized Answer command(String name, Asked asked) {
        String commandId = asked.header("Idempotency-key");
        if (answered.containsKey(commandId)) {
            return answered.get(commandId);
        }
        if (refusals.containsKey(name)) {
            return refusals.get(name);
        }
        JsonNode body = JSON.readTree(asked.body());
        String program = body.path("programId").asString("");
        String expected = asked.header("If-match");
        if (!expected.isEmpty() && !expected.equals("\"" + versions.get(program) + "\"")) {
            return problem(412, "STALE", "The record moved since you read it.");
        }
        if (asked.parameter("dryRun").equals("true")) {
            return ok(Map.of("dryRun", true, "position", position, "events", List.of(Map.of("type", "foreseen"))));
        }
        carriedOut.add(new Sent(name, body, commandId));
        position++;
        events.put(position, event(position, name, body, commandId, "energy"));
        RunningWeb.QUERIES.answers("/api/events/" + position, eventAt(position));
        versions.computeIfPresent(program, (id, version) -> version + 1);
        changeRow(name, body);
        Answer receipt = ok(Map.of(
                "commandId",
                commandId,
                "position",
                position,
                "events",
                List.of(Map.of(
                        "position", position, "type", events.get(position).type()))));
        answered.put(commandId, receipt);
        return receipt;
    }

    private Function<Asked, Answer> eventAt(long at) {
        return asked -> ok(Objects.requireNonNull(events.get(at)));
    }

    private void changeRow(String name, JsonNode body) {
        String id = body.path("milestoneId").asString("");
        MilestoneRow row = rows.get(id);
        if (row == null) {
            return;
        }
        String program = row.programId().value();
        switch (name) {
            case "report-forecast" -> {
                Precision precision = Precision.valueOf(body.path("precision").asString("DAY"));
                LocalDate last =
                        precision.last(LocalDate.parse(body.path("date").asString("")));
                rows.put(id, row(id, program, row.status(), day(last, precision, position), false, row.waitedForBy()));
            }
            case "report-doubt" ->
                rows.put(id, row(id, program, MilestoneStatus.IN_DOUBT, row.forecast(), true, row.waitedForBy()));
            case "report-actual" -> rows.remove(id);
            default -> throw new AssertionError(name);
        }
    }

    static EventRow event(long position, String command, JsonNode body, String commandId, String actor) {
        String type = switch (command) {
            case "report-forecast" -> "forecast-reported";
            case "report-doubt" -> "doubt-reported";
            case "report-actual" -> "actual-reported";
            case "confirm-unchanged" -> "confirmed-unchanged";
            default -> command;
        };
        String milestone = body.path("milestoneId").asString("");
        return new EventRow(
                position,
                position,
                Instant.parse("2026-11-23T15:00:00Z"),
                type,
                1,
                "Says " + type + " of " + milestone,
                new ProgramId("rer-upton"),
                milestone.isEmpty() ? null : new MilestoneId(milestone),
                actor,
                "ENERGY",
                List.of("AGENCY_STAFF"),
                command,
                commandId,
                new Provenance(
                        TODAY,
                        null,
                        body.path("source").asString(""),
                        Provenance.Confidence.HIGH,
                        Provenance.Marking.NONE,
                        Provenance.Channel.TYPED),
                EntryStatus.SUBMITTED,
                "",
                null,
                false,
                body.toString());
    }

    private synchronized Inbox inbox() {
        List<MilestoneRow> now = rows.values().stream().map(this::atVersion).toList();
        List<EventRow> submitted = new ArrayList<>(events.values());
        return new Inbox(
                standpoint(),
                YearMonth.from(TODAY),
                now,
                hiddenSlips,
                toRelease,
                toDecide,
                handoffs,
                submitted.reversed(),
                refused,
                certified,
                ReleasePolicy.BY_APPROVER);
    }

    private Standpoint standpoint() {
        return new Standpoint(position, null, null, "ENERGY", TODAY, TODAY);
    }

    private Coverage coverage() {
        return new Coverage(1, 0, rows.size(), 0, 0, "", List.of(), "coverage");
    }

    private MilestoneBoard board() {
        return new MilestoneBoard(
                standpoint(), coverage(), List.of(), List.of(), 0, List.copyOf(rows.values()), rows.size(), null);
    }

    private Events events(Asked asked) {
        String commandId = asked.parameter("commandId");
        String milestone = asked.parameter("milestoneId");
        List<EventRow> found = events.values().stream()
                .filter(event -> commandId.isEmpty() || event.commandId().equals(commandId))
                .filter(event -> milestone.isEmpty()
                        || (event.milestoneId() != null
                                && event.milestoneId().value().equals(milestone)))
                .toList();
        return new Events(standpoint(), found, null);
    }

    private Pushes pushes(Asked asked) {
        return new Pushes(
                standpoint(),
                new MilestoneId(asked.parameter("milestoneId")),
                LocalDate.parse(asked.parameter("date")),
                577L,
                pushed,
                ends);
    }

    /** The answer to a command that repeats what is on file. */
    static Answer unchanged() {
        return ok(Map.of("commandId", "repeated", "position", 1_000, "events", List.of()));
    }

    private static Answer ok(Object body) {
        return new Answer(200, JSON.writeValueAsString(body));
    }

    private static Answer problem(int status, String code, String detail) {
        return new Answer(status, JSON.writeValueAsString(Map.of("status", status, "code", code, "detail", detail)));
    }

    private static StatedDay day(LocalDate last, Precision precision, long position) {
        return new StatedDay(
                last,
                precision.first(last),
                precision,
                "",
                last.minusYears(1),
                position,
                EntryStatus.RELEASED,
                Marking.NONE,
                "f" + position);
    }

    private MilestoneRow atVersion(MilestoneRow row) {
        return row(
                row.milestoneId().value(),
                row.programId().value(),
                row.status(),
                row.forecast(),
                row.inDoubt(),
                row.waitedForBy());
    }

    private MilestoneRow row(
            String id,
            String program,
            MilestoneStatus status,
            @Nullable StatedDay forecast,
            boolean inDoubt,
            List<String> waitedForBy) {
        return new MilestoneRow(
                new MilestoneId(id),
                new ProgramId(program),
                "Program " + program,
                "Title of " + id,
                MilestoneKind.OTHER,
                null,
                new Agency("ENERGY"),
                "ENERGY",
                LineOfEffort.ALLIED_SUPPLY,
                Stage.SEPARATION,
                forecast,
                forecast,
                forecast,
                null,
                inDoubt,
                status,
                false,
                0L,
                0L,
                null,
                null,
                false,
                null,
                null,
                null,
                "",
                null,
                null,
                null,
                works.get(id),
                LocalDate.of(2026, 10, 20),
                34L,
                null,
                null,
                waitedForBy,
                waitedForBy.stream().map(waiter -> "Name of " + waiter).toList(),
                implied.get(id),
                null,
                false,
                versions.getOrDefault(program, 0L),
                "slip-" + id);
    }
}
