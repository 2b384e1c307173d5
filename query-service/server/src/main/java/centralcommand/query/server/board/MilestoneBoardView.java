package centralcommand.query.server.board;

import centralcommand.command.contract.schedule.MilestoneKind;
import centralcommand.query.contract.board.MilestoneBoard;
import centralcommand.query.contract.board.MilestoneRow;
import centralcommand.query.contract.board.MilestoneStatus;
import centralcommand.query.contract.board.StatedDay;
import centralcommand.query.server.coverage.Coverages;
import centralcommand.query.server.handoff.HandoffsView;
import centralcommand.query.server.portfolio.Milestone;
import centralcommand.query.server.view.BadQuery;
import centralcommand.query.server.view.Filter;
import centralcommand.query.server.view.Page;
import centralcommand.query.server.view.Sight;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The milestone board. */
public final class MilestoneBoardView {
    private static final int MOST_DECISIONS = 5;
    private static final Comparator<MilestoneRow> BY_ID =
            Comparator.comparing(row -> row.milestoneId().value());

    private MilestoneBoardView() {}

    public static MilestoneBoard of(
            Sight sight, Filter filter, @Nullable MilestoneStatus status, @Nullable String sort, Page.Request request) {
        Page<MilestoneRow> page = Page.of(
                rows(sight, filter, status, order(sort)),
                request,
                row -> row.milestoneId().value());
        return new MilestoneBoard(
                sight.standpoint(),
                Coverages.of(sight),
                Headlines.of(sight),
                Decisions.all(sight).stream().limit(MOST_DECISIONS).toList(),
                HandoffsView.atRisk(sight),
                page.rows(),
                page.total(),
                page.next());
    }

    static List<MilestoneRow> rows(
            Sight sight, Filter filter, @Nullable MilestoneStatus status, Comparator<MilestoneRow> order) {
        List<Milestone> asked = sight.portfolio().milestones().stream()
                .filter(milestone -> filter.admits(milestone.program()))
                .filter(milestone -> filter.mentions(
                        milestone.title(),
                        milestone.id().value(),
                        milestone.program().name()))
                .toList();
        return MilestoneRows.rows(sight, asked).stream()
                .filter(row -> status == null || row.status() == status)
                .sorted(order)
                .toList();
    }

    /** Greatest slip first; moves within precision, and of dates set by law, after real slips; those without a figure last. */
    static final Comparator<MilestoneRow> BY_SLIP = Comparator.comparingInt(MilestoneBoardView::rank)
            .thenComparing(MilestoneRow::slipVsOriginalDays, Comparator.nullsLast(Comparator.reverseOrder()))
            .thenComparing(BY_ID);

    private static int rank(MilestoneRow row) {
        return row.slipVsOriginalDays() == null
                ? 2
                : row.withinPrecision() || row.kind() == MilestoneKind.STATUTORY ? 1 : 0;
    }

    static Comparator<MilestoneRow> order(@Nullable String sort) {
        return switch (sort == null ? "slip" : sort) {
            case "slip" -> BY_SLIP;
            case "date" ->
                Comparator.comparing(MilestoneBoardView::onFile, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(BY_ID);
            case "agency" -> Comparator.comparing(MilestoneRow::agency).thenComparing(BY_SLIP);
            case "heard" ->
                Comparator.comparing(MilestoneRow::lastHeardOn, Comparator.nullsFirst(Comparator.naturalOrder()))
                        .thenComparing(BY_ID);
            case "title" ->
                Comparator.comparing(MilestoneRow::title, String.CASE_INSENSITIVE_ORDER)
                        .thenComparing(BY_ID);
            default ->
                throw new BadQuery("sort", "“" + sort + "” is no order: give slip, date, agency, heard or title.");
        };
    }

    private static @Nullable LocalDate onFile(MilestoneRow row) {
        StatedDay day =
                row.actual() != null ? row.actual() : row.forecast() != null ? row.forecast() : row.currentBaseline();
        return day == null ? null : day.date();
    }
}
