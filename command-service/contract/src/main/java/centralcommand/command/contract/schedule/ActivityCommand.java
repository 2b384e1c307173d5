package centralcommand.command.contract.schedule;

import centralcommand.command.contract.program.ProgramId;
import centralcommand.command.contract.shared.Days;
import centralcommand.command.contract.shared.Longest;
import centralcommand.command.contract.shared.Stated;
import centralcommand.command.contract.shared.Text;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;

/** What may be said of the work that leads to a milestone: how long it takes, when it stands still, what is left of its margin. */
public sealed interface ActivityCommand extends ScheduleCommand.OfMilestone {

    /**
     * Says how long the work takes that ends with the milestone. May be said on any day; the latest holds.
     *
     * @param lowDays best case, working days of the agency that leads, 0 to {@value ScheduleCommand#MOST_LAG}
     * @param likelyDays most likely; the duration of the network
     * @param highDays worst case
     * @param basis what the estimate rests on
     */
    record EstimateDuration(
            ProgramId programId,
            MilestoneId milestoneId,
            int lowDays,
            int likelyDays,
            int highDays,
            String basis,
            @JsonUnwrapped Stated stated)
            implements ActivityCommand {

        public EstimateDuration {
            if (lowDays < 0 || lowDays > likelyDays || likelyDays > highDays || highDays > ScheduleCommand.MOST_LAG) {
                throw new IllegalArgumentException(
                        "Give the best case, the most likely and the worst in that order, in working days from 0 to "
                                + ScheduleCommand.MOST_LAG + ", not " + lowDays + ", " + likelyDays + ", " + highDays
                                + ".");
            }
            basis = Text.required("basis", basis, Text.PARAGRAPH);
        }
    }

    /** Lets the work stand still for a listed reason; said again, it renews the pause for another quarter. */
    record PauseMilestone(
            ProgramId programId,
            MilestoneId milestoneId,
            PauseReason reason,
            String narrative,
            @JsonUnwrapped Stated stated)
            implements ActivityCommand {

        public PauseMilestone {
            narrative = Text.required("narrative", narrative, Text.PARAGRAPH);
        }
    }

    /** Lets the work go on. */
    record ResumeMilestone(
            ProgramId programId,
            MilestoneId milestoneId,
            String narrative,
            @JsonUnwrapped Stated stated) implements ActivityCommand {

        public ResumeMilestone {
            narrative = Text.required("narrative", narrative, Text.PARAGRAPH);
        }
    }

    /**
     * Takes days from a margin: a milestone of kind MARGIN whose estimated duration is what was set aside.
     *
     * @param workingDays 1 or more, not more than is left
     * @param owner who answers for the use
     */
    record UseMargin(
            ProgramId programId,
            MilestoneId milestoneId,
            int workingDays,
            Cause cause,
            @Longest(Text.LINE) String owner,
            String narrative,
            @JsonUnwrapped Stated stated)
            implements ActivityCommand {

        public UseMargin {
            if (workingDays < 1 || workingDays > ScheduleCommand.MOST_LAG) {
                throw new IllegalArgumentException(
                        "workingDays is " + workingDays + ": give 1 to " + ScheduleCommand.MOST_LAG + " working days.");
            }
            owner = Text.required("owner", owner, Text.LINE);
            narrative = Text.required("narrative", narrative, Text.PARAGRAPH);
        }
    }

    /**
     * Answers that what the milestone waits for is expected too late for its own date.
     *
     * @param impliedDate the date that the answer is about, as it was shown; to one that does not follow it is recorded, shown as an answer to
     *     another date, and counts as none
     */
    record AnswerHiddenSlip(
            ProgramId programId,
            MilestoneId milestoneId,
            LocalDate impliedDate,
            HiddenSlipAnswer answer,
            String narrative,
            @JsonUnwrapped Stated stated)
            implements ActivityCommand {

        public AnswerHiddenSlip {
            impliedDate = Days.required("impliedDate", impliedDate);
            narrative = Text.required("narrative", narrative, Text.PARAGRAPH);
        }
    }

    /**
     * Puts on record that a promised date has passed and that nobody has said that the milestone was reached. Sent by the system on the fifth
     * business day after.
     *
     * @param promised the date that was missed
     */
    record NoticeMissedDate(ProgramId programId, MilestoneId milestoneId, LocalDate promised)
            implements ActivityCommand {

        public NoticeMissedDate {
            promised = Days.required("promised", promised);
        }
    }

    /**
     * Puts on record that a pause was not renewed within its quarter, so that it counts no longer. Sent by the system on the day after.
     *
     * @param renewedUntil the last day on which the pause held
     */
    record NoticeLapsedPause(ProgramId programId, MilestoneId milestoneId, LocalDate renewedUntil)
            implements ActivityCommand {

        public NoticeLapsedPause {
            renewedUntil = Days.required("renewedUntil", renewedUntil);
        }
    }
}
