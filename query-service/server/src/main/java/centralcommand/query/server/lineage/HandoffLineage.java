package centralcommand.query.server.lineage;

import centralcommand.command.contract.handoff.HandoffEvent;
import centralcommand.command.contract.handoff.HandoffEvent.HandoffAccepted;
import centralcommand.command.contract.handoff.HandoffEvent.HandoffConfirmed;
import centralcommand.command.contract.handoff.HandoffEvent.HandoffContested;
import centralcommand.command.contract.handoff.HandoffEvent.HandoffDeclined;
import centralcommand.command.contract.handoff.HandoffEvent.HandoffDelivered;
import centralcommand.command.contract.handoff.HandoffEvent.HandoffRenegotiated;
import centralcommand.command.contract.handoff.HandoffEvent.HandoffRequested;
import centralcommand.command.contract.handoff.HandoffId;
import centralcommand.command.contract.schedule.LinkEnd;
import centralcommand.command.contract.schedule.LinkId;
import centralcommand.command.contract.schedule.MilestoneId;
import centralcommand.command.contract.schedule.ScheduleEvent.MilestonesLinked;
import centralcommand.query.contract.history.Lineage;
import centralcommand.query.contract.schedule.Handoffs.AtRisk;
import centralcommand.query.contract.schedule.Handoffs.Promise;
import centralcommand.query.server.handoff.HandoffsView;
import centralcommand.query.server.portfolio.Fact;
import centralcommand.query.server.portfolio.Handoff;
import centralcommand.query.server.portfolio.Milestone;
import centralcommand.query.server.view.FigureId;
import centralcommand.query.server.view.Filter;
import centralcommand.query.server.view.Sight;
import centralcommand.query.server.view.Words;
import java.util.List;
import java.util.stream.Stream;

/** Behind promises between programs, and links at risk. */
final class HandoffLineage {
    private HandoffLineage() {}

    static Lineage handoff(Working working, String figure, FigureId id) {
        Sight sight = working.sight();
        HandoffId handoffId = new HandoffId(id.part(1));
        Handoff handoff = sight.portfolio().handoffs().stream()
                .filter(each -> each.id().equals(handoffId))
                .findFirst()
                .orElseThrow();
        Promise promise = HandoffsView.of(sight, handoff.request().toProgramId()).stream()
                .filter(each -> each.handoffId().equals(handoffId))
                .findFirst()
                .orElseThrow();
        handoff.entries().forEach(fact -> working.add(fact, said(fact)));
        Stream.ofNullable(handoff.request().fromMilestoneId()).forEach(giving -> addDate(working, giving));
        return working.is(
                figure,
                "Hand-off “" + promise.deliverable() + "” from “" + promise.fromProgram() + "” to “"
                        + promise.toProgram() + "”",
                Words.plain(promise.state())
                        + (promise.lateDays() == null ? "" : ", " + Words.days(promise.lateDays()) + " late"),
                working(promise));
    }

    private static String working(Promise promise) {
        if (promise.firstPromised() == null) {
            return "Nothing is promised; it is needed by %s.".formatted(promise.neededBy());
        }
        Long late = promise.lateDays();
        String against = "First promised for %s, now for %s.".formatted(promise.firstPromised(), promise.promised());
        return late == null
                ? against + " It comes in time as far as is known."
                : "%s It comes %s, %s after the first promise: of what was delivered and confirmed, promised, proposed by its giver and expected of the"
                                .formatted(against, promise.firstPromised().plusDays(late), Words.days(late))
                        + " giving milestone the latest, and not before today once the promised day has passed.";
    }

    private static String said(Fact<HandoffEvent> fact) {
        return switch (fact.event()) {
            case HandoffRequested e -> "needed by " + e.neededBy().date();
            case HandoffAccepted e -> "promised for " + e.promised().date();
            case HandoffDeclined ignored -> "declined";
            case HandoffRenegotiated e -> "proposed for " + e.proposed().date();
            case HandoffDelivered e -> "said to be delivered " + e.date();
            case HandoffContested ignored -> "contested";
            case HandoffConfirmed ignored -> "confirmed";
        };
    }

    static Lineage link(Working working, String figure, FigureId id) {
        Sight sight = working.sight();
        LinkId linkId = new LinkId(id.part(1));
        Fact<MilestonesLinked> fact = sight.portfolio().links().stream()
                .filter(each -> each.event().linkId().equals(linkId))
                .findFirst()
                .orElseThrow();
        AtRisk link = HandoffsView.links(sight, Filter.ALL).stream()
                .filter(each -> each.linkId().equals(linkId))
                .findFirst()
                .orElseThrow();
        working.add(fact, "the link");
        Stream.of(fact.event().from(), fact.event().to())
                .map(LinkEnd::milestoneId)
                .flatMap(Stream::ofNullable)
                .forEach(milestone -> addDate(working, milestone));
        return working.is(figure, link.from() + " → " + link.to(), Words.plain(link.risk()), link.sentence());
    }

    static Lineage atRisk(Working working, String figure) {
        List<Handoff> broken = HandoffsView.broken(working.sight());
        List<Fact<MilestonesLinked>> links = HandoffsView.endangered(working.sight());
        broken.forEach(handoff -> working.add(handoff.last(), "+ 1 promise that is broken"));
        links.forEach(link -> working.add(link, "+ 1 link at risk"));
        return working.is(
                figure,
                "Hand-offs at risk",
                String.valueOf(broken.size() + links.size()),
                "%d broken promises that are still owed + %d links between programs that cross, are out of order, silent or in doubt = %d."
                        .formatted(broken.size(), links.size(), broken.size() + links.size()));
    }

    private static void addDate(Working working, MilestoneId id) {
        working.sight()
                .portfolio()
                .milestone(id)
                .map(Milestone::onFile)
                .ifPresent(dated -> working.add(
                        dated.entry(), "date on file " + dated.stated().date()));
    }
}
