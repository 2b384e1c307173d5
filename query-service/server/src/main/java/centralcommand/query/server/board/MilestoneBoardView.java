package centralcommand.query.server.board;

import centralcommand.query.contract.board.MilestoneBoard;
import centralcommand.query.contract.board.MilestoneRow;
import centralcommand.query.contract.board.MilestoneStatus;
import centralcommand.query.server.portfolio.Digest;
import centralcommand.query.server.portfolio.Milestone;
import centralcommand.query.server.view.BadQuery;
import centralcommand.query.server.view.Filter;
import centralcommand.query.server.view.Page;
import centralcommand.query.server.view.Sight;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The milestone board. */
public final class MilestoneBoardView {
    private static final Comparator<Digest> BY_ID =
            Comparator.comparing(digest -> digest.milestone().id().value());

    private MilestoneBoardView() {}

    public static MilestoneBoard of(
            Sight sight, Filter filter, @Nullable MilestoneStatus status, @Nullable String sort, Page.Request request) {
        Page<Digest> page = Page.of(
                digests(sight, filter, status, order(sort)),
                request,
                digest -> digest.milestone().id().value());
        Overview overview = Overview.of(sight);
        return new MilestoneBoard(
                sight.standpoint(),
                overview.coverage(),
                overview.headlines(),
                overview.decisions(),
                overview.handoffsAtRisk(),
                rows(sight, page.rows()),
                page.total(),
                page.next());
    }

    static List<MilestoneRow> rows(
            Sight sight, Filter filter, @Nullable MilestoneStatus status, Comparator<Digest> order) {
        return rows(sight, digests(sight, filter, status, order));
    }

    private static List<MilestoneRow> rows(Sight sight, List<Digest> digests) {
        return MilestoneRows.rows(sight, digests.stream().map(Digest::milestone).toList());
    }

    static List<Digest> digests(
            Sight sight, Filter filter, @Nullable MilestoneStatus status, Comparator<Digest> order) {
        List<Digest> all = sight.portfolio().digests();
        List<Digest> asked = filter.equals(Filter.ALL) && status == null
                ? all
                : all.stream()
                        .filter(digest -> admits(filter, digest.milestone()))
                        .filter(digest -> status == null || digest.milestone().status(sight.today()) == status)
                        .toList();
        return order.equals(Digest.BY_SLIP)
                ? asked
                : asked.stream().sorted(order).toList();
    }

    private static boolean admits(Filter filter, Milestone milestone) {
        return filter.admits(milestone.program())
                && filter.mentions(
                        milestone.title(),
                        milestone.id().value(),
                        milestone.program().name());
    }

    static Comparator<Digest> order(@Nullable String sort) {
        return switch (sort == null ? "slip" : sort) {
            case "slip" -> Digest.BY_SLIP;
            case "date" ->
                Comparator.comparing(Digest::onFile, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(BY_ID);
            case "agency" ->
                Comparator.comparing(
                                (Digest digest) -> digest.milestone().program().leadAgency())
                        .thenComparing(Digest.BY_SLIP);
            case "heard" ->
                Comparator.comparing(Digest::lastHeardOn, Comparator.nullsFirst(Comparator.naturalOrder()))
                        .thenComparing(BY_ID);
            case "title" ->
                Comparator.comparing((Digest digest) -> digest.milestone().title(), String.CASE_INSENSITIVE_ORDER)
                        .thenComparing(BY_ID);
            default ->
                throw new BadQuery("sort", "“" + sort + "” is no order: give slip, date, agency, heard or title.");
        };
    }
}
