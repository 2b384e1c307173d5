package centralcommand.query.server.schedule;

import centralcommand.command.contract.schedule.ActivityEvent.HiddenSlipAnswered;
import centralcommand.command.contract.schedule.MilestoneId;
import centralcommand.command.contract.shared.Agency;
import centralcommand.query.contract.board.MilestoneRow;
import centralcommand.query.contract.schedule.HiddenSlips;
import centralcommand.query.contract.schedule.Implied;
import centralcommand.query.server.board.MilestoneRows;
import centralcommand.query.server.network.Awaited;
import centralcommand.query.server.network.Disclosure;
import centralcommand.query.server.network.Outlook;
import centralcommand.query.server.network.Outlook.Hidden;
import centralcommand.query.server.network.Route;
import centralcommand.query.server.network.Tie;
import centralcommand.query.server.portfolio.Fact;
import centralcommand.query.server.portfolio.Milestone;
import centralcommand.query.server.view.Filter;
import centralcommand.query.server.view.Sight;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Dates that are earlier than what they wait for allows, as far as the viewer may see them, the largest first. */
public final class HiddenSlipsView {
    private static final Comparator<Hidden> LARGEST_FIRST = Comparator.comparingLong(Hidden::days)
            .reversed()
            .thenComparing(slip -> slip.milestone().id().value());

    private HiddenSlipsView() {}

    public static HiddenSlips of(Sight sight, Filter filter) {
        Outlook outlook = Disclosure.outlook(sight);
        Disclosure disclosure = new Disclosure(sight);
        List<Hidden> slips = outlook.hidden().values().stream()
                .filter(slip -> filter.admits(slip.milestone().program()))
                .filter(slip -> filter.mentions(
                        slip.milestone().title(),
                        slip.milestone().id().value(),
                        slip.milestone().program().name()))
                .sorted(LARGEST_FIRST)
                .toList();
        Map<MilestoneId, MilestoneRow> rows =
                MilestoneRows.rows(sight, slips.stream().map(Hidden::milestone).toList()).stream()
                        .collect(Collectors.toMap(MilestoneRow::milestoneId, Function.identity()));
        int links = sight.portfolio().links().size();
        return new HiddenSlips(
                sight.standpoint(),
                slips.stream()
                        .map(slip -> row(
                                sight,
                                outlook,
                                disclosure,
                                slip,
                                Objects.requireNonNull(rows.get(slip.milestone().id()))))
                        .toList(),
                links,
                links - outlook.speakingLinks());
    }

    /** Those of one agency for which it has not answered. */
    public static List<HiddenSlips.Row> waiting(Sight sight, Agency agency) {
        return of(sight, new Filter(agency, null, null, null, null)).rows().stream()
                .filter(slip -> !slip.answered())
                .toList();
    }

    private static HiddenSlips.Row row(
            Sight sight, Outlook outlook, Disclosure disclosure, Hidden slip, MilestoneRow row) {
        Implied implied = Objects.requireNonNull(row.implied());
        LocalDate answerBy = disclosure.answerBy(slip);
        MilestoneId drivenBy = implied.drivenBy();
        return new HiddenSlips.Row(
                row,
                implied,
                slip.onFile().stated().date(),
                drivenBy(sight, implied),
                drivenBy == null
                        ? outlook.awaited(row.milestoneId()).map(Awaited::last).orElse(null)
                        : outlook.finish(drivenBy).orElse(null),
                Route.implied(outlook, row.milestoneId()).stream()
                        .map(Tie::link)
                        .filter(Objects::nonNull)
                        .map(link -> link.linkId().value())
                        .toList(),
                answerBy,
                answerBy == null
                        ? null
                        : sight.portfolio()
                                .openLapse(slip.milestone().program().leadAgency(), sight.today())
                                .map(lapse -> lapse.declared().event().first())
                                .orElse(null),
                answerBy != null,
                answer(outlook, slip));
    }

    /** "Oxide made (Giving program), the hand-off of 200 t of oxide", or either. */
    private static String drivenBy(Sight sight, Implied implied) {
        return Stream.concat(
                        Stream.ofNullable(implied.drivenBy()).map(id -> name(sight, id)),
                        sight.portfolio().handoffs().stream()
                                .filter(handoff -> handoff.id().equals(implied.handoffId()))
                                .map(handoff ->
                                        "the hand-off of " + handoff.request().deliverable()))
                .collect(Collectors.joining(", "));
    }

    private static String name(Sight sight, MilestoneId id) {
        Milestone milestone = sight.portfolio().milestone(id).orElseThrow();
        return milestone.title() + " (" + milestone.program().name() + ")";
    }

    /** The last to the date that is shown, else the last to another one. */
    private static HiddenSlips.@Nullable Answer answer(Outlook outlook, Hidden slip) {
        List<Fact<HiddenSlipAnswered>> answers =
                outlook.work(slip.milestone().id()).answers();
        if (answers.isEmpty()) {
            return null;
        }
        Fact<HiddenSlipAnswered> last = answers.reversed().stream()
                .filter(answer -> slip.isOf(answer.event().impliedDate()))
                .findFirst()
                .orElseGet(answers::getLast);
        HiddenSlipAnswered said = last.event();
        return new HiddenSlips.Answer(
                said.answer(),
                said.impliedDate(),
                said.narrative(),
                last.by().actor(),
                said.provenance().statedOn(),
                last.position());
    }
}
