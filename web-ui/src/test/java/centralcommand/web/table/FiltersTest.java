package centralcommand.web.table;

import static org.assertj.core.api.Assertions.assertThat;

import centralcommand.web.table.Filters.Choice;
import centralcommand.web.table.Filters.Filter;
import centralcommand.web.table.Filters.Order;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.util.UriComponentsBuilder;

class FiltersTest {

    private static final List<Filter> OFFERED = List.of(
            new Filter("stage", "Stage", List.of(new Choice("MINE", "Mine"), new Choice("METAL", "Metal"))),
            Filter.linked("programId", "Program"),
            Filter.matching("year", "Year", "\\d{4}"),
            Filter.typed("q", "Search"));
    private static final List<Order> ORDERS = List.of(new Order("slip", "descending"), new Order("title", "ascending"));

    @Test
    void what_is_read_from_an_address_is_written_back_into_it() {
        Filters filters = filters("stage", "MINE", "q", "a b&c={d}#é", "sort", "title", "asOf", "17", "after", "row-9");
        Map<String, String> again = UriComponentsBuilder.fromUriString(filters.startingAfter("row-9"))
                .build()
                .getQueryParams()
                .toSingleValueMap();
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/board");
        again.forEach((name, value) -> request.setParameter(name, URLDecoder.decode(value, StandardCharsets.UTF_8)));
        assertThat(Filters.of(request, OFFERED, ORDERS)).isEqualTo(filters);
    }

    @Test
    void what_is_not_offered_is_no_filter() {
        Filters filters = filters(
                "stage", "KITCHEN", "year", "soon", "programId", "Not An Id", "colour", "red", "sort", "x", "q", " ");
        assertThat(filters.narrowed()).isFalse();
        assertThat(filters.parameters()).isEmpty();
        assertThat(filters.here()).isEqualTo("/board");
    }

    @Test
    void each_chip_takes_its_own_filter_away_and_leaves_the_others() {
        Filters filters = filters("stage", "MINE", "q", "ore", "statedBy", "2024-01-01");
        assertThat(filters.chips())
                .containsExactly(
                        new Filters.Chip("Stage", "Mine", "/board?q=ore&statedBy=2024-01-01"),
                        new Filters.Chip("Search", "ore", "/board?stage=MINE&statedBy=2024-01-01"));
        assertThat(filters.cleared()).isEqualTo("/board?statedBy=2024-01-01");
    }

    @Test
    void another_order_or_filter_begins_at_the_first_rows() {
        Filters filters = filters("stage", "MINE", "after", "row-9");
        assertThat(filters.parameters()).containsEntry("after", "row-9");
        assertThat(filters.href("title")).isEqualTo("/board?stage=MINE&sort=title#rows");
        assertThat(filters.here()).isEqualTo("/board?stage=MINE");
        assertThat(filters.on("/board.csv")).isEqualTo("/board.csv?stage=MINE");
    }

    @Test
    void the_order_in_force_is_the_usual_one_unless_another_is_asked_for() {
        assertThat(filters().aria("slip")).isEqualTo("descending");
        assertThat(filters().aria("title")).isEqualTo("none");
        assertThat(filters("sort", "title").aria("slip")).isEqualTo("none");
        assertThat(filters("sort", "title").aria("title")).isEqualTo("ascending");
    }

    @Test
    void a_form_carries_what_it_has_no_field_for() {
        assertThat(filters("programId", "ucore-smc", "asOf", "17", "sort", "title", "stage", "MINE")
                        .carried())
                .containsExactlyInAnyOrderEntriesOf(Map.of("programId", "ucore-smc", "asOf", "17", "sort", "title"));
    }

    @Test
    void typed_words_are_bounded() {
        assertThat(filters("q", "x".repeat(1000)).value("q")).hasSize(100);
    }

    private static Filters filters(String... parameters) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/board");
        for (int i = 0; i < parameters.length; i += 2) {
            request.setParameter(parameters[i], parameters[i + 1]);
        }
        return Filters.of(request, OFFERED, ORDERS);
    }
}
