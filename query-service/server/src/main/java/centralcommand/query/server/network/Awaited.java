package centralcommand.query.server.network;

import centralcommand.command.contract.handoff.HandoffId;
import centralcommand.command.contract.schedule.MilestoneId;
import centralcommand.command.contract.shared.Agency;
import centralcommand.command.contract.shared.StatedDate;
import centralcommand.query.server.portfolio.Handoff;
import centralcommand.query.server.portfolio.Portfolio;
import centralcommand.query.server.portfolio.Program;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/**
 * The hand-offs that a milestone waits for.
 *
 * @param handoff the one that comes last
 * @param first the day on which the last of them comes, if every date comes at the beginning of its period
 * @param last the same for the end of each period
 */
public record Awaited(Handoff handoff, LocalDate first, LocalDate last) {

    /** By the milestone that waits; hand-offs that nobody promised are waited for without a day. */
    static Map<MilestoneId, Awaited> of(Portfolio portfolio, LocalDate today) {
        return of(portfolio, today, Map.of());
    }

    /** @param instead days on which some come instead of what is said of them */
    static Map<MilestoneId, Awaited> of(Portfolio portfolio, LocalDate today, Map<HandoffId, StatedDate> instead) {
        Map<MilestoneId, Awaited> awaited = new HashMap<>();
        for (Handoff handoff : portfolio.handoffs()) {
            Agency giver = portfolio
                    .program(handoff.request().fromProgramId())
                    .map(Program::leadAgency)
                    .orElse(null);
            StatedDate comes =
                    instead.containsKey(handoff.id()) ? instead.get(handoff.id()) : handoff.comes(giver, today);
            if (comes != null) {
                awaited.merge(
                        handoff.request().toMilestoneId(),
                        new Awaited(handoff, comes.first(), comes.date()),
                        Awaited::and);
            }
        }
        return awaited;
    }

    private Awaited and(Awaited other) {
        return new Awaited(
                other.last.isAfter(last) ? other.handoff : handoff,
                other.first.isAfter(first) ? other.first : first,
                other.last.isAfter(last) ? other.last : last);
    }
}
