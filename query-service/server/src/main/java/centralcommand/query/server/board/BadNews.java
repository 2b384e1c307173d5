package centralcommand.query.server.board;

import centralcommand.query.server.portfolio.ByProgram;
import centralcommand.query.server.portfolio.Digest;
import centralcommand.query.server.portfolio.Milestone;
import centralcommand.query.server.portfolio.Milestone.Word;
import centralcommand.query.server.view.Sight;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What got worse, by the month in which it was stated: dates moved out by more than precision, and doubts. */
public final class BadNews {
    private static final Comparator<Item> WORST_FIRST = Comparator.comparingLong(Item::moveDays)
            .reversed()
            .thenComparing(item -> item.milestone().id().value());

    private BadNews() {}

    /**
     * One word that made things worse.
     *
     * @param moveDays by which it moved the date; 0 for a doubt
     */
    public record Item(Milestone milestone, Word word, long moveDays) {}

    /**
     * The latest month in which anything got worse.
     *
     * @param milestones of which something got worse in it
     * @param worst the longest move of it
     */
    record Month(YearMonth month, int milestones, Item worst) {
        /** With what got worse of others in the same month. */
        private Month and(Month others) {
            return new Month(
                    month,
                    milestones + others.milestones,
                    WORST_FIRST.compare(worst, others.worst) <= 0 ? worst : others.worst);
        }
    }

    /** Empty where nothing ever did. */
    static Optional<Month> latest(Sight sight) {
        List<Month> latest = sight.portfolio()
                .derived(
                        Latest.class,
                        before -> new Latest(ByProgram.of(
                                sight.portfolio(), before == null ? null : before.months(), BadNews::latestOf)))
                .months()
                .values()
                .flatMap(Optional::stream)
                .toList();
        return latest.stream()
                .map(Month::month)
                .max(Comparator.naturalOrder())
                .map(month -> latest.stream()
                        .filter(each -> each.month().equals(month))
                        .reduce(Month::and)
                        .orElseThrow());
    }

    private record Latest(ByProgram<Optional<Month>> months) {}

    private static Optional<Month> latestOf(List<Digest> digests) {
        return digests.stream()
                .flatMap(digest -> digest.badNews().stream())
                .map(word -> YearMonth.from(word.entry().saidOn()))
                .max(Comparator.naturalOrder())
                .flatMap(month -> digests.stream()
                        .flatMap(digest -> in(digest, month).min(WORST_FIRST).stream())
                        .map(worst -> new Month(month, 1, worst))
                        .reduce(Month::and));
    }

    /** What got worse in the month, the longest move first. */
    public static List<Item> in(Sight sight, YearMonth month) {
        return sight.portfolio().digests().stream()
                .flatMap(digest -> in(digest, month))
                .sorted(WORST_FIRST)
                .toList();
    }

    private static Stream<Item> in(Digest digest, YearMonth month) {
        return digest.badNews().stream()
                .filter(word -> YearMonth.from(word.entry().saidOn()).equals(month))
                .map(word -> new Item(digest.milestone(), word, word.moveDays()));
    }
}
