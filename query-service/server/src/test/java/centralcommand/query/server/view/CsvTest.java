package centralcommand.query.server.view;

import static org.assertj.core.api.Assertions.assertThat;

import centralcommand.command.contract.program.ProgramId;
import centralcommand.command.contract.shared.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
    record Row(ProgramId programId, String title, @Nullable Money amount, long days, List<String> parts) {}

    private static String line(Row row) {
        return Csv.of(Row.class, List.of(row)).split("\r?\n")[1];
    }

    @Test
    void columns_have_the_names_of_the_answer_and_parts_of_parts_a_dot() {
        assertThat(Csv.of(Row.class, List.of()).strip())
                .isEqualTo("programId,title,amount.amount,amount.currency,days,parts");
    }

    @Test
    void absent_parts_are_empty_cells_and_lists_are_one_cell() {
        assertThat(line(new Row(new ProgramId("a"), "One, two", null, -3, List.of("x", "y"))))
                .isEqualTo("a,\"One, two\",,,-3,x; y");
        assertThat(line(new Row(new ProgramId("a"), "t", Money.usd("60"), 1, List.of())))
                .isEqualTo("a,t,60.00,USD,1,");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\tx"})
    void text_that_a_spreadsheet_would_calculate_is_kept_as_text(String title) {
        assertThat(line(new Row(new ProgramId("a"), title, null, 1, List.of()))).startsWith("a,'" + title + ",");
    }
}
