package centralcommand.query.server.board;

import centralcommand.query.server.portfolio.Milestone;
import centralcommand.query.server.portfolio.Milestone.Word;
import centralcommand.query.server.view.Sight;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What got worse, by the month in which it was stated: dates moved out by more than precision, and doubts. */
public final class BadNews {
    private static final Comparator<Item> WORST_FIRST = Comparator.comparingLong(
                    (Item item) -> item.word().moveDays())
            .reversed()
            .thenComparing(item -> item.milestone().id().value());

    private BadNews() {}

    /** One word that made things worse. */
    public record Item(Milestone milestone, Word word) {}

    /** The latest month in which anything got worse, up to today's. */
    static Optional<YearMonth> latestMonth(Sight sight) {
        return all(sight).stream()
                .map(item -> YearMonth.from(item.word().entry().saidOn()))
                .max(Comparator.naturalOrder());
    }

    /** What got worse in the month, the longest move first. */
    public static List<Item> in(Sight sight, YearMonth month) {
        return all(sight).stream()
                .filter(item -> YearMonth.from(item.word().entry().saidOn()).equals(month))
                .sorted(WORST_FIRST)
                .toList();
    }

    private static List<Item> all(Sight sight) {
        return sight.portfolio().digests().stream()
                .flatMap(digest -> digest.badNews().stream().map(word -> new Item(digest.milestone(), word)))
                .toList();
    }
}
