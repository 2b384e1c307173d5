package centralcommand.web.desk;

import centralcommand.command.contract.program.ProgramId;
import centralcommand.command.contract.schedule.ScheduleCommand.ConfirmUnchanged;
import centralcommand.command.contract.schedule.ScheduleCommand.Report;
import centralcommand.command.contract.schedule.ScheduleCommand.ReportActual;
import centralcommand.command.contract.schedule.ScheduleCommand.ReportDoubt;
import centralcommand.command.contract.schedule.ScheduleCommand.ReportForecast;
import centralcommand.query.contract.board.MilestoneRow;
import centralcommand.web.api.CommandApi;
import centralcommand.web.api.Outcome;
import centralcommand.web.desk.ReportCheck.Change;
import centralcommand.web.desk.ReportForm.Line;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Sends a checked report: each change by a command of its own, then one confirmation of the rest. What is recorded stays
 * recorded when something after it is refused; the form that comes back holds only what is still to be said.
 */
final class ReportSending {
    private static final Pattern LINE_OF_CONFIRMATION = Pattern.compile("lines\\[(\\d{1,4})].*");

    private final CommandApi commands;
    private final DeskQueries queries;

    ReportSending(CommandApi commands, DeskQueries queries) {
        this.commands = commands;
        this.queries = queries;
    }

    /**
     * What became of it.
     *
     * @param form what is still to be said, with the ids of what is recorded
     * @param refused in the order in which it was sent
     * @param unanswered why it is not known what became of the rest; absent where every command was answered
     * @param position what the next page must reflect; 0 where nothing was sent
     * @param nothingNew all of it was on file already, so that there is no entry to show
     */
    record Result(
            ReportForm form,
            List<Refusal> refused,
            @Nullable String unanswered,
            long position,
            boolean nothingNew) {
        boolean complete() {
            return refused.isEmpty() && unanswered == null;
        }
    }

    /**
     * A refusal, put where the officer can act on it.
     *
     * @param milestoneId the line it is about; absent where it is about the confirmation as a whole
     */
    record Refusal(@Nullable String milestoneId, @Nullable String field, String code, String sentence) {}

    /** Strikes lines whose command is recorded already, so that a second click or the back button finds nothing moved. */
    ReportForm withoutRecorded(ReportForm form, ReportCheck check) {
        ReportForm left = form;
        for (var moved : check.moved()) {
            String commandId = form.commandId(moved.line());
            if (moved.line().changed() && queries.recorded(commandId)) {
                left = left.recorded(commandId, List.of(moved.line().milestoneId()));
            }
        }
        return left;
    }

    Result send(ReportForm form, ReportCheck check) {
        Sending sending = new Sending(form);
        List<Change> changes = check.changes();
        for (int next = 0; next < changes.size() && sending.unanswered == null; next++) {
            sending.change(changes.get(next), changes.subList(next + 1, changes.size()));
        }
        for (ConfirmUnchanged confirmation : check.confirmations(form)) {
            if (sending.unanswered == null) {
                sending.confirm(confirmation);
            }
        }
        boolean nothingNew = form.recorded().isEmpty() && sending.entries == 0;
        return new Result(sending.form, List.copyOf(sending.refused), sending.unanswered, sending.position, nothingNew);
    }

    private static String name(Report command) {
        return switch (command) {
            case ReportForecast forecast -> "report-forecast";
            case ReportDoubt doubt -> "report-doubt";
            case ReportActual actual -> "report-actual";
        };
    }

    /** One sending on its way. */
    private final class Sending {
        private ReportForm form;
        private final List<Refusal> refused = new ArrayList<>();
        private final Map<ProgramId, Long> versions = new HashMap<>();
        private @Nullable String unanswered;
        private long position;
        private int entries;

        Sending(ReportForm form) {
            this.form = form;
        }

        void change(Change change, List<Change> following) {
            MilestoneRow row = change.row();
            Line line = change.line();
            String commandId = form.commandId(line);
            long version = versions.getOrDefault(row.programId(), row.version());
            switch (commands.send(name(change.command()), change.command(), commandId, version)) {
                case Outcome.Receipt receipt -> {
                    recorded(receipt, commandId, List.of(line.milestoneId()));
                    if (following.stream()
                            .anyMatch(other -> other.row().programId().equals(row.programId()))) {
                        // Our own entry moved the program's record on; what follows must not be taken for stale.
                        queries.inbox(position).toReport().forEach(now -> versions.put(now.programId(), now.version()));
                    }
                }
                case Outcome.Refused no -> {
                    form = form.with(line.refused());
                    refused.add(new Refusal(line.milestoneId(), no.field(), no.code(), no.detail()));
                }
                case Outcome.Unavailable silence -> unanswered = silence.sentence();
            }
        }

        void confirm(ConfirmUnchanged confirmation) {
            String commandId = form.commandId(confirmation);
            switch (commands.send("confirm-unchanged", confirmation, commandId, null)) {
                case Outcome.Receipt receipt ->
                    recorded(
                            receipt,
                            commandId,
                            confirmation.lines().stream()
                                    .map(line -> line.milestoneId().value())
                                    .toList());
                case Outcome.Refused no -> {
                    form = form.confirmationRefused();
                    refused.add(refusal(no, confirmation));
                }
                case Outcome.Unavailable silence -> unanswered = silence.sentence();
            }
        }

        private void recorded(Outcome.Receipt receipt, String commandId, List<String> milestoneIds) {
            form = form.recorded(commandId, milestoneIds);
            position = Math.max(position, receipt.position());
            entries += receipt.events().size();
        }
    }

    private static Refusal refusal(Outcome.Refused no, ConfirmUnchanged confirmation) {
        Matcher line = LINE_OF_CONFIRMATION.matcher(no.field() == null ? "" : no.field());
        if (line.matches()
                && Integer.parseInt(line.group(1)) < confirmation.lines().size()) {
            var about = confirmation.lines().get(Integer.parseInt(line.group(1)));
            return new Refusal(about.milestoneId().value(), "unchanged", no.code(), no.detail());
        }
        return new Refusal(null, no.field(), no.code(), no.detail());
    }
}
