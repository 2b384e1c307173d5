package centralcommand.web.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

class PointInTimeTest {

    private final Wording wording = new Wording();

    @Test
    void links_keep_the_point_in_time_and_whatever_else_they_carry() {
        var then = new PointInTime("2024-06-30T12:00:00+02:00", "2024-01-01", null);
        assertThat(then.to("/board?agency=DOE"))
                .isEqualTo("/board?agency=DOE&asOf=2024-06-30T12%3A00%3A00%2B02%3A00&statedBy=2024-01-01");
        assertThat(PointInTime.NOW.to("/board?agency=DOE")).isEqualTo("/board?agency=DOE");
    }

    @Test
    void the_way_back_to_now_keeps_the_filters() {
        var request = new MockHttpServletRequest("GET", "/board");
        request.setQueryString("agency=DOE&asOf=812&minPosition=9&sort=-slip&statedBy=2024-01-01");
        assertThat(PointInTime.backToNow(request)).isEqualTo("/board?agency=DOE&sort=-slip");
    }

    @Test
    void a_blank_point_is_now() {
        assertThat(new PointInTime(" ", "", " ")).isEqualTo(PointInTime.NOW);
        assertThat(PointInTime.NOW.past()).isFalse();
        assertThat(new PointInTime("1", null, null).past()).isTrue();
        assertThat(new PointInTime(null, null, "CZAR").past()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "812 | - | what was recorded by position 812",
                "2024-06-30 | - | what was recorded by the end of Jun 30, 2024",
                "2024-07-01T03:30:00Z | - | what was recorded by Jun 30, 2024, 11:30 PM EDT",
                "- | 2024-01-01 | only what was stated by the end of Jan 1, 2024",
                "812 | 2024-01-01 | what was recorded by position 812, and of that only what was stated by the end of Jan 1, 2024",
                "soon | - | what was recorded by \"soon\""
            })
    void the_past_is_said_in_words(String asOf, String statedBy, String sentence) {
        assertThat(wording.past(new PointInTime(asOf, statedBy, null))).isEqualTo(sentence);
    }

    @Test
    void moments_are_written_in_washington_time_and_numbers_with_their_unit() {
        assertThat(wording.moment(Instant.parse("2026-11-24T01:45:00Z"))).isEqualTo("Nov 23, 2026, 8:45 PM EST");
        assertThat(wording.day(LocalDate.of(2026, 6, 30))).isEqualTo("Jun 30, 2026");
        assertThat(wording.days(1)).isEqualTo("1 day");
        assertThat(wording.days(-1)).isEqualTo("-1 day");
        assertThat(wording.days(1399)).isEqualTo("1,399 days");
        assertThat(wording.money(new BigDecimal("848860000.00"), "USD")).isEqualTo("USD 848,860,000");
        assertThat(wording.money(new BigDecimal("5.10"), "USD")).isEqualTo("USD 5.10");
        assertThat(wording.money(null, "USD")).isEqualTo("no amount");
        assertThat(wording.days(null)).isEqualTo("none");
    }
}
