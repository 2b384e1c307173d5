package centralcommand.command.server.program;

import centralcommand.command.contract.program.ProgramId;
import centralcommand.command.contract.shared.Agency;
import centralcommand.command.contract.shared.Rejection;
import centralcommand.command.server.decision.ProgramStatus;
import java.util.Locale;

/** Refusals about a program's life, in order of precedence; those that other features share are in {@code CommonRejections}. */
final class ProgramRejections {
    private ProgramRejections() {}

    static Rejection notYourAgency(Agency lead) {
        return Rejection.permission(
                "NOT_YOUR_AGENCY",
                "Staff put programs forward for their own agency only, and you do not act for %s. Ask its staff."
                        .formatted(lead));
    }

    static Rejection notInStatus(ProgramId id, ProgramStatus wanted, ProgramStatus actual) {
        return Rejection.rule(
                "PROGRAM_NOT_" + wanted,
                "This needs a program that is %s, but \"%s\" is %s. Look at its page for what can be done now."
                        .formatted(word(wanted), id, word(actual)),
                "programId");
    }

    static Rejection cancelled(ProgramId id) {
        return Rejection.rule(
                "PROGRAM_CANCELLED",
                "Program \"%s\" was cancelled, which is for good. Propose a new program if work goes on.".formatted(id),
                "programId");
    }

    static Rejection leadSupports(Agency lead) {
        return Rejection.rule(
                "LEAD_AGENCY_SUPPORTS",
                "%s leads this program, so it cannot support it too. Take it off the list.".formatted(lead),
                "supportingAgencies");
    }

    static Rejection startWithoutPrecision() {
        return Rejection.rule(
                "START_WITHOUT_PRECISION",
                "A start needs both its first day and how exactly it is known. Give startsOn and startPrecision, or neither.",
                "startPrecision");
    }

    private static String word(ProgramStatus status) {
        return status.name().toLowerCase(Locale.ROOT);
    }
}
