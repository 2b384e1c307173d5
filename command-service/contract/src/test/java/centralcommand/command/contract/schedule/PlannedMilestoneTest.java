package centralcommand.command.contract.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import centralcommand.command.contract.program.ProgramId;
import centralcommand.command.contract.shared.Precision;
import centralcommand.command.contract.shared.Stated;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlannedMilestoneTest {
    private static final MilestoneId ID = new MilestoneId("ucore-first-prod");

    @Test
    void a_promise_is_kept_by_the_last_day_of_its_period() {
        PlannedMilestone promised = new PlannedMilestone(
                ID, "First oxides", LocalDate.of(2023, 4, 1), Precision.YEAR, "by 2023", null, null);

        assertThat(promised.date()).isEqualTo(LocalDate.of(2023, 12, 31));
        assertThat(promised.kind()).isEqualTo(MilestoneKind.OTHER);
    }

    @Test
    void a_milestone_may_be_promised_without_a_date() {
        assertThat(new PlannedMilestone(ID, "First oxides", null, null, null, null, null).promised())
                .isNull();
    }

    @Test
    void a_baseline_has_1_to_500_milestones() {
        PlannedMilestone one = new PlannedMilestone(ID, "First oxides", null, null, null, null, null);

        assertThat(baseline(Collections.nCopies(500, one)).milestones()).hasSize(500);
        assertThatThrownBy(() -> baseline(List.of())).hasMessageContaining("1 to 500");
        assertThatThrownBy(() -> baseline(Collections.nCopies(501, one))).hasMessageContaining("501 lines");
    }

    @Test
    void an_end_of_a_link_is_a_program_or_an_outside_party_never_both_nor_neither() {
        ProgramId program = new ProgramId("ucore-smc");

        assertThat(new LinkEnd(program, ID, null).milestoneId()).isEqualTo(ID);
        assertThatThrownBy(() -> new LinkEnd(program, null, "NRC")).hasMessageContaining("give one");
        assertThatThrownBy(() -> new LinkEnd(null, null, null)).hasMessageContaining("give one");
        assertThatThrownBy(() -> new LinkEnd(null, ID, "NRC")).hasMessageContaining("needs the programId");
    }

    private static ScheduleCommand.ProposeBaseline baseline(List<PlannedMilestone> milestones) {
        return new ScheduleCommand.ProposeBaseline(new ProgramId("ucore-smc"), "plan", milestones, Stated.PLAIN);
    }
}
