package centralcommand.web.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class TableOrderTest {

    @Test
    void another_column_starts_ascending_and_the_same_one_turns_round() {
        var order = asked("agency=DOE&sort=title");
        assertThat(order.href("slip")).isEqualTo("/board?agency=DOE&sort=slip");
        assertThat(order.href("title")).isEqualTo("/board?agency=DOE&sort=-title");
        assertThat(order.aria("title")).isEqualTo("ascending");
        assertThat(order.aria("slip")).isEqualTo("none");
        assertThat(asked("sort=-title").href("title")).isEqualTo("/board?sort=title");
    }

    @Test
    void a_column_nobody_offered_gives_the_usual_order() {
        assertThat(asked("sort=password")).isEqualTo(asked(""));
        assertThat(asked("").column()).isEqualTo("slip");
        assertThat(asked("").descending()).isTrue();
    }

    @Test
    void a_new_order_starts_at_the_first_row() {
        assertThat(asked("after=50&sort=title").href("slip")).isEqualTo("/board?sort=slip");
    }

    private static TableOrder asked(String query) {
        var request = new MockHttpServletRequest("GET", "/board");
        request.setQueryString(query);
        for (String pair : query.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                request.addParameter(pair.substring(0, equals), pair.substring(equals + 1));
            }
        }
        return TableOrder.of(request, Set.of("slip", "title"), "-slip");
    }
}
