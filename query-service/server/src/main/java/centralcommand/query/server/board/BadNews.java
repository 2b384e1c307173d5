package centralcommand.query.server.board;

import centralcommand.query.server.portfolio.Milestone;
import centralcommand.query.server.portfolio.Milestone.Word;
import centralcommand.query.server.portfolio.Portfolio;
import centralcommand.query.server.view.Sight;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
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
        return items(sight).stream()
                .map(item -> item.word().entry().saidOn())
                .max(Comparator.naturalOrder())
                .map(YearMonth::from);
    }

    /** What got worse in the month, the longest move first. */
    public static List<Item> in(Sight sight, YearMonth month) {
        return items(sight).stream()
                .filter(item -> {
                    LocalDate said = item.word().entry().saidOn();
                    return !said.isBefore(month.atDay(1)) && !said.isAfter(month.atEndOfMonth());
                })
                .sorted(WORST_FIRST)
                .toList();
    }

    private static List<Item> items(Sight sight) {
        return sight.portfolio()
                .derived(All.class, before -> All.of(sight.portfolio()))
                .items();
    }

    /** Of one portfolio, whenever it was stated. */
    private record All(List<Item> items) {
        static All of(Portfolio portfolio) {
            List<Item> items = new ArrayList<>();
            portfolio
                    .digests()
                    .forEach(digest -> digest.badNews().forEach(word -> items.add(new Item(digest.milestone(), word))));
            return new All(Collections.unmodifiableList(items));
        }
    }
}
