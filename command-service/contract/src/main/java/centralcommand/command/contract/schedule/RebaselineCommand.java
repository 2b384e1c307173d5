package centralcommand.command.contract.schedule;

import centralcommand.command.contract.program.ProgramId;
import centralcommand.command.contract.shared.Stated;
import centralcommand.command.contract.shared.Text;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an approved promise is replaced by another: asked for by the agency that leads, decided on the record by the czar's office. The
 * original stays what it is. GAO-16-89G, best practice 10; a determination as in 42 U.S.C. 4370m-2(c)(2)(D).
 */
public sealed interface RebaselineCommand extends ScheduleCommand.OfProgram {

    /**
     * Asks for new promised dates. The request takes the next number of the program's baselines.
     *
     * @param basis what the new dates rest on
     * @param consulted whom the agency consulted before it asked
     * @param dates of milestones that an approved baseline promises, 1 to {@value ScheduleCommand#MOST_LINES}; none with fewer than 30 days
     *     to its current promise
     */
    record RequestRebaseline(
            ProgramId programId,
            RebaselineReason reason,
            String narrative,
            String basis,
            String consulted,
            List<NewDate> dates,
            @JsonUnwrapped Stated stated)
            implements RebaselineCommand {

        public RequestRebaseline {
            narrative = Text.required("narrative", narrative, Text.PARAGRAPH);
            basis = Text.required("basis", basis, Text.PARAGRAPH);
            consulted = Text.required("consulted", consulted, Text.PARAGRAPH);
            dates = Lines.bounded("dates", dates);
        }
    }

    /**
     * Makes the requested dates the current baseline.
     *
     * @param determination the factors considered, and why
     * @param consulted whom the czar's office consulted
     * @param dissent who disagreed, and why; absent where nobody did
     */
    record ApproveRebaseline(
            ProgramId programId,
            int baseline,
            String determination,
            String consulted,
            @Nullable String dissent) implements RebaselineCommand {

        public ApproveRebaseline {
            determination = Text.required("determination", determination, Text.PARAGRAPH);
            consulted = Text.required("consulted", consulted, Text.PARAGRAPH);
            dissent = Text.bounded("dissent", dissent, Text.PARAGRAPH);
        }
    }

    /** Leaves the promise as it is. Parameters as of {@link ApproveRebaseline}. */
    record DeclineRebaseline(
            ProgramId programId,
            int baseline,
            String determination,
            String consulted,
            @Nullable String dissent) implements RebaselineCommand {

        public DeclineRebaseline {
            determination = Text.required("determination", determination, Text.PARAGRAPH);
            consulted = Text.required("consulted", consulted, Text.PARAGRAPH);
            dissent = Text.bounded("dissent", dissent, Text.PARAGRAPH);
        }
    }
}
