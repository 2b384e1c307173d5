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
     * @param after the row to go on after; one that is not there any more gives the first page
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

    public static <T> Page<T> of(List<T> all, Request request, Function<T, String> id) {
        int from = 0;
        for (int i = 0; request.after() != null && i < all.size(); i++) {
            if (id.apply(all.get(i)).equals(request.after())) {
                from = i + 1;
            }
        }
        int to = Math.min(all.size(), from + request.most(MOST));
        List<T> rows = all.subList(from, to);
        return new Page<>(List.copyOf(rows), all.size(), to < all.size() ? id.apply(rows.getLast()) : null);
    }
}
