package centralcommand.web.table;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The order of a table, which lives in the address ({@code sort=slip}, {@code sort=-slip}).
 *
 * @param column     the column it is ordered by
 * @param descending greatest first
 * @param address    the page with all its filters, without the order
 */
public record TableOrder(String column, boolean descending, String address) {

    /**
     * Reads the order from the address.
     *
     * @param columns those that can be ordered by; anything else falls back to the usual order
     * @param usual   the order without a choice, such as {@code -slip}
     */
    public static TableOrder of(HttpServletRequest request, Set<String> columns, String usual) {
        String asked = request.getParameter("sort");
        String order = asked != null && columns.contains(bare(asked)) ? asked : usual;
        var address = UriComponentsBuilder.fromPath(request.getRequestURI());
        if (request.getQueryString() != null) {
            address.query(request.getQueryString());
        }
        return new TableOrder(
                bare(order),
                order.startsWith("-"),
                address.replaceQueryParam("sort")
                        .replaceQueryParam("after")
                        .build()
                        .toUriString());
    }

    /** The same page ordered by another column, or by the same one the other way round. */
    public String href(String other) {
        boolean turned = other.equals(column) && !descending;
        return address + (address.contains("?") ? "&" : "?") + "sort=" + (turned ? "-" : "") + other;
    }

    /** The value of {@code aria-sort} for a column. */
    public String aria(String other) {
        if (!other.equals(column)) {
            return "none";
        }
        return descending ? "descending" : "ascending";
    }

    private static String bare(String order) {
        return order.startsWith("-") ? order.substring(1) : order;
    }
}
