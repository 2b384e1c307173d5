package centralcommand.web.sheet;

import centralcommand.command.contract.program.ProgramId;
import centralcommand.command.contract.schedule.ScheduleCommand;
import centralcommand.command.contract.schedule.ScheduleCommand.ConfirmUnchanged;
import centralcommand.command.contract.shared.Precision;
import centralcommand.query.contract.board.MilestoneRow;
import centralcommand.query.contract.board.StatedDay;
import centralcommand.query.contract.inbox.Inbox;
import centralcommand.sheets.Line;
import centralcommand.sheets.Word;
import centralcommand.web.api.CommandApi;
import centralcommand.web.api.Outcome;
import centralcommand.web.api.Rehearsal;
import centralcommand.web.desk.DateWords;
import centralcommand.web.sheet.CheckedRow.State;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one upload beside what is on file when the page is asked for. Each row is a command of its own; whether it is allowed is for
 * the command service to say, in a dry run and again when it is sent.
 */
final class SheetSending {
    private static final int TOO_MANY = 429;

    private final CommandApi commands;
    private final Upload upload;
    private final LocalDate today;
    private final Map<String, MilestoneRow> onFile = new HashMap<>();
    private final Map<ProgramId, Long> versions = new HashMap<>();

    SheetSending(CommandApi commands, Upload upload, Inbox inbox) {
        this.commands = commands;
        this.upload = upload;
        this.today = inbox.standpoint().today();
        inbox.toReport().forEach(row -> {
            onFile.put(row.milestoneId().value(), row);
            versions.put(row.programId(), row.version());
        });
    }

    /** The service wants to be asked more slowly, or did not answer; what was done so far stands. */
    static final class Interrupted extends RuntimeException {
        private static final long serialVersionUID = 1;

        Interrupted(String sentence) {
            super(sentence);
        }
    }

    /** @throws Interrupted if the service asks to wait */
    CheckedRow check(Line line) {
        MilestoneRow row = onFile.get(line.milestoneId().value());
        CheckedRow plain = new CheckedRow(
                line,
                state(line, row),
                row == null ? line.milestone() : row.title(),
                row == null ? "not open at your agency" : DateWords.onFile(row),
                after(line),
                null,
                null,
                null);
        ScheduleCommand command = line.command(upload.mark());
        Rehearsal rehearsal = commands.rehearse(name(command), command, upload.commandId(line), version(line, command));
        Outcome.Refused refused = rehearsal.refused();
        if (refused != null && refused.status() == TOO_MANY) {
            throw new Interrupted(refused.detail());
        }
        if (rehearsal.recordedAt() != null) {
            return new CheckedRow(
                    line,
                    State.RECORDED,
                    plain.title(),
                    plain.before(),
                    plain.after(),
                    null,
                    null,
                    rehearsal.recordedAt());
        }
        if (refused != null) {
            return plain.refused(
                    refused.stale() ? State.STALE : State.REFUSED, column(refused.field()), refused.detail());
        }
        if (row != null && line.version() != row.version() && !line.dateOnFile().equals(DateWords.onFile(row))) {
            return plain.refused(
                    State.STALE,
                    null,
                    "The sheet says \"" + line.dateOnFile() + "\" was on file; by now it is \"" + DateWords.onFile(row)
                            + "\". Download your lines again and look at it once more.");
        }
        return row != null && saidAlready(line, row)
                ? plain.refused(
                        State.UNCHANGED,
                        null,
                        line.word() == Word.CONFIRM
                                ? "Your agency has spoken of it on that day already, so it is not said again."
                                : "This is on file already, so it is not said again. Write CONFIRM to say that it still stands.")
                : plain;
    }

    /**
     * Records the row if a dry run lets it through.
     *
     * @throws Interrupted if the service asks to wait or does not answer: the row is then sent again, and recorded once
     */
    CheckedRow send(Line line) {
        CheckedRow checked = check(line);
        if (!checked.good()) {
            return checked;
        }
        ScheduleCommand command = line.command(upload.mark());
        return switch (commands.send(name(command), command, upload.commandId(line), version(line, command))) {
            case Outcome.Receipt receipt -> {
                // Our own entry moved the program's record on; what follows must not be taken for stale.
                versions.computeIfPresent(
                        line.programId(),
                        (program, version) -> version + receipt.events().size());
                yield checked.recorded(receipt.position());
            }
            case Outcome.Refused refused when refused.status() == TOO_MANY -> throw new Interrupted(refused.detail());
            case Outcome.Refused refused ->
                checked.refused(
                        refused.stale() ? State.STALE : State.REFUSED, column(refused.field()), refused.detail());
            case Outcome.Unavailable away -> throw new Interrupted(away.sentence());
        };
    }

    private @Nullable Long version(Line line, ScheduleCommand command) {
        return command instanceof ConfirmUnchanged ? null : versions.get(line.programId());
    }

    private static State state(Line line, @Nullable MilestoneRow row) {
        if (line.word() == Word.CONFIRM || (row != null && saysTheSame(line, row))) {
            return State.UNCHANGED;
        }
        return row != null && standing(row) == null ? State.ADDED : State.CHANGED;
    }

    private static @Nullable StatedDay standing(MilestoneRow row) {
        return row.forecast() != null ? row.forecast() : row.currentBaseline();
    }

    private boolean saidAlready(Line line, MilestoneRow row) {
        LocalDate statedOn = line.statedOn() == null ? today : line.statedOn();
        return line.word() == Word.CONFIRM
                ? row.lastHeardOn() != null && !row.lastHeardOn().isBefore(statedOn)
                : saysTheSame(line, row);
    }

    private static boolean saysTheSame(Line line, MilestoneRow row) {
        return switch (line.word()) {
            case FORECAST -> {
                StatedDay forecast = row.forecast();
                yield forecast != null
                        && !row.inDoubt()
                        && forecast.precision() == precision(line)
                        && forecast.date().equals(precision(line).last(Objects.requireNonNull(line.date())));
            }
            case DOUBT -> row.inDoubt() && row.narrative().equals(line.narrative());
            case ACTUAL, CONFIRM -> false;
            case null -> throw new IllegalStateException("A row without a word is not sent.");
        };
    }

    private static Precision precision(Line line) {
        return line.precision() == null ? Precision.DAY : line.precision();
    }

    private static String after(Line line) {
        return switch (line.word()) {
            case CONFIRM -> "still stands";
            case FORECAST -> period(line);
            case DOUBT -> "in doubt: " + line.narrative();
            case ACTUAL -> "reached: " + period(line) + ". Evidence: " + line.evidence();
            case null -> throw new IllegalStateException("A row without a word is not sent.");
        };
    }

    private static String period(Line line) {
        Precision precision = precision(line);
        return DateWords.of(precision.last(Objects.requireNonNull(line.date())), precision);
    }

    private static String name(ScheduleCommand command) {
        return switch (command) {
            case ScheduleCommand.ReportForecast forecast -> "report-forecast";
            case ScheduleCommand.ReportDoubt doubt -> "report-doubt";
            case ScheduleCommand.ReportActual actual -> "report-actual";
            case ConfirmUnchanged confirmation -> "confirm-unchanged";
            default -> throw new IllegalStateException("A sheet asks for nothing else.");
        };
    }

    /** The column that a field of a command was filled from. */
    private static @Nullable String column(@Nullable String field) {
        return field == null ? null : field.replaceFirst("^lines\\[\\d+]\\.", "");
    }
}
