package centralcommand.query.contract.schedule;

import centralcommand.command.contract.handoff.HandoffId;
import centralcommand.command.contract.schedule.MilestoneId;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When a milestone can be reached at the earliest if what is reported of all that it waits for is believed.
 *
 * @param first the day if every date comes at the beginning of its period
 * @param last the day if every date comes at the end of its period
 * @param hiddenDays calendar days by which {@code last} lies after the owner's own date, if that is more than precision allows; absent where
 *     nothing is hidden
 * @param drivenBy the milestone that it waits for longest; absent where its own duration or a hand-off decides
 * @param handoffId the hand-off through which it waits, where one decides: with {@code drivenBy}, or by the day on which it comes
 * @param path milestones from the first that decides to this one
 * @param figure id for {@code /api/lineage}
 */
public record Implied(
        LocalDate first,
        LocalDate last,
        @Nullable Long hiddenDays,
        @Nullable MilestoneId drivenBy,
        @Nullable HandoffId handoffId,
        List<MilestoneId> path,
        String figure) {}
