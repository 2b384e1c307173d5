package centralcommand.command.contract.catalog;

import static centralcommand.command.contract.shared.Role.AGENCY_APPROVER;
import static centralcommand.command.contract.shared.Role.AGENCY_STAFF;
import static centralcommand.command.contract.shared.Role.CZAR;
import static centralcommand.command.contract.shared.Role.SYSTEM;

import centralcommand.command.contract.calendar.CalendarCommand;
import centralcommand.command.contract.capacity.CapacityCommand;
import centralcommand.command.contract.clearance.ClearanceCommand;
import centralcommand.command.contract.funding.RecordFunding;
import centralcommand.command.contract.handoff.HandoffCommand;
import centralcommand.command.contract.organization.RegisterOrganization;
import centralcommand.command.contract.program.ProgramCommand;
import centralcommand.command.contract.schedule.ActivityCommand;
import centralcommand.command.contract.schedule.RebaselineCommand;
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
    private static final Set<Role> SYSTEM_ONLY = EnumSet.of(SYSTEM);
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
                    ProgramCommand.DeclareRegime.class,
                    "declare-regime",
                    "Record that a body of rules binds a program, or binds it no longer.",
                    CZAR_ONLY,
                    "regime-declared"),
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
                    RebaselineCommand.RequestRebaseline.class,
                    "request-rebaseline",
                    "Ask for other promised dates than those of the approved baseline; the czar's office decides.",
                    STAFF,
                    "rebaseline-requested"),
            command(
                    RebaselineCommand.ApproveRebaseline.class,
                    "approve-rebaseline",
                    "Make the requested dates the current baseline, by a determination on the record.",
                    CZAR_ONLY,
                    "rebaseline-approved"),
            command(
                    RebaselineCommand.DeclineRebaseline.class,
                    "decline-rebaseline",
                    "Leave the promised dates as they are, by a determination on the record.",
                    CZAR_ONLY,
                    "rebaseline-declined"),
            command(
                    ActivityCommand.EstimateDuration.class,
                    "estimate-duration",
                    "Say how long the work takes that ends with a milestone: best case, most likely, worst.",
                    STAFF,
                    "duration-estimated"),
            command(
                    ActivityCommand.PauseMilestone.class,
                    "pause-milestone",
                    "Let a milestone stand still for a listed reason, or renew its pause for another quarter.",
                    STAFF,
                    "milestone-paused"),
            command(
                    ActivityCommand.ResumeMilestone.class,
                    "resume-milestone",
                    "Let the work on a paused milestone go on.",
                    STAFF,
                    "milestone-resumed"),
            command(
                    ActivityCommand.UseMargin.class,
                    "use-margin",
                    "Take working days from a margin, and say why and who answers for it.",
                    STAFF,
                    "margin-used"),
            command(
                    ActivityCommand.AnswerHiddenSlip.class,
                    "answer-hidden-slip",
                    "Answer that what a milestone waits for is expected too late for its own date.",
                    STAFF,
                    "hidden-slip-answered"),
            command(
                    HandoffCommand.RequestHandoff.class,
                    "request-handoff",
                    "Ask another program for something by a day.",
                    STAFF,
                    "handoff-requested"),
            command(
                    HandoffCommand.AcceptHandoff.class,
                    "accept-handoff",
                    "Promise what is asked, or agree to the date that the other side proposes.",
                    STAFF,
                    "handoff-accepted"),
            command(
                    HandoffCommand.DeclineHandoff.class,
                    "decline-handoff",
                    "Refuse what is asked, or hold to the promise as it was.",
                    STAFF,
                    "handoff-declined"),
            command(
                    HandoffCommand.RenegotiateHandoff.class,
                    "renegotiate-handoff",
                    "Propose another date for what was promised.",
                    STAFF,
                    "handoff-renegotiated"),
            command(
                    HandoffCommand.DeliverHandoff.class,
                    "deliver-handoff",
                    "Say that it was handed over, with evidence.",
                    STAFF,
                    "handoff-delivered"),
            command(
                    HandoffCommand.ContestHandoff.class,
                    "contest-handoff",
                    "Say that what is said to be delivered did not arrive, or is not what was asked.",
                    STAFF,
                    "handoff-contested"),
            command(
                    HandoffCommand.ConfirmHandoff.class,
                    "confirm-handoff",
                    "Say that what was delivered is what was asked.",
                    STAFF,
                    "handoff-confirmed"),
            command(
                    CalendarCommand.DeclareClosure.class,
                    "declare-closure",
                    "Record days on which an agency, or all of them, do not work.",
                    CZAR_ONLY,
                    "closure-declared"),
            command(
                    CalendarCommand.EndClosure.class,
                    "end-closure",
                    "Record on which day the work began again.",
                    CZAR_ONLY,
                    "closure-ended"),
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

    /** What the system sends to itself when a day has come. Nobody else may, so no form or API offers them. */
    public static final List<CommandType> NOTICES = List.of(
            command(
                    ActivityCommand.NoticeMissedDate.class,
                    "notice-missed-date",
                    "Put on record that a promised date passed without an actual; sent by the system.",
                    SYSTEM_ONLY,
                    "missed-date-noticed"),
            command(
                    ActivityCommand.NoticeLapsedPause.class,
                    "notice-lapsed-pause",
                    "Put on record that a pause was not renewed within its quarter; sent by the system.",
                    SYSTEM_ONLY,
                    "pause-lapsed"));

    private CommandCatalog() {}

    private static CommandType command(
            Class<? extends Command> type, String name, String purpose, Set<Role> roles, String... yields) {
        return new CommandType(type, name, purpose, Set.copyOf(roles), List.of(yields));
    }
}
