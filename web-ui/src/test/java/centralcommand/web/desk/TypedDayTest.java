package centralcommand.web.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypedDayTest {

    @Test
    void a_day_is_read_as_a_date_field_sends_it_and_as_people_type_it() {
        assertThat(TypedDay.of("2028-02-29")).contains(LocalDate.of(2028, 2, 29));
        assertThat(TypedDay.of("2/29/2028")).contains(LocalDate.of(2028, 2, 29));
        assertThat(TypedDay.of("11/05/2027")).contains(LocalDate.of(2027, 11, 5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "2027-02-29", "2/30/2028", "13/01/2027", "1899-12-31", "2200-01-01", "27-1-1"})
    void what_is_no_day_or_one_that_nobody_means_is_not_guessed_at(String text) {
        assertThat(TypedDay.of(text)).isEmpty();
    }
}
