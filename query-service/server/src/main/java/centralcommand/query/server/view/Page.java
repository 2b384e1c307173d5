package centralcommand.query.server.view;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param total rows on all pages
 * @param next to be given as {@code after} for the rows that follow; absent on the last page
 */
public record Page<T>(List<T> rows, int total, @Nullable String next) {
    public static final int MOST = 1_000;

    /**
     * Which page is asked for.
     *
     * @param after id of the row to go on after, as an answer gave it in {@code next}
     * @param limit 1 to {@value #MOST}
     */
    public record Request(@Nullable String after, @Nullable Integer limit) {
        public static final Request FIRST = new Request(null, null);

        /** How many rows the page holds at most. @throws BadQuery if that is none, or more than anyone may ask for */
        public int most(int otherwise) {
            if (limit == null) {
                return otherwise;
            }
            if (limit < 1 || limit > MOST) {
                throw new BadQuery("limit", "limit is " + limit + ": give 1 to " + MOST + ".");
            }
            return limit;
        }
    }

    /** @throws BadQuery if the row to go on after is not in the list, or no page is that long */
    public static <T> Page<T> of(List<T> all, Request request, Function<T, String> id) {
        int from = from(all, request.after(), id);
        int to = Math.min(all.size(), from + request.most(MOST));
        List<T> rows = all.subList(from, to);
        return new Page<>(List.copyOf(rows), all.size(), to < all.size() ? id.apply(rows.getLast()) : null);
    }

    private static <T> int from(List<T> all, @Nullable String after, Function<T, String> id) {
        if (after == null || after.isBlank()) {
            return 0;
        }
        for (int i = 0; i < all.size(); i++) {
            if (id.apply(all.get(i)).equals(after)) {
                return i + 1;
            }
        }
        throw new BadQuery(
                "after", "“" + after + "” is no row of this list: leave it out to begin with the first row.");
    }
}
