package centralcommand.query.server.board;

import centralcommand.command.contract.program.ProgramId;
import centralcommand.query.server.portfolio.Digest;
import centralcommand.query.server.portfolio.Milestone;
import centralcommand.query.server.portfolio.Milestone.Word;
import centralcommand.query.server.portfolio.Portfolio;
import centralcommand.query.server.portfolio.Program;
import centralcommand.query.server.view.Sight;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What got worse, by the month in which it was stated: dates moved out by more than precision, and doubts. */
public final class BadNews {
    private static final Comparator<Item> WORST_FIRST = Comparator.comparingLong(
                    (Item item) -> item.word().moveDays())
            .reversed()
            .thenComparing(item -> item.milestone().id().value());

    private BadNews() {}

    /** One word that made things worse. */
    public record Item(Milestone milestone, Word word) {}

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
        List<Month> latest = sight
                .portfolio()
                .derived(ByProgram.class, before -> ByProgram.of(sight.portfolio(), before))
                .latest()
                .values()
                .stream()
                .flatMap(told -> told.month().stream())
                .toList();
        return latest.stream()
                .map(Month::month)
                .max(Comparator.naturalOrder())
                .map(month -> latest.stream()
                        .filter(each -> each.month().equals(month))
                        .reduce(Month::and)
                        .orElseThrow());
    }

    /** The latest month of each program; of the portfolio before, those are kept of which nothing more was said. */
    private record ByProgram(Map<ProgramId, Told> latest) {
        /** @param digests that it was found in */
        private record Told(List<Digest> digests, Optional<Month> month) {}

        static ByProgram of(Portfolio portfolio, @Nullable ByProgram before) {
            Map<ProgramId, Told> latest =
                    HashMap.newHashMap(portfolio.programs().size());
            for (Program program : portfolio.programs()) {
                List<Digest> digests = portfolio.digests(program);
                Told known = before == null ? null : before.latest.get(program.id());
                latest.put(
                        program.id(),
                        known != null && known.digests == digests ? known : new Told(digests, latestOf(digests)));
            }
            return new ByProgram(latest);
        }

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
                .map(word -> new Item(digest.milestone(), word));
    }
}
