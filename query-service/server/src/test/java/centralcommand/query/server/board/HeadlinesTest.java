package centralcommand.query.server.board;

import static centralcommand.query.server.told.History.CZAR;
import static centralcommand.query.server.told.History.ENERGY;
import static centralcommand.query.server.told.History.on;
import static org.assertj.core.api.Assertions.assertThat;

import centralcommand.command.contract.capacity.CapacityEvent.CapacityTargetSet;
import centralcommand.command.contract.capacity.CapacityEvent.ProductionReported;
import centralcommand.command.contract.capacity.CapacityId;
import centralcommand.command.contract.capacity.Material;
import centralcommand.command.contract.capacity.TargetId;
import centralcommand.command.contract.capacity.TargetKind;
import centralcommand.command.contract.program.ProgramId;
import centralcommand.command.contract.program.Stage;
import centralcommand.command.contract.shared.Tonnes;
import centralcommand.query.contract.board.Headline;
import centralcommand.query.contract.board.Headline.Subject;
import centralcommand.query.server.told.Chain;
import centralcommand.query.server.told.Looking;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeadlinesTest {
    private static final Tonnes SOME = new Tonnes(BigDecimal.valueOf(300));

    @ParameterizedTest
    @CsvSource({"2026, true", "2028, true", "2036, true", "2199, true"})
    void what_is_made_now_is_told_however_far_the_target_is(int year, boolean told) {
        assertThat(tonnes(year, 2025).contains("300 t were made in 2025")).isEqualTo(told);
    }

    @ParameterizedTest
    @CsvSource({"2017, true", "2016, false"})
    void output_of_long_ago_says_nothing_of_now(int made, boolean told) {
        assertThat(tonnes(2030, made).contains("were made in " + made)).isEqualTo(told);
        assertThat(tonnes(2030, made).contains("is not on file")).isNotEqualTo(told);
    }

    private static String tonnes(int target, int made) {
        Chain chain = new Chain().agency(ENERGY).program(ENERGY, "plant", Chain.promised("opening", "2026-06-30"));
        chain.history()
                .says(
                        CZAR,
                        new CapacityTargetSet(
                                new TargetId("national"),
                                Material.NDFEB_MAGNET,
                                Stage.MAGNET,
                                target,
                                SOME,
                                TargetKind.TARGET,
                                "a plan",
                                on(Chain.STATED)));
        chain.says(
                ENERGY,
                new ProductionReported(
                        new ProgramId("plant"),
                        new CapacityId("plant-output"),
                        Material.NDFEB_MAGNET,
                        Stage.MAGNET,
                        SOME,
                        made,
                        "",
                        on(Chain.STATED)));
        return Headlines.of(Looking.asAuditor(chain.history(), LocalDate.of(2026, 1, 5))).stream()
                .filter(headline -> headline.subject() == Subject.TONNES)
                .flatMap(headline -> headline.parts().stream())
                .map(Headline.Part::text)
                .collect(Collectors.joining());
    }
}
