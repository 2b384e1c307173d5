package centralcommand.web.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SignedInTest {

    @Test
    void an_approver_is_staff_too_and_is_called_by_the_stronger_role() {
        var approver = of(Map.of(
                "sub", "energy.approver", "agency", "ENERGY", "roles", List.of("AGENCY_APPROVER", "AGENCY_STAFF")));
        assertThat(approver.agencyStaff()).isTrue();
        assertThat(approver.approver()).isTrue();
        assertThat(approver.mayCommand()).isTrue();
        assertThat(approver.standing()).isEqualTo("Energy, approver");
        assertThat(approver.home()).isEqualTo("/desk");
    }

    @Test
    void auditors_and_administrators_command_nothing() {
        assertThat(of(Map.of("sub", "auditor", "roles", List.of("AUDITOR"))).mayCommand())
                .isFalse();
        assertThat(of(Map.of("sub", "admin", "roles", List.of("ADMIN"))).mayCommand())
                .isFalse();
        assertThat(of(Map.of("sub", "czar", "roles", List.of("CZAR"))).mayCommand())
                .isTrue();
    }

    @Test
    void roles_of_other_systems_missing_roles_and_a_blank_agency_give_nothing() {
        var stranger = of(Map.of("sub", "kim", "agency", " ", "roles", List.of("SOMETHING", 7)));
        assertThat(stranger).isEqualTo(of(Map.of("sub", "kim")));
        assertThat(stranger.mayCommand()).isFalse();
        assertThat(stranger.standing()).isEqualTo("No role");
    }

    @Test
    void a_token_that_names_nobody_signs_nobody_in() {
        assertThatThrownBy(() -> of(Map.of("roles", List.of("CZAR")))).hasMessageContaining("sub");
    }

    private static SignedIn of(Map<String, Object> claims) {
        return SignedIn.of(() -> claims);
    }
}
