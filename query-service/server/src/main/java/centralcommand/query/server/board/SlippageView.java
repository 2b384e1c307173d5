package centralcommand.query.server.board;

import centralcommand.query.contract.board.MilestoneStatus;
import centralcommand.query.contract.board.Slippage;
import centralcommand.query.contract.board.Slippage.Share;
import centralcommand.query.server.coverage.Coverages;
import centralcommand.query.server.portfolio.Digest;
import centralcommand.query.server.portfolio.Milestone;
import centralcommand.query.server.portfolio.Milestone.Slip;
import centralcommand.query.server.view.Filter;
import centralcommand.query.server.view.Page;
import centralcommand.query.server.view.Sight;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Milestones ranked by slip against what was first promised, and how the slips divide by cause, agency and stage. */
public final class SlippageView {
    static final String NONE_GIVEN = "NONE_GIVEN";
    static final String IN_WORDS_ONLY = "IN_WORDS_ONLY";
    private static final Set<String> WITHOUT_CHOICE = Set.of(NONE_GIVEN, IN_WORDS_ONLY);

    private SlippageView() {}

    public static Slippage of(Sight sight, Filter filter, @Nullable MilestoneStatus status, Page.Request request) {
        List<Milestone> all = MilestoneBoardView.digests(sight, filter, status, Digest.BY_SLIP).stream()
                .map(Digest::milestone)
                .toList();
        Page<Milestone> page = Page.of(all, request, milestone -> milestone.id().value());
        return new Slippage(
                sight.standpoint(),
                Coverages.of(sight),
                shares(all, milestone -> Why.of(milestone).code()),
                shares(all, milestone -> milestone.program().leadAgency().code()),
                shares(all, milestone -> milestone.program().stage().name()),
                MilestoneRows.rows(sight, page.rows()),
                page.total(),
                page.next());
    }

    private static List<Share> shares(List<Milestone> milestones, Function<Milestone, String> name) {
        Map<String, List<Long>> slips = new TreeMap<>();
        for (Milestone milestone : milestones) {
            Slip slip = milestone.slipVsOriginal();
            if (slip != null && slip.isLate()) {
                slips.computeIfAbsent(name.apply(milestone), share -> new ArrayList<>())
                        .add(slip.days());
            }
        }
        return slips.entrySet().stream()
                .map(entry -> new Share(entry.getKey(), entry.getValue().size(), Collections.max(entry.getValue())))
                .sorted(Comparator.comparing((Share share) -> !WITHOUT_CHOICE.contains(share.name()))
                        .thenComparing(
                                Comparator.comparingLong(Share::worstDays).reversed())
                        .thenComparing(Share::name))
                .toList();
    }
}
