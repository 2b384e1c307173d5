package centralcommand.command.contract.clearance;

import static centralcommand.command.contract.shared.Provenance.Marking.CUI;
import static centralcommand.command.contract.shared.Provenance.Marking.NONE;
import static centralcommand.command.contract.shared.Provenance.Marking.PRE_DECISIONAL;
import static centralcommand.command.contract.shared.Provenance.Marking.PROPRIETARY;
import static org.assertj.core.api.Assertions.assertThat;

import centralcommand.command.contract.shared.Agency;
import centralcommand.command.contract.shared.Provenance.Marking;
import centralcommand.command.contract.shared.Role;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VisibilityTest {
    private static final Agency ENERGY = new Agency("ENERGY");
    private static final Viewer OWN = new Viewer(ENERGY, Set.of(Role.AGENCY_STAFF));
    private static final Viewer OTHER = new Viewer(new Agency("DEFENSE"), Set.of(Role.AGENCY_STAFF));
    private static final Viewer CZAR = new Viewer(null, Set.of(Role.CZAR));
    private static final Viewer AUDITOR = new Viewer(null, Set.of(Role.AUDITOR));
    private static final Viewer ADMIN = new Viewer(null, Set.of(Role.ADMIN));

    @ParameterizedTest
    @EnumSource(Marking.class)
    void what_is_not_released_is_seen_inside_its_agency_and_by_auditors_only(Marking marking) {
        assertThat(seenBy(false, marking)).containsExactly(OWN, AUDITOR);
    }

    @Test
    void what_is_released_is_seen_by_all_unless_it_is_marked() {
        assertThat(seenBy(true, NONE)).containsExactly(OWN, OTHER, CZAR, AUDITOR, ADMIN);
        assertThat(seenBy(true, CUI)).containsExactly(OWN, OTHER, CZAR, AUDITOR, ADMIN);
    }

    @Test
    void what_is_marked_pre_decisional_or_proprietary_goes_to_the_czars_office_and_no_further() {
        assertThat(seenBy(true, PRE_DECISIONAL)).containsExactly(OWN, CZAR, AUDITOR);
        assertThat(seenBy(true, PROPRIETARY)).containsExactly(OWN, CZAR, AUDITOR);
    }

    @Test
    void an_entry_waits_for_an_approver_unless_its_agency_said_otherwise_or_it_is_the_czars() {
        assertThat(Visibility.releasedWhenRecorded(ENERGY, ReleasePolicy.BY_APPROVER))
                .isFalse();
        assertThat(Visibility.releasedWhenRecorded(ENERGY, ReleasePolicy.AT_ONCE))
                .isTrue();
        assertThat(Visibility.releasedWhenRecorded(null, ReleasePolicy.BY_APPROVER))
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(Marking.class)
    void the_system_knows_what_the_czars_office_knows(Marking marking) {
        Viewer system = new Viewer(null, Set.of(Role.SYSTEM));
        assertThat(Visibility.shows(system, ENERGY, true, marking)).isTrue();
        assertThat(Visibility.shows(system, ENERGY, false, marking)).isFalse();
    }

    private static Stream<Viewer> seenBy(boolean released, Marking marking) {
        return Stream.of(OWN, OTHER, CZAR, AUDITOR, ADMIN)
                .filter(viewer -> Visibility.shows(viewer, ENERGY, released, marking));
    }
}
