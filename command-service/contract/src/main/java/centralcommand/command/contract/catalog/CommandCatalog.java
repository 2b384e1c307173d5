package centralcommand.command.contract.catalog;

import static centralcommand.command.contract.shared.Role.AGENCY_APPROVER;
import static centralcommand.command.contract.shared.Role.AGENCY_STAFF;
import static centralcommand.command.contract.shared.Role.CZAR;

import centralcommand.command.contract.capacity.CapacityCommand;
import centralcommand.command.contract.clearance.ClearanceCommand;
import centralcommand.command.contract.funding.RecordFunding;
import centralcommand.command.contract.organization.RegisterOrganization;
import centralcommand.command.contract.program.ProgramCommand;
import centralcommand.command.contract.schedule.ScheduleCommand;
import centralcommand.command.contract.shared.Command;
import centralcommand.command.contract.shared.Role;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Every command by its name, who may send it at all, and what it yields. Whether this sender may send this one is for the rules to say. */
public final class CommandCatalog {

    /**
     * @param name on the wire, kebab-case
     * @param purpose one sentence for a person, as shown above its form
     * @param yields stored names of the events it may yield
     */
    public record CommandType(
            Class<? extends Command> type, String name, String purpose, Set<Role> roles, List<String> yields) {}

    private static final Set<Role> STAFF = EnumSet.of(AGENCY_STAFF, AGENCY_APPROVER);
    private static final Set<Role> APPROVER = EnumSet.of(AGENCY_APPROVER);
    private static final Set<Role> CZAR_ONLY = EnumSet.of(CZAR);
    private static final Set<Role> APPROVER_OR_CZAR = EnumSet.of(AGENCY_APPROVER, CZAR);

    public static final List<CommandType> COMMANDS = List.of(
            command(
                    RegisterOrganization.class,
                    "register-organization",
                    "Register a body, or change its place in the tree from a day on.",
                    CZAR_ONLY,
                    "organization-registered"),
            command(
                    ProgramCommand.ProposeProgram.class,
                    "propose-program",
                    "Put a program forward; the czar's office approves it.",
                    STAFF,
                    "program-proposed"),
            command(
                    ProgramCommand.ApproveProgram.class,
                    "approve-program",
                    "Take a proposed program on.",
                    CZAR_ONLY,
                    "program-approved"),
            command(
                    ProgramCommand.AmendProgram.class,
                    "amend-program",
                    "Change what is said of a program; what is left out stays as it is.",
                    STAFF,
                    "program-amended"),
            command(
                    ProgramCommand.SuspendProgram.class,
                    "suspend-program",
                    "Halt a program; its milestones are shown as paused.",
                    CZAR_ONLY,
                    "program-suspended"),
            command(
                    ProgramCommand.ResumeProgram.class,
                    "resume-program",
                    "Go on with a suspended program.",
                    CZAR_ONLY,
                    "program-resumed"),
            command(
                    ProgramCommand.CancelProgram.class,
                    "cancel-program",
                    "End a program for good; its open milestones are shown as withdrawn.",
                    CZAR_ONLY,
                    "program-cancelled"),
            command(
                    ScheduleCommand.ProposeBaseline.class,
                    "propose-baseline",
                    "Promise milestones with their dates.",
                    STAFF,
                    "baseline-proposed"),
            command(
                    ScheduleCommand.ApproveBaseline.class,
                    "approve-baseline",
                    "Make a proposed baseline the promise that slips are measured against.",
                    APPROVER_OR_CZAR,
                    "baseline-approved"),
            command(
                    ScheduleCommand.ReturnBaseline.class,
                    "return-baseline",
                    "Send a proposed baseline back to its agency.",
                    APPROVER_OR_CZAR,
                    "baseline-returned"),
            command(
                    ScheduleCommand.ReportForecast.class,
                    "report-forecast",
                    "Report when a milestone is now expected.",
                    STAFF,
                    "forecast-reported"),
            command(
                    ScheduleCommand.ReportDoubt.class,
                    "report-doubt",
                    "Report that a date is in doubt and no new one can be given.",
                    STAFF,
                    "doubt-reported"),
            command(
                    ScheduleCommand.ReportActual.class,
                    "report-actual",
                    "Report that a milestone was reached, with evidence.",
                    STAFF,
                    "actual-reported"),
            command(
                    ScheduleCommand.ConfirmUnchanged.class,
                    "confirm-unchanged",
                    "Confirm in one act that the dates on file still stand.",
                    STAFF,
                    "confirmed-unchanged"),
            command(
                    ScheduleCommand.LinkMilestones.class,
                    "link-milestones",
                    "Record that one milestone or program waits for another.",
                    STAFF,
                    "milestones-linked"),
            command(
                    RecordFunding.class,
                    "record-funding",
                    "Record money as its source states it.",
                    STAFF,
                    "funding-recorded"),
            command(
                    CapacityCommand.PledgeCapacity.class,
                    "pledge-capacity",
                    "Record what a plant is to make, can make or was designed to make.",
                    STAFF,
                    "capacity-pledged"),
            command(
                    CapacityCommand.ReportProduction.class,
                    "report-production",
                    "Report what a plant made in a calendar year.",
                    STAFF,
                    "production-reported"),
            command(
                    CapacityCommand.SetCapacityTarget.class,
                    "set-capacity-target",
                    "Set a national figure that capacity is held against.",
                    CZAR_ONLY,
                    "capacity-target-set"),
            command(
                    ClearanceCommand.ReleaseEntries.class,
                    "release-entries",
                    "Make your agency's entries its word.",
                    APPROVER,
                    "entries-released"),
            command(
                    ClearanceCommand.WithdrawEntry.class,
                    "withdraw-entry",
                    "Take back an entry of yours that is not released yet.",
                    STAFF,
                    "entry-withdrawn"),
            command(
                    ClearanceCommand.SetReleasePolicy.class,
                    "set-release-policy",
                    "Choose whether your agency's entries wait for an approver.",
                    APPROVER,
                    "release-policy-set"),
            command(
                    ClearanceCommand.CertifyPeriod.class,
                    "certify-period",
                    "Certify that your agency's report for a month is complete.",
                    APPROVER,
                    "period-certified"),
            command(
                    ClearanceCommand.CorrectEntry.class,
                    "correct-entry",
                    "Strike a released entry because it is wrong.",
                    STAFF,
                    "entry-corrected"));

    private CommandCatalog() {}

    private static CommandType command(
            Class<? extends Command> type, String name, String purpose, Set<Role> roles, String... yields) {
        return new CommandType(type, name, purpose, Set.copyOf(roles), List.of(yields));
    }
}
