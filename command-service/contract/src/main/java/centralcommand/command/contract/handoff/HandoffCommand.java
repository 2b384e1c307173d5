package centralcommand.command.contract.handoff;

import centralcommand.command.contract.program.ProgramId;
import centralcommand.command.contract.schedule.Cause;
import centralcommand.command.contract.schedule.MilestoneId;
import centralcommand.command.contract.shared.Command;
import centralcommand.command.contract.shared.Days;
import centralcommand.command.contract.shared.Longest;
import centralcommand.command.contract.shared.Precision;
import centralcommand.command.contract.shared.Stated;
import centralcommand.command.contract.shared.Text;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What may be said of a hand-off: the agency that leads the receiving program asks, the one that leads the giving program promises and
 * delivers, and each change needs the word of the other side.
 */
public sealed interface HandoffCommand extends Command {

    HandoffId handoffId();

    /**
     * Asks another program for something by a day. Sent by the agency that leads the receiving program.
     *
     * @param fromProgramId the program that is to give
     * @param fromMilestoneId the milestone with which it gives, where one is known
     * @param toProgramId the program that is to receive
     * @param toMilestoneId the milestone that waits for it
     * @param deliverable what is handed over, in one line
     * @param neededBy a day of the period by which it is needed
     * @param precision DAY where left out
     */
    record RequestHandoff(
            HandoffId handoffId,
            ProgramId fromProgramId,
            @Nullable MilestoneId fromMilestoneId,
            ProgramId toProgramId,
            MilestoneId toMilestoneId,
            @Longest(Text.LINE) String deliverable,
            LocalDate neededBy,
            @Nullable Precision precision,
            @JsonUnwrapped Stated stated)
            implements HandoffCommand {

        public RequestHandoff {
            deliverable = Text.required("deliverable", deliverable, Text.LINE);
            neededBy = Days.required("neededBy", neededBy);
        }
    }

    /**
     * Promises what is asked; or, after a renegotiation by the other side, agrees to its date.
     *
     * @param date a day of the promised period; the one that was asked for or proposed where left out
     * @param precision of the date; where left out beside one, that of the date the other side proposes, else DAY
     */
    record AcceptHandoff(
            HandoffId handoffId,
            @Nullable LocalDate date,
            @Nullable Precision precision,
            @Nullable String note,
            @JsonUnwrapped Stated stated)
            implements HandoffCommand {

        public AcceptHandoff {
            date = Days.optional("date", date);
            note = Text.bounded("note", note, Text.PARAGRAPH);
        }
    }

    /** Refuses what is asked; or, after a renegotiation by the other side, holds to the promise as it was. */
    record DeclineHandoff(
            HandoffId handoffId,
            String reason,
            @JsonUnwrapped Stated stated) implements HandoffCommand {
        public DeclineHandoff {
            reason = Text.required("reason", reason, Text.PARAGRAPH);
        }
    }

    /**
     * Proposes another date for what was promised. Either side may; it holds once the other accepts it. The first promise stays on record.
     *
     * @param precision DAY where left out
     */
    record RenegotiateHandoff(
            HandoffId handoffId,
            LocalDate date,
            @Nullable Precision precision,
            Cause cause,
            String narrative,
            @JsonUnwrapped Stated stated)
            implements HandoffCommand {

        public RenegotiateHandoff {
            date = Days.required("date", date);
            narrative = Text.required("narrative", narrative, Text.PARAGRAPH);
        }
    }

    /**
     * Says that it was handed over. Sent by the giving side; it is owed until the receiving side confirms it.
     *
     * @param date the day, not before it was asked for and not after the day on which this is stated
     * @param evidence reference to what proves it
     */
    record DeliverHandoff(
            HandoffId handoffId,
            LocalDate date,
            String evidence,
            @JsonUnwrapped Stated stated) implements HandoffCommand {
        public DeliverHandoff {
            date = Days.required("date", date);
            evidence = Text.required("evidence", evidence, Text.PARAGRAPH);
        }
    }

    /** Says that what is said to be delivered did not arrive, or is not what was asked: it is owed as before. Sent by the receiving side. */
    record ContestHandoff(
            HandoffId handoffId,
            String reason,
            @JsonUnwrapped Stated stated) implements HandoffCommand {
        public ContestHandoff {
            reason = Text.required("reason", reason, Text.PARAGRAPH);
        }
    }

    /** Says that what was delivered is what was asked. Sent by the receiving side. */
    record ConfirmHandoff(
            HandoffId handoffId,
            @Nullable String note,
            @JsonUnwrapped Stated stated) implements HandoffCommand {
        public ConfirmHandoff {
            note = Text.bounded("note", note, Text.PARAGRAPH);
        }
    }
}
