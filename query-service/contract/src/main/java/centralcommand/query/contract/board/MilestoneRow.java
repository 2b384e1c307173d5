package centralcommand.query.contract.board;

import centralcommand.command.contract.program.LineOfEffort;
import centralcommand.command.contract.program.ProgramId;
import centralcommand.command.contract.program.Stage;
import centralcommand.command.contract.schedule.Cause;
import centralcommand.command.contract.schedule.CauseBasis;
import centralcommand.command.contract.schedule.MilestoneId;
import centralcommand.command.contract.schedule.MilestoneKind;
import centralcommand.command.contract.schedule.PauseReason;
import centralcommand.command.contract.schedule.RebaselineReason;
import centralcommand.command.contract.shared.Agency;
import centralcommand.query.contract.schedule.Downstream;
import centralcommand.query.contract.schedule.Implied;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One promised milestone beside what is said of it now.
 *
 * @param leadOrganization who truly leads, as shown: "EXIM, via Commerce"; the agency's name where it leads itself
 * @param forecast the current report of a date: greatest (statedOn, position); absent before the first
 * @param inDoubt the latest word is a doubt
 * @param closed reached, or its program cancelled
 * @param slipVsOriginalDays new date − original baseline in calendar days; negative is early; absent without two dates
 * @param slipSinceLastReportDays new date − the date reported before it
 * @param slipInterval [new.first − base.last, new.last − base.first]; absent where both are days or there is no slip figure
 * @param withinPrecision the move is smaller than the coarser of the two widths, so not a slip
 * @param downstream what the slip against the original baseline does to those who wait; absent where it is none
 * @param cause of the latest move or doubt, where one was chosen from the list
 * @param narrative of the latest move or doubt, possibly empty
 * @param pausedFor the reason of the pause to which the date owes its latest move; absent where none moved it
 * @param promisedAnewFor the reason of the request to which the expected date is owed; absent where a report said it
 * @param evidence of what was reached, as reported; absent before
 * @param work that leads to it; absent where nothing is said of it
 * @param lastHeardOn day of the latest report, doubt, actual or confirmation; absent if nobody has spoken since the baseline
 * @param lastHeardDays days from then to today
 * @param warning the first day on which doubt or a slip was stated; absent if none was
 * @param missedNotice that the date promised now was missed; absent if no notice was given
 * @param waitedForBy milestones and programs that wait for this one, by a link or for a hand-off that is owed, by id
 * @param waitedForByNames the same in the same order, as people call them; the id where the reader may not know the name
 * @param implied what the network says beside the owner's date; absent where it waits for nothing with a date, or where the viewer may not see it yet
 * @param totalFloatDays working days that it may slip before the end of its program, or of one that waits for it, moves beyond its promise;
 *     negative where it is too late for that already; absent where the network has no date for it
 * @param critical whether it has the least total float of the program's open ones
 * @param version of the program's record, for {@code If-Match}
 * @param figure id of the slip, for {@code /api/lineage}
 */
public record MilestoneRow(
        MilestoneId milestoneId,
        ProgramId programId,
        String programName,
        String title,
        MilestoneKind kind,
        @Nullable String owner,
        Agency agency,
        String leadOrganization,
        LineOfEffort lineOfEffort,
        Stage stage,
        @Nullable StatedDay originalBaseline,
        @Nullable StatedDay currentBaseline,
        @Nullable StatedDay forecast,
        @Nullable StatedDay actual,
        boolean inDoubt,
        MilestoneStatus status,
        boolean closed,
        @Nullable Long slipVsOriginalDays,
        @Nullable Long slipVsCurrentDays,
        @Nullable Long slipSinceLastReportDays,
        @Nullable List<Long> slipInterval,
        boolean withinPrecision,
        @Nullable Downstream downstream,
        @Nullable Cause cause,
        @Nullable CauseBasis causeBasis,
        String narrative,
        @Nullable PauseReason pausedFor,
        @Nullable RebaselineReason promisedAnewFor,
        @Nullable String evidence,
        @Nullable MilestoneWork work,
        @Nullable LocalDate lastHeardOn,
        @Nullable Long lastHeardDays,
        @Nullable LocalDate warning,
        @Nullable MissedNotice missedNotice,
        List<String> waitedForBy,
        List<String> waitedForByNames,
        @Nullable Implied implied,
        @Nullable Integer totalFloatDays,
        boolean critical,
        long version,
        String figure) {}
