package centralcommand.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SortedRunsTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 99, 100, 101, 5_000})
    void any_number_of_rows_comes_out_in_order_with_a_hundred_in_memory(int count) {
        var random = new Random(7);
        var expected = new ArrayList<List<Long>>();
        try (var runs = new SortedRuns(4, 100)) {
            for (var i = 0; i < count; i++) {
                var row = new long[] {random.nextInt(10), random.nextLong(), i, i * 2L};
                runs.add(row);
                expected.add(List.of(row[0], row[1], row[2], row[3]));
            }
            expected.sort(Comparator.<List<Long>>comparingLong(List::getFirst)
                    .thenComparingLong(row -> row.get(1))
                    .thenComparingLong(row -> row.get(2)));
            var actual = new ArrayList<List<Long>>();
            runs.forEach(row -> actual.add(List.of(row[0], row[1], row[2], row[3])));
            assertThat(actual).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1_000, 100_000})
    void equal_rows_do_not_slow_it_down_or_overflow_the_stack(int count) {
        try (var runs = new SortedRuns(3, 50_000)) {
            for (var i = 0; i < count; i++) {
                runs.add(1, 1, 1);
            }
            var seen = new int[1];
            runs.forEach(_ -> seen[0]++);
            assertThat(seen[0]).isEqualTo(count);
        }
    }
}
