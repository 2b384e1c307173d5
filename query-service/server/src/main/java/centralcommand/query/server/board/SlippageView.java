package centralcommand.query.server.board;

import centralcommand.query.contract.board.MilestoneRow;
import centralcommand.query.contract.board.MilestoneStatus;
import centralcommand.query.contract.board.Slippage;
import centralcommand.query.contract.board.Slippage.Share;
import centralcommand.query.server.coverage.Coverages;
import centralcommand.query.server.portfolio.Digest;
import centralcommand.query.server.view.Filter;
import centralcommand.query.server.view.Page;
import centralcommand.query.server.view.Sight;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Milestones ranked by slip against what was first promised, and how the slips divide by cause, agency and stage. */
public final class SlippageView {
    private static final String NONE_GIVEN = "NONE_GIVEN";
    private static final String IN_WORDS_ONLY = "IN_WORDS_ONLY";
    private static final Set<String> WITHOUT_CHOICE = Set.of(NONE_GIVEN, IN_WORDS_ONLY);

    private SlippageView() {}

    public static Slippage of(Sight sight, Filter filter, @Nullable MilestoneStatus status, Page.Request request) {
        List<MilestoneRow> all = MilestoneBoardView.rows(sight, filter, status, Digest.BY_SLIP);
        Page<MilestoneRow> page = Page.of(all, request, row -> row.milestoneId().value());
        return new Slippage(
                sight.standpoint(),
                Coverages.of(sight),
                shares(all, SlippageView::cause),
                shares(all, row -> row.agency().code()),
                shares(all, row -> row.stage().name()),
                page.rows(),
                page.total(),
                page.next());
    }

    private static String cause(MilestoneRow row) {
        if (row.pausedFor() != null) {
            return "PAUSED_" + row.pausedFor().name();
        }
        if (row.cause() != null) {
            return row.cause().name();
        }
        return row.narrative().isEmpty() ? NONE_GIVEN : IN_WORDS_ONLY;
    }

    private static List<Share> shares(List<MilestoneRow> rows, Function<MilestoneRow, String> name) {
        Map<String, List<Long>> slips = rows.stream()
                .filter(row ->
                        row.slipVsOriginalDays() != null && row.slipVsOriginalDays() > 0 && !row.withinPrecision())
                .collect(Collectors.groupingBy(
                        name, TreeMap::new, Collectors.mapping(MilestoneRow::slipVsOriginalDays, Collectors.toList())));
        return slips.entrySet().stream()
                .map(entry -> new Share(entry.getKey(), entry.getValue().size(), Collections.max(entry.getValue())))
                .sorted(Comparator.comparing((Share share) -> !WITHOUT_CHOICE.contains(share.name()))
                        .thenComparing(
                                Comparator.comparingLong(Share::worstDays).reversed())
                        .thenComparing(Share::name))
                .toList();
    }
}
