package centralcommand.command.server.capacity;

import static centralcommand.command.server.decision.History.COMMERCE;
import static centralcommand.command.server.decision.History.CZAR;
import static centralcommand.command.server.decision.History.ENERGY;
import static centralcommand.command.server.decision.History.OTHER_STAFF;
import static centralcommand.command.server.decision.History.STAFF;
import static centralcommand.command.server.decision.History.SUPPORTER;
import static centralcommand.command.server.decision.History.TODAY;
import static centralcommand.command.server.decision.History.accepted;
import static centralcommand.command.server.decision.History.refusal;
import static centralcommand.command.server.decision.Samples.PLANT;
import static centralcommand.command.server.decision.Samples.stated;
import static org.assertj.core.api.Assertions.assertThat;

import centralcommand.command.contract.capacity.CapacityCommand.PledgeCapacity;
import centralcommand.command.contract.capacity.CapacityCommand.ReportProduction;
import centralcommand.command.contract.capacity.CapacityCommand.SetCapacityTarget;
import centralcommand.command.contract.capacity.CapacityEvent.CapacityPledged;
import centralcommand.command.contract.capacity.CapacityEvent.CapacityTargetSet;
import centralcommand.command.contract.capacity.CapacityId;
import centralcommand.command.contract.capacity.CapacityKind;
import centralcommand.command.contract.capacity.Material;
import centralcommand.command.contract.capacity.TargetId;
import centralcommand.command.contract.capacity.TargetKind;
import centralcommand.command.contract.program.Stage;
import centralcommand.command.contract.shared.Stated;
import centralcommand.command.contract.shared.Tonnes;
import centralcommand.command.server.decision.Actor;
import centralcommand.command.server.decision.Decision;
import centralcommand.command.server.decision.History;
import centralcommand.command.server.decision.ProgramStanding;
import centralcommand.command.server.decision.ProgramStatus;
import centralcommand.command.server.decision.Samples;
import centralcommand.command.server.directory.Fact;
import centralcommand.command.server.directory.Streams;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CapacityTest {
    private static final ProgramStanding STANDING =
            new ProgramStanding(PLANT, ProgramStatus.ACTIVE, ENERGY, List.of(COMMERCE));
    private static final Tonnes TONNES = new Tonnes(new BigDecimal("1000"));

    private static PledgeCapacity pledge(String id, @Nullable String supersedes, String... includes) {
        return new PledgeCapacity(
                PLANT,
                new CapacityId(id),
                Material.NDPR_OXIDE,
                Stage.SEPARATION,
                TONNES,
                2028,
                CapacityKind.PLANNED,
                Stream.of(includes).map(CapacityId::new).toList(),
                supersedes == null ? null : new CapacityId(supersedes),
                null,
                Stated.PLAIN);
    }

    private static ReportProduction production(String id, int year) {
        return new ReportProduction(
                PLANT, new CapacityId(id), Material.NDPR_OXIDE, Stage.SEPARATION, TONNES, year, null, Stated.PLAIN);
    }

    private static SetCapacityTarget target(String id, String basis, Stated stated) {
        return new SetCapacityTarget(
                new TargetId(id), Material.NDFEB_MAGNET, Stage.MAGNET, 2030, null, TargetKind.TARGET, basis, stated);
    }

    private static Decision pledged(History history, PledgeCapacity command, Actor actor) {
        return Capacity.pledge(STANDING, command, history.by(actor));
    }

    private static Decision made(History history, ReportProduction command, Actor actor) {
        return Capacity.production(STANDING, command, history.by(actor));
    }

    private static Decision set(History history, SetCapacityTarget command) {
        Target state = new Target.Unset();
        for (Fact fact : history.in(Streams.of(command.targetId()))) {
            state = Target.evolve(state, (CapacityTargetSet) fact.event());
        }
        return Target.decide(state, command, history.by(CZAR));
    }

    @Test
    void staff_of_the_lead_agency_pledge_and_a_figure_may_refer_to_others_that_come_later() {
        CapacityPledged event =
                (CapacityPledged) accepted(pledged(Samples.underWay(), pledge("both", "old", "one", "two"), STAFF))
                        .getFirst();
        assertThat(event.includes()).containsExactly(new CapacityId("one"), new CapacityId("two"));
        assertThat(event.supersedes()).isEqualTo(new CapacityId("old"));
        assertThat(refusal(pledged(Samples.underWay(), pledge("both", null), SUPPORTER)))
                .isEqualTo("PERMISSION NOT_LEAD_AGENCY");
    }

    @Test
    void no_figure_contains_or_follows_itself() {
        assertThat(refusal(pledged(Samples.underWay(), pledge("a", null, "b", "a"), STAFF)))
                .isEqualTo("RULE CAPACITY_CIRCLE includes");
        assertThat(refusal(pledged(Samples.underWay(), pledge("a", "a"), STAFF)))
                .isEqualTo("RULE CAPACITY_CIRCLE supersedes");
    }

    @Test
    void a_figure_is_superseded_once_and_its_id_is_new() {
        History history = Samples.underWay();
        history.record(
                STAFF, accepted(pledged(history, pledge("new", "old"), STAFF)).getFirst());
        assertThat(refusal(pledged(history, pledge("newer", "old"), STAFF)))
                .isEqualTo("RULE ALREADY_SUPERSEDED supersedes");
        assertThat(accepted(pledged(history, pledge("newer", "new"), STAFF))).hasSize(1);
        assertThat(refusal(pledged(history, pledge("new", null), STAFF))).isEqualTo("RULE ID_TAKEN capacityId");
        assertThat(refusal(made(history, production("new", 2025), STAFF))).isEqualTo("RULE ID_TAKEN capacityId");
    }

    @Test
    void those_who_report_tell_what_was_made_in_a_year_that_has_begun() {
        History history = Samples.underWay();
        assertThat(accepted(made(history, production("made", TODAY.getYear()), SUPPORTER)))
                .hasSize(1);
        assertThat(refusal(made(history, production("made", TODAY.getYear() + 1), STAFF)))
                .isEqualTo("RULE YEAR_NOT_BEGUN year");
        assertThat(refusal(made(history, production("made", 2025), OTHER_STAFF)))
                .isEqualTo("PERMISSION NOT_YOUR_PROGRAM");
    }

    @Test
    void a_target_is_set_anew_under_its_id_and_the_same_again_changes_nothing() {
        History history = Samples.underWay();
        history.record(
                CZAR,
                accepted(set(history, target("magnets", "first plan", Stated.PLAIN)))
                        .getFirst());
        assertThat(accepted(set(history, target("magnets", "first plan", Stated.PLAIN))))
                .isEmpty();
        assertThat(accepted(set(history, target("magnets", "second plan", Stated.PLAIN))))
                .hasSize(1);
        assertThat(refusal(set(history, target("plant", "plan", Stated.PLAIN)))).isEqualTo("RULE ID_TAKEN targetId");
        assertThat(refusal(set(history, target("other", "plan", stated(TODAY.plusDays(1))))))
                .isEqualTo("RULE STATED_IN_FUTURE statedOn");
    }
}
