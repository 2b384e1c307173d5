package centralcommand.web.desk;

import centralcommand.command.contract.program.ProgramId;
import centralcommand.command.contract.schedule.ScheduleCommand.ReportForecast;
import centralcommand.command.contract.shared.Precision;
import centralcommand.query.contract.board.Pushes;
import centralcommand.query.contract.board.StatedDay;
import centralcommand.query.contract.history.EventRow;
import centralcommand.query.contract.history.Events;
import centralcommand.query.contract.inbox.Inbox;
import centralcommand.query.contract.program.ProgramPage;
import centralcommand.query.contract.program.Programs;
import centralcommand.web.api.QueryApi;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What the desk asks of the query service. */
final class DeskQueries {
    private static final int MOST_ROWS = 1_000;
    private static final int MOST_PROGRAMS = 1_000;
    private static final int LATEST_WORDS = 50;

    private final QueryApi queries;

    DeskQueries(QueryApi queries) {
        this.queries = queries;
    }

    /** The inbox at the point in time of the page. */
    Inbox inbox() {
        return queries.get("/api/inbox", Map.of(), Inbox.class);
    }

    /** The inbox once it reflects a position; 0 asks for no more than what is there. */
    Inbox inbox(long minPosition) {
        return minPosition == 0 ? inbox() : queries.get("/api/inbox", Map.of("minPosition", minPosition), Inbox.class);
    }

    /** The inbox as it was when a position had just been recorded. */
    Inbox inboxAt(long position) {
        return queries.get("/api/inbox", Map.of("asOf", position), Inbox.class);
    }

    /** What a date would do to those who wait. */
    Pushes pushes(ReportForecast forecast) {
        Precision precision = forecast.precision() == null ? Precision.DAY : forecast.precision();
        return pushes(forecast.milestoneId().value(), forecast.date(), precision.name());
    }

    Pushes pushes(String milestoneId, LocalDate date, String precision) {
        Map<String, Object> asked = Map.of("milestoneId", milestoneId, "date", date, "precision", precision);
        return queries.get("/api/pushes", asked, Pushes.class);
    }

    /** What a date on file does to those who wait, as it was when a position had just been recorded. */
    Pushes pushesAt(long position, String milestoneId, StatedDay date) {
        Map<String, Object> asked = Map.of(
                "asOf", position, "milestoneId", milestoneId, "date", date.date(), "precision", date.precision());
        return queries.get("/api/pushes", asked, Pushes.class);
    }

    /** The events of one command, oldest first. */
    List<EventRow> eventsOf(String commandId) {
        return queries.get("/api/events", Map.of("commandId", commandId, "limit", MOST_ROWS), Events.class)
                .rows();
    }

    /** Whether a command has left an event that is no refusal. */
    boolean recorded(String commandId) {
        return eventsOf(commandId).stream().anyMatch(event -> !event.type().equals("command-refused"));
    }

    EventRow event(long position) {
        return queries.get("/api/events/{position}", Map.of("position", position), EventRow.class);
    }

    /** The latest words about a milestone, newest first. */
    List<EventRow> wordsAbout(String milestoneId) {
        return queries.get(
                        "/api/events",
                        Map.of("milestoneId", milestoneId, "order", "desc", "limit", LATEST_WORDS),
                        Events.class)
                .rows();
    }

    /** All programs, as many as one answer holds. */
    Programs programs() {
        return queries.get("/api/programs", Map.of("limit", MOST_PROGRAMS), Programs.class);
    }

    ProgramPage program(ProgramId programId) {
        return queries.get("/api/programs/{programId}", Map.of("programId", programId), ProgramPage.class);
    }
}
