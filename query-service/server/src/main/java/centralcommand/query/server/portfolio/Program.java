package centralcommand.query.server.portfolio;

import centralcommand.command.contract.organization.OrganizationId;
import centralcommand.command.contract.program.Binding;
import centralcommand.command.contract.program.LineOfEffort;
import centralcommand.command.contract.program.ProgramEvent;
import centralcommand.command.contract.program.ProgramEvent.ProgramAmended;
import centralcommand.command.contract.program.ProgramEvent.ProgramProposed;
import centralcommand.command.contract.program.ProgramEvent.RegimeDeclared;
import centralcommand.command.contract.program.ProgramId;
import centralcommand.command.contract.program.Regime;
import centralcommand.command.contract.program.Stage;
import centralcommand.command.contract.shared.Agency;
import centralcommand.query.contract.program.ProgramStatus;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A program as it stands.
 *
 * @param proposal the entry that put it forward
 * @param regimes bodies of rules that bind it, each with the act that says so
 * @param decision the latest act of the czar's office on it; absent while it is proposed
 */
public record Program(
        ProgramId id,
        String name,
        String performer,
        Agency leadAgency,
        @Nullable OrganizationId leadOrganization,
        List<Agency> supportingAgencies,
        LineOfEffort lineOfEffort,
        Stage stage,
        String place,
        String description,
        Fact<ProgramProposed> proposal,
        @Nullable Fact<ProgramEvent> decision,
        Map<Regime, Fact<RegimeDeclared>> regimes) {

    static Optional<Program> of(ProgramId id, ProgramFile file, Clearance clearance) {
        return file.proposals().current(clearance::stands).map(proposal -> {
            Program program = proposed(
                    id, proposal, file.decisions().current(position -> true).orElse(null), binding(file.regimes()));
            for (Fact<ProgramAmended> amendment : file.amendments().standing(clearance::stands)) {
                program = program.amended(amendment.event());
            }
            return program;
        });
    }

    public ProgramStatus status() {
        return decision == null
                ? ProgramStatus.PROPOSED
                : switch (decision.event()) {
                    case ProgramEvent.ProgramSuspended ignored -> ProgramStatus.SUSPENDED;
                    case ProgramEvent.ProgramCancelled ignored -> ProgramStatus.CANCELLED;
                    case ProgramEvent.ProgramApproved ignored -> ProgramStatus.ACTIVE;
                    case ProgramEvent.ProgramResumed ignored -> ProgramStatus.ACTIVE;
                    case ProgramProposed ignored -> ProgramStatus.PROPOSED;
                    case ProgramAmended ignored -> ProgramStatus.PROPOSED;
                    case RegimeDeclared ignored -> ProgramStatus.PROPOSED;
                };
    }

    /** Why it was suspended, resumed or cancelled; else empty. */
    public String statusReason() {
        return decision == null
                ? ""
                : switch (decision.event()) {
                    case ProgramEvent.ProgramSuspended e -> e.reason();
                    case ProgramEvent.ProgramResumed e -> e.reason();
                    case ProgramEvent.ProgramCancelled e -> e.reason();
                    case ProgramEvent.ProgramApproved ignored -> "";
                    case ProgramProposed ignored -> "";
                    case ProgramAmended ignored -> "";
                    case RegimeDeclared ignored -> "";
                };
    }

    private static Map<Regime, Fact<RegimeDeclared>> binding(Facts<RegimeDeclared> declared) {
        Map<Regime, Fact<RegimeDeclared>> binding = new EnumMap<>(Regime.class);
        for (Fact<RegimeDeclared> each : declared.standing(position -> true)) {
            if (each.event().binding() == Binding.BINDS) {
                binding.put(each.event().regime(), each);
            } else {
                binding.remove(each.event().regime());
            }
        }
        return Collections.unmodifiableMap(binding);
    }

    private static Program proposed(
            ProgramId id,
            Fact<ProgramProposed> proposal,
            @Nullable Fact<ProgramEvent> decision,
            Map<Regime, Fact<RegimeDeclared>> regimes) {
        ProgramProposed e = proposal.event();
        return new Program(
                id,
                e.name(),
                e.performer(),
                e.leadAgency(),
                e.leadOrganization(),
                e.supportingAgencies(),
                e.lineOfEffort(),
                e.stage(),
                e.place(),
                e.description(),
                proposal,
                decision,
                regimes);
    }

    private Program amended(ProgramAmended e) {
        return new Program(
                id,
                either(e.name(), name),
                either(e.performer(), performer),
                leadAgency,
                e.leadOrganization() == null ? leadOrganization : e.leadOrganization(),
                either(e.supportingAgencies(), supportingAgencies),
                either(e.lineOfEffort(), lineOfEffort),
                either(e.stage(), stage),
                either(e.place(), place),
                either(e.description(), description),
                proposal,
                decision,
                regimes);
    }

    private static <T> T either(@Nullable T said, T before) {
        return said == null ? before : said;
    }
}
