package centralcommand.command.contract.schedule;

import centralcommand.command.contract.program.ProgramId;
import centralcommand.command.contract.shared.Between;
import centralcommand.command.contract.shared.Command;
import centralcommand.command.contract.shared.Days;
import centralcommand.command.contract.shared.Precision;
import centralcommand.command.contract.shared.Stated;
import centralcommand.command.contract.shared.Text;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What may be asked of baselines, milestones and the links between them. */
public sealed interface ScheduleCommand extends Command {

    /** Most milestones in one baseline, and most lines in one confirmation. */
    int MOST_LINES = 500;

    /** Longest lag and longest duration, in working days: twenty years. */
    int MOST_LAG = 5_000;

    /** A command about one program. */
    sealed interface OfProgram extends ScheduleCommand
            permits OfMilestone, ProposeBaseline, ApproveBaseline, ReturnBaseline, LinkMilestones, RebaselineCommand {
        ProgramId programId();
    }

    /** A command about one milestone. */
    sealed interface OfMilestone extends OfProgram permits Report, ActivityCommand {
        MilestoneId milestoneId();
    }

    /** A command that says when a milestone is expected or was reached. */
    sealed interface Report extends OfMilestone {}

    /**
     * Asks to promise milestones. The number of the baseline follows from the order of proposals.
     *
     * @param basis what the dates rest on
     * @param milestones new ones, 1 to {@value #MOST_LINES}; the date of a known one moves only by an approved rebaseline
     */
    record ProposeBaseline(
            ProgramId programId,
            String basis,
            List<PlannedMilestone> milestones,
            @JsonUnwrapped Stated stated) implements OfProgram {

        public ProposeBaseline {
            basis = Text.required("basis", basis, Text.PARAGRAPH);
            milestones = Lines.bounded("milestones", milestones);
        }
    }

    /** Asks to make a proposed baseline the promise. A first one may be approved by the agency's approver, a later one by the czar's office; never by its proposer. */
    record ApproveBaseline(ProgramId programId, int baseline) implements OfProgram {}

    /** Asks to send a proposed baseline back. */
    record ReturnBaseline(ProgramId programId, int baseline, String reason) implements OfProgram {
        public ReturnBaseline {
            reason = Text.required("reason", reason, Text.PARAGRAPH);
        }
    }

    /**
     * Reports when a milestone is now expected.
     *
     * @param date a day of the period in which it is expected; not before the day on which this is stated
     * @param precision DAY where left out
     * @param asStated the source's own words
     */
    record ReportForecast(
            ProgramId programId,
            MilestoneId milestoneId,
            LocalDate date,
            @Nullable Precision precision,
            @Nullable String asStated,
            @Nullable Cause cause,
            @Nullable CauseBasis causeBasis,
            @Nullable String narrative,
            @JsonUnwrapped Stated stated)
            implements Report {
        public ReportForecast {
            date = Days.required("date", date);
            asStated = Text.bounded("asStated", asStated, Text.PARAGRAPH);
            narrative = Text.bounded("narrative", narrative, Text.PARAGRAPH);
        }
    }

    /** Reports that a date is in doubt and that no new one can be given; says why. */
    record ReportDoubt(
            ProgramId programId,
            MilestoneId milestoneId,
            @Nullable String asStated,
            @Nullable Cause cause,
            @Nullable CauseBasis causeBasis,
            String narrative,
            @JsonUnwrapped Stated stated)
            implements Report {
        public ReportDoubt {
            asStated = Text.bounded("asStated", asStated, Text.PARAGRAPH);
            narrative = Text.required("narrative", narrative, Text.PARAGRAPH);
        }
    }

    /**
     * Reports that a milestone was reached.
     *
     * @param date a day of the period in which it was reached; that period begins no later than the day on which this is stated
     * @param precision DAY where left out
     * @param evidence reference to what proves it
     */
    record ReportActual(
            ProgramId programId,
            MilestoneId milestoneId,
            LocalDate date,
            @Nullable Precision precision,
            @Nullable String asStated,
            @Nullable Cause cause,
            @Nullable CauseBasis causeBasis,
            @Nullable String narrative,
            String evidence,
            @JsonUnwrapped Stated stated)
            implements Report {
        public ReportActual {
            date = Days.required("date", date);
            asStated = Text.bounded("asStated", asStated, Text.PARAGRAPH);
            narrative = Text.bounded("narrative", narrative, Text.PARAGRAPH);
            evidence = Text.required("evidence", evidence, Text.PARAGRAPH);
        }
    }

    /**
     * Confirms in one act that the dates on file still stand. The day on which it is stated is the status date.
     *
     * @param lines milestones of one or more programs, 1 to {@value #MOST_LINES}; all are confirmed or none
     */
    record ConfirmUnchanged(List<Line> lines, @JsonUnwrapped Stated stated) implements ScheduleCommand {

        public ConfirmUnchanged {
            lines = Lines.bounded("lines", lines);
        }

        /** One milestone that is confirmed. */
        public record Line(ProgramId programId, MilestoneId milestoneId) {}
    }

    /**
     * Asks to record that {@code to} waits for {@code from}; at least one of them is a program or a milestone. No circle of
     * milestones is allowed.
     *
     * @param type which ends the link joins; FINISH_TO_START where left out
     * @param lagDays working days of the one who waits that must lie between the two ends; negative for a lead; 0 where left out
     */
    record LinkMilestones(
            LinkId linkId,
            LinkEnd from,
            LinkEnd to,
            LinkKind kind,
            @Nullable LinkType type,

            @Between(least = -MOST_LAG, most = MOST_LAG) @Nullable
            Integer lagDays,

            @Nullable String note,
            @JsonUnwrapped Stated stated)
            implements OfProgram {
        public LinkMilestones {
            if (from.programId() == null && to.programId() == null) {
                throw new IllegalArgumentException(
                        "Both ends are outside parties: give a program or a milestone for at least one.");
            }
            if (lagDays != null && Math.abs((long) lagDays) > MOST_LAG) {
                throw new IllegalArgumentException(
                        "lagDays is " + lagDays + ": give " + MOST_LAG + " working days at most, either way.");
            }
            note = Text.bounded("note", note, Text.PARAGRAPH);
        }

        /** The program that waits, in whose stream the link stands; the other end's where an outside party waits. */
        @Override
        public ProgramId programId() {
            ProgramId waiting = to.programId();
            return waiting == null ? Objects.requireNonNull(from.programId()) : waiting;
        }
    }
}
