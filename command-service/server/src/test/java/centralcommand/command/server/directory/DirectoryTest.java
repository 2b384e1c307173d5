package centralcommand.command.server.directory;

import static centralcommand.command.server.decision.History.ENERGY;
import static centralcommand.command.server.decision.History.OTHER_STAFF;
import static centralcommand.command.server.decision.History.STAFF;
import static centralcommand.command.server.decision.Samples.MINE;
import static centralcommand.command.server.decision.Samples.OPENING;
import static centralcommand.command.server.decision.Samples.ORE;
import static centralcommand.command.server.decision.Samples.PLANT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import centralcommand.command.contract.clearance.ReleasePolicy;
import centralcommand.command.contract.schedule.ScheduleEvent.DoubtReported;
import centralcommand.command.contract.shared.Provenance;
import centralcommand.command.contract.shared.Provenance.Channel;
import centralcommand.command.contract.shared.Provenance.Confidence;
import centralcommand.command.contract.shared.Provenance.Marking;
import centralcommand.command.server.decision.History;
import centralcommand.command.server.decision.Samples;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class DirectoryTest {

    @Test
    void it_knows_what_every_id_stands_for_and_who_leads() {
        Directory directory = Samples.underWay().directory();
        assertThat(directory.kindOf("plant")).isEqualTo(IdKind.PROGRAM);
        assertThat(directory.kindOf("plant-opening")).isEqualTo(IdKind.MILESTONE);
        assertThat(directory.kindOf("energy")).isEqualTo(IdKind.ORGANIZATION);
        assertThat(directory.kindOf("nothing")).isNull();
        assertThat(directory.leadOf(PLANT)).isEqualTo(ENERGY);
        assertThat(directory.leadOf(MINE)).isEqualTo(History.DEFENSE);
        assertThat(Objects.requireNonNull(directory.promiseOf(OPENING)).programId())
                .isEqualTo(PLANT);
        assertThat(directory.policyOf(ENERGY)).isEqualTo(ReleasePolicy.BY_APPROVER);
        assertThat(directory.path(OPENING, ORE)).isNull();
    }

    @Test
    void an_older_one_stays_as_it_was() {
        History history = Samples.underWay();
        Directory before = history.directory();
        long position = history.record(STAFF, doubt(Marking.NONE));
        assertThat(before.entry(position)).isNull();
        assertThat(before.position()).isEqualTo(position - 1);
        assertThat(history.directory().entry(position)).isNotNull();
    }

    @Test
    void an_entry_is_shown_to_others_once_released_unless_its_marking_forbids() {
        History history = Samples.underWay();
        long plain = history.released(STAFF, doubt(Marking.NONE));
        long marked = history.released(STAFF, doubt(Marking.PRE_DECISIONAL));
        assertThat(entry(history, plain).shownTo(OTHER_STAFF.viewer())).isTrue();
        assertThat(entry(history, marked).shownTo(OTHER_STAFF.viewer())).isFalse();
        assertThat(entry(history, marked).shownTo(History.CZAR.viewer())).isTrue();
        assertThat(entry(history, marked).shownTo(STAFF.viewer())).isTrue();
    }

    @Test
    void events_come_in_order_and_what_is_not_folded_is_not_guessed() {
        History history = Samples.underWay();
        Fact first = history.in(PLANT).getFirst();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> history.directory().evolve(first));
        assertThatIllegalStateException().isThrownBy(() -> history.directory().entryIn("program/plant", 99));
    }

    private static Entry entry(History history, long position) {
        return Objects.requireNonNull(history.directory().entry(position));
    }

    private static DoubtReported doubt(Marking marking) {
        Provenance provenance = new Provenance(
                Samples.PROMISED.minusYears(2), null, "a filing", Confidence.HIGH, marking, Channel.TYPED);
        return new DoubtReported(PLANT, OPENING, "", null, null, "why", provenance);
    }
}
