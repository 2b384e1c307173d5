package centralcommand.web.table;

import centralcommand.web.time.PointInTime;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The filters of a list. They live in the address of its page, beside the point in time, so that a link, a bookmark or a
 * printed address shows the same rows to whoever may see them.
 *
 * @param page path of the page
 * @param offered what the list can be narrowed by, in the order in which it is shown
 * @param chosen filter names and values; only those that are offered
 * @param orders in which the list can be shown, the usual one first; each has one direction
 * @param sort the order that was asked for; null for the usual one
 * @param after where the page of rows begins; null for the first
 */
public record Filters(
        String page,
        List<Filter> offered,
        Map<String, String> chosen,
        List<Order> orders,
        @Nullable String sort,
        @Nullable String after,
        PointInTime at) {

    private static final int LONGEST = 100;
    /** Where the rows begin in every page with filters. */
    private static final String ROWS = "#rows";

    /**
     * One thing to narrow by.
     *
     * @param choices values to choose from; empty where words are typed
     * @param form what typed words must look like, as a regular expression
     * @param asked whether the page asks for it; else it comes with a link
     */
    public record Filter(String name, String label, List<Choice> choices, String form, boolean asked) {

        private static final String ANYTHING = ".*";

        public Filter(String name, String label, List<Choice> choices) {
            this(name, label, choices, ANYTHING, true);
        }

        /** Any words. */
        public static Filter typed(String name, String label) {
            return new Filter(name, label, List.of());
        }

        /** Words of one form. */
        public static Filter matching(String name, String label, String form) {
            return new Filter(name, label, List.of(), form, true);
        }

        /** An id that a link brings along; nobody types it. */
        public static Filter linked(String name, String label) {
            return new Filter(name, label, List.of(), "[a-z0-9-]+", false);
        }

        /** One of the codes of an enumeration, each under its name for people. */
        public static <E extends Enum<E>> Filter of(String name, String label, E[] codes, Function<E, String> shown) {
            return new Filter(
                    name,
                    label,
                    Arrays.stream(codes)
                            .map(code -> new Choice(code.name(), shown.apply(code)))
                            .toList());
        }

        private boolean takes(String value) {
            return choices.isEmpty()
                    ? value.matches(form)
                    : choices.stream().anyMatch(choice -> choice.value().equals(value));
        }

        private String shown(String value) {
            return choices.stream()
                    .filter(choice -> choice.value().equals(value))
                    .map(Choice::label)
                    .findFirst()
                    .orElse(value);
        }
    }

    /** One value of a filter, and how it is shown. */
    public record Choice(String value, String label) {}

    /**
     * An order of the list.
     *
     * @param direction as {@code aria-sort} says it: ascending or descending
     */
    public record Order(String name, String direction) {}

    /** A filter in force, and the address without it. */
    public record Chip(String label, String value, String without) {}

    /** Reads the filters from the address. What is not offered there is not a filter: it is left out, not refused. */
    public static Filters of(HttpServletRequest request, List<Filter> offered, List<Order> orders) {
        Map<String, String> chosen = new LinkedHashMap<>();
        for (Filter filter : offered) {
            String value = request.getParameter(filter.name());
            if (value != null && !value.isBlank()) {
                String stripped = value.strip();
                String bounded = stripped.length() > LONGEST ? stripped.substring(0, LONGEST) : stripped;
                if (filter.takes(bounded)) {
                    chosen.put(filter.name(), bounded);
                }
            }
        }
        String sort = request.getParameter("sort");
        String after = request.getParameter("after");
        return new Filters(
                request.getRequestURI(),
                List.copyOf(offered),
                chosen,
                List.copyOf(orders),
                orders.stream().anyMatch(order -> order.name().equals(sort)) ? sort : null,
                after == null || after.isBlank() ? null : after,
                PointInTime.of(request));
    }

    public Filters {
        chosen = Map.copyOf(chosen);
    }

    /** The same filters with other things to choose from, once an answer has told what there is. */
    public Filters offering(List<Filter> others) {
        return new Filters(page, others, chosen, orders, sort, after, at);
    }

    /** What to ask the query service for; the point in time is added there. */
    public Map<String, String> parameters() {
        Map<String, String> parameters = inOrder();
        if (sort != null) {
            parameters.put("sort", sort);
        }
        if (after != null) {
            parameters.put("after", after);
        }
        return parameters;
    }

    public @Nullable String value(String name) {
        return chosen.get(name);
    }

    /** Whether anything at all is left out by choice. */
    public boolean narrowed() {
        return !chosen.isEmpty();
    }

    /** The filters in force, each with the way to take it away. */
    public List<Chip> chips() {
        List<Chip> chips = new ArrayList<>();
        for (Filter filter : offered) {
            String value = chosen.get(filter.name());
            if (value != null) {
                Map<String, String> others = inOrder();
                others.remove(filter.name());
                chips.add(new Chip(filter.label(), filter.shown(value), address(page, others, sort, null)));
            }
        }
        return chips;
    }

    /** What a form that sets the filters must carry along. */
    public Map<String, String> carried() {
        Map<String, String> carried = new LinkedHashMap<>(at.parameters());
        offered.stream()
                .filter(filter -> !filter.asked() && chosen.containsKey(filter.name()))
                .forEach(filter -> carried.put(filter.name(), chosen.get(filter.name())));
        if (sort != null) {
            carried.put("sort", sort);
        }
        return carried;
    }

    /** The page as it is, at its first rows. */
    public String here() {
        return address(page, inOrder(), sort, null);
    }

    /** The page without any filter. */
    public String cleared() {
        return address(page, Map.of(), sort, null);
    }

    /** The page in another order, at its rows: who orders a table does not want to look for it again. */
    public String href(String order) {
        return address(page, inOrder(), order, null) + ROWS;
    }

    /** The value of {@code aria-sort} for a column that can be ordered by. */
    public String aria(String column) {
        String inForce = sort == null && !orders.isEmpty() ? orders.getFirst().name() : sort;
        return orders.stream()
                .filter(order -> order.name().equals(column) && column.equals(inForce))
                .map(Order::direction)
                .findFirst()
                .orElse("none");
    }

    public String startingAfter(String row) {
        return address(page, inOrder(), sort, row) + ROWS;
    }

    /** Another page or a download for the same rows. */
    public String on(String other) {
        return address(other, inOrder(), sort, null);
    }

    private Map<String, String> inOrder() {
        Map<String, String> ordered = new LinkedHashMap<>();
        for (Filter filter : offered) {
            String value = chosen.get(filter.name());
            if (value != null) {
                ordered.put(filter.name(), value);
            }
        }
        return ordered;
    }

    private String address(String path, Map<String, String> filters, @Nullable String order, @Nullable String row) {
        Map<String, String> all = new LinkedHashMap<>(filters);
        if (order != null) {
            all.put("sort", order);
        }
        if (row != null) {
            all.put("after", row);
        }
        all.putAll(at.parameters());
        return PointInTime.address(path, all);
    }
}
