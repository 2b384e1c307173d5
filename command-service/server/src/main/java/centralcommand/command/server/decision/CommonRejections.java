package centralcommand.command.server.decision;

import centralcommand.command.contract.calendar.ClosureId;
import centralcommand.command.contract.handoff.HandoffId;
import centralcommand.command.contract.organization.OrganizationId;
import centralcommand.command.contract.program.ProgramId;
import centralcommand.command.contract.schedule.MilestoneId;
import centralcommand.command.contract.shared.Agency;
import centralcommand.command.contract.shared.Rejection;
import java.time.LocalDate;

/** Refusals that several features share, in order of precedence: not there, not yours, moved meanwhile, not so. */
public final class CommonRejections {
    private CommonRejections() {}

    public static Rejection unknownProgram(ProgramId id, String field) {
        return Rejection.unknown(
                "UNKNOWN_PROGRAM",
                "There is no program \"%s\" that you can act on. Check the id, or ask its agency to release it."
                        .formatted(id),
                field);
    }

    public static Rejection unknownMilestone(MilestoneId id, ProgramId program, String field) {
        return Rejection.unknown(
                "UNKNOWN_MILESTONE",
                "Program \"%s\" has no milestone \"%s\". Check the id, or propose a baseline that adds it."
                        .formatted(program, id),
                field);
    }

    public static Rejection unknownHandoff(HandoffId id) {
        return Rejection.unknown(
                "UNKNOWN_HANDOFF",
                "There is no hand-off \"%s\" that you can act on. Check the id, or ask its agency to release it."
                        .formatted(id),
                "handoffId");
    }

    public static Rejection unknownAgency(Agency agency, String field) {
        return Rejection.unknown(
                "UNKNOWN_AGENCY",
                "No organization with the agency code %s is registered. Check the code, or ask the czar's office to register it."
                        .formatted(agency),
                field);
    }

    public static Rejection unknownOrganization(OrganizationId id, String field) {
        return Rejection.unknown(
                "UNKNOWN_ORGANIZATION",
                "There is no organization \"%s\". Check the id, or ask the czar's office to register it.".formatted(id),
                field);
    }

    public static Rejection unknownClosure(ClosureId id) {
        return Rejection.unknown(
                "UNKNOWN_CLOSURE",
                "There is no closure \"%s\". Check the id, or declare it with its first and last day.".formatted(id),
                "closureId");
    }

    public static Rejection notLeadAgency(ProgramId program, Agency lead) {
        return Rejection.permission(
                "NOT_LEAD_AGENCY", "Only %s, which leads \"%s\", may do this. Ask its staff.".formatted(lead, program));
    }

    public static Rejection notYourProgram(ProgramId program) {
        return Rejection.permission(
                "NOT_YOUR_PROGRAM",
                "Your agency neither leads nor supports \"%s\", so it cannot report on it. Ask the agency that leads it."
                        .formatted(program));
    }

    public static Rejection ownProposal() {
        return Rejection.permission(
                "OWN_PROPOSAL",
                "You put this forward yourself, so somebody else has to decide on it. Ask a colleague who may.");
    }

    public static Rejection stale(long expected, long actual) {
        return Rejection.stale(
                "STALE",
                "The record is at version %d, not %d. Read it again, see what it says now, and send the command again with that version."
                        .formatted(actual, expected));
    }

    public static Rejection idTaken(String id, String field) {
        return Rejection.rule(
                "ID_TAKEN",
                "The id \"%s\" is taken; ids are unique across programs, milestones and all other records. Choose another."
                        .formatted(id),
                field);
    }

    public static Rejection statedInFuture(LocalDate statedOn, LocalDate today) {
        return Rejection.rule(
                "STATED_IN_FUTURE",
                "It cannot have been stated on %s, which is after today, %s in Washington. Give the day on which it was said."
                        .formatted(statedOn, today),
                "statedOn");
    }
}
