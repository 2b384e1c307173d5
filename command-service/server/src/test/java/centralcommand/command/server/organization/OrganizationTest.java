package centralcommand.command.server.organization;

import static centralcommand.command.server.decision.History.CZAR;
import static centralcommand.command.server.decision.History.accepted;
import static centralcommand.command.server.decision.History.refusal;
import static centralcommand.command.server.decision.History.rejected;
import static org.assertj.core.api.Assertions.assertThat;

import centralcommand.command.contract.organization.OrganizationId;
import centralcommand.command.contract.organization.OrganizationRegistered;
import centralcommand.command.contract.organization.RegisterOrganization;
import centralcommand.command.contract.shared.Agency;
import centralcommand.command.server.decision.Decision;
import centralcommand.command.server.decision.History;
import centralcommand.command.server.decision.Samples;
import centralcommand.command.server.directory.Fact;
import centralcommand.command.server.directory.Streams;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OrganizationTest {
    private static final LocalDate FROM = LocalDate.of(2025, 1, 20);

    private static Decision decide(History history, RegisterOrganization command) {
        Organization state = new Organization.Unknown();
        for (Fact fact : history.in(Streams.of(command.organizationId()))) {
            state = Organization.evolve(state, (OrganizationRegistered) fact.event());
        }
        return Organization.decide(state, command, history.by(CZAR));
    }

    private static RegisterOrganization register(
            String id, @Nullable String parent, @Nullable String agency, @Nullable String sponsor) {
        return new RegisterOrganization(
                new OrganizationId(id),
                "Name of " + id,
                parent == null ? null : new OrganizationId(parent),
                agency == null ? null : new Agency(agency),
                sponsor == null ? null : new Agency(sponsor),
                FROM);
    }

    @Test
    void a_body_is_registered_under_its_parent_and_its_sponsor() {
        RegisterOrganization command = register("exim", "commerce", "EXIM", "COMMERCE");
        assertThat(accepted(decide(Samples.departments(), command)))
                .containsExactly(new OrganizationRegistered(
                        command.organizationId(),
                        "Name of exim",
                        command.parent(),
                        command.agency(),
                        command.sponsor(),
                        FROM));
    }

    @Test
    void parent_and_sponsor_have_to_be_there() {
        assertThat(refusal(decide(Samples.departments(), register("exim", "treasury", null, null))))
                .isEqualTo("UNKNOWN UNKNOWN_ORGANIZATION parent");
        assertThat(refusal(decide(Samples.departments(), register("exim", null, null, "TREASURY"))))
                .isEqualTo("UNKNOWN UNKNOWN_AGENCY sponsor");
    }

    @Test
    void an_agency_code_belongs_to_one_body() {
        assertThat(refusal(decide(Samples.departments(), register("exim", null, "ENERGY", null))))
                .isEqualTo("RULE AGENCY_TAKEN agency");
    }

    @Test
    void an_id_of_another_kind_is_taken() {
        assertThat(refusal(decide(Samples.underWay(), register("plant", null, null, null))))
                .isEqualTo("RULE ID_TAKEN organizationId");
    }

    @Test
    void nobody_stands_below_themselves_and_the_line_is_named() {
        History history = Samples.departments();
        history.record(
                CZAR,
                accepted(decide(history, register("office", "energy", null, null)))
                        .getFirst());
        Decision circle = decide(history, register("energy", "office", "ENERGY", null));
        assertThat(refusal(circle)).isEqualTo("RULE ORGANIZATION_CIRCLE parent");
        assertThat(rejected(circle).sentence()).contains("energy under office under energy");
        assertThat(refusal(decide(history, register("energy", "energy", "ENERGY", null))))
                .isEqualTo("RULE ORGANIZATION_CIRCLE parent");
    }

    @Test
    void the_same_registration_again_changes_nothing_and_another_day_does() {
        History history = Samples.departments();
        RegisterOrganization command = register("office", "energy", null, null);
        history.record(CZAR, accepted(decide(history, command)).getFirst());
        assertThat(accepted(decide(history, command))).isEmpty();
        RegisterOrganization later = new RegisterOrganization(
                command.organizationId(), command.name(), command.parent(), null, null, FROM.plusDays(1));
        assertThat(accepted(decide(history, later))).hasSize(1);
    }
}
