package centralcommand.query.server.history;

import centralcommand.command.contract.calendar.CalendarEvent;
import centralcommand.command.contract.capacity.CapacityEvent;
import centralcommand.command.contract.clearance.ClearanceEvent;
import centralcommand.command.contract.clearance.CommandRefused;
import centralcommand.command.contract.clearance.ReleasePolicy;
import centralcommand.command.contract.funding.FundingRecorded;
import centralcommand.command.contract.handoff.HandoffEvent;
import centralcommand.command.contract.organization.OrganizationRegistered;
import centralcommand.command.contract.program.Binding;
import centralcommand.command.contract.program.ProgramEvent;
import centralcommand.command.contract.program.ProgramId;
import centralcommand.command.contract.program.Regime;
import centralcommand.command.contract.schedule.ActivityEvent;
import centralcommand.command.contract.schedule.Cause;
import centralcommand.command.contract.schedule.LinkEnd;
import centralcommand.command.contract.schedule.MilestoneId;
import centralcommand.command.contract.schedule.PlannedMilestone;
import centralcommand.command.contract.schedule.RebaselineEvent;
import centralcommand.command.contract.schedule.ScheduleEvent;
import centralcommand.command.contract.shared.Event;
import centralcommand.command.contract.shared.Precision;
import centralcommand.command.contract.shared.StatedDate;
import centralcommand.command.contract.shared.Tonnes;
import centralcommand.query.server.portfolio.AgencyName;
import centralcommand.query.server.portfolio.Baseline;
import centralcommand.query.server.portfolio.Portfolio;
import centralcommand.query.server.portfolio.Program;
import centralcommand.query.server.view.Words;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an event says, in one plain sentence; things are named as the viewer knows them. */
final class Summary {
    private final Portfolio portfolio;

    Summary(Portfolio portfolio) {
        this.portfolio = portfolio;
    }

    String of(Event event) {
        return switch (event) {
            case OrganizationRegistered e -> of(e);
            case ProgramEvent e -> of(e);
            case ScheduleEvent e -> of(e);
            case HandoffEvent e -> of(e);
            case CalendarEvent e -> of(e);
            case FundingRecorded e -> of(e);
            case CapacityEvent e -> of(e);
            case ClearanceEvent e -> of(e);
            case CommandRefused e ->
                "Refused %s: %s".formatted(e.command(), e.rejection().sentence());
            default ->
                throw new IllegalArgumentException(
                        event.getClass().getName() + " is an event that nothing here tells of.");
        };
    }

    private String of(OrganizationRegistered e) {
        return "%s is registered%s%s from %s on."
                .formatted(
                        e.name(),
                        e.agency() == null ? "" : " as " + e.agency(),
                        e.sponsor() == null ? "" : ", its records sponsored by " + e.sponsor() + ",",
                        Words.day(e.validFrom()));
    }

    private String of(ProgramEvent event) {
        return switch (event) {
            case ProgramEvent.ProgramProposed e ->
                "%s puts forward “%s” (performer: %s)."
                        .formatted(AgencyName.of(e.leadAgency()), e.name(), e.performer());
            case ProgramEvent.ProgramApproved e -> "“%s” is approved.".formatted(program(e.programId()));
            case ProgramEvent.ProgramAmended e -> "What is said of “%s” is amended.".formatted(program(e.programId()));
            case ProgramEvent.ProgramSuspended e ->
                "“%s” is suspended: %s".formatted(program(e.programId()), stop(e.reason()));
            case ProgramEvent.ProgramResumed e ->
                "“%s” goes on: %s".formatted(program(e.programId()), stop(e.reason()));
            case ProgramEvent.RegimeDeclared e ->
                "%s %s “%s”: %s"
                        .formatted(
                                rules(e.regime()),
                                e.binding() == Binding.BINDS ? "bind" : "no longer bind",
                                program(e.programId()),
                                stop(e.citation()));
            case ProgramEvent.ProgramCancelled e ->
                "“%s” is cancelled: %s".formatted(program(e.programId()), stop(e.reason()));
        };
    }

    private static String rules(Regime regime) {
        return switch (regime) {
            case MAJOR_DEFENSE_ACQUISITION -> "The rules for major defense acquisitions";
            case NASA_MAJOR_PROGRAM -> "The rules for major programs of NASA";
            case FAST_41 -> "The rules of FAST-41";
            case DOE_CAPITAL_ASSET -> "The rules for capital assets of Energy";
        };
    }

    private String of(ScheduleEvent event) {
        return switch (event) {
            case ScheduleEvent.BaselineProposed e ->
                "Baseline %d of “%s” is proposed: %s."
                        .formatted(e.baseline(), program(e.programId()), promises(e.milestones()));
            case ScheduleEvent.BaselineApproved e ->
                "Baseline %d of “%s” is approved.".formatted(e.baseline(), program(e.programId()));
            case ScheduleEvent.BaselineReturned e ->
                "Baseline %d of “%s” goes back: %s".formatted(e.baseline(), program(e.programId()), stop(e.reason()));
            case ScheduleEvent.ForecastReported e ->
                "“%s” is expected %s%s."
                        .formatted(
                                milestone(e.programId(), e.milestoneId()),
                                date(e.expected()),
                                because(e.cause(), e.narrative()));
            case ScheduleEvent.DoubtReported e ->
                "The date of “%s” is in doubt%s."
                        .formatted(milestone(e.programId(), e.milestoneId()), because(e.cause(), e.narrative()));
            case ScheduleEvent.ActualReported e ->
                "“%s” was reached %s%s."
                        .formatted(
                                milestone(e.programId(), e.milestoneId()),
                                date(e.reached()),
                                because(e.cause(), e.narrative()));
            case ScheduleEvent.ConfirmedUnchanged e ->
                "%s of “%s” %s confirmed as on file on %s."
                        .formatted(
                                e.milestoneIds().size() == 1
                                        ? "“"
                                                + milestone(
                                                        e.programId(),
                                                        e.milestoneIds().getFirst()) + "”"
                                        : Words.count(e.milestoneIds().size(), "date", "dates"),
                                program(e.programId()),
                                e.milestoneIds().size() == 1 ? "is" : "are",
                                Words.day(e.provenance().statedOn()));
            case ScheduleEvent.MilestonesLinked e ->
                "“%s” waits for “%s” (%s).".formatted(end(e.to()), end(e.from()), Words.plain(e.kind()));
            case RebaselineEvent e -> of(e);
            case ActivityEvent e -> of(e);
        };
    }

    private String of(RebaselineEvent event) {
        return switch (event) {
            case RebaselineEvent.RebaselineRequested e ->
                "Other dates are asked for in “%s” (baseline %d): %s, %s; %s"
                        .formatted(
                                program(e.programId()),
                                e.baseline(),
                                Words.count(e.dates().size(), "milestone", "milestones"),
                                Words.plain(e.reason()),
                                stop(e.narrative()));
            case RebaselineEvent.RebaselineApproved e ->
                "Baseline %d of “%s” is the promise from now on: %s"
                        .formatted(e.baseline(), program(e.programId()), stop(e.determination()));
            case RebaselineEvent.RebaselineDeclined e ->
                "Baseline %d of “%s” is declined: %s"
                        .formatted(e.baseline(), program(e.programId()), stop(e.determination()));
        };
    }

    private String of(ActivityEvent event) {
        String milestone = milestone(event.programId(), event.milestoneId());
        return switch (event) {
            case ActivityEvent.DurationEstimated e ->
                "The work to “%s” takes %s (from %d to %d): %s"
                        .formatted(
                                milestone,
                                Words.count(e.likelyDays(), "working day", "working days"),
                                e.lowDays(),
                                e.highDays(),
                                stop(e.basis()));
            case ActivityEvent.MilestonePaused e ->
                "“%s” is paused%s.".formatted(milestone, because(Words.plain(e.reason()), e.narrative()));
            case ActivityEvent.MilestoneResumed e -> "“%s” goes on: %s".formatted(milestone, stop(e.narrative()));
            case ActivityEvent.MarginUsed e ->
                "%s of “%s” are used by %s%s."
                        .formatted(
                                Words.count(e.workingDays(), "working day", "working days"),
                                milestone,
                                e.owner(),
                                because(e.cause(), e.narrative()));
            case ActivityEvent.HiddenSlipAnswered e ->
                "To %s, which follows for “%s” from what it waits for, its owner answers%s."
                        .formatted(
                                Words.day(e.impliedDate()), milestone, because(Words.plain(e.answer()), e.narrative()));
            case ActivityEvent.MissedDateNoticed e ->
                "“%s” was promised for %s, and nobody has reported it as reached."
                        .formatted(milestone, Words.day(e.promised()));
            case ActivityEvent.PauseLapsed e ->
                "The pause of “%s” was not renewed by %s and counts no longer."
                        .formatted(milestone, Words.day(e.renewedUntil()));
        };
    }

    private String of(HandoffEvent event) {
        return switch (event) {
            case HandoffEvent.HandoffRequested e ->
                "“%s” asks “%s” for %s %s."
                        .formatted(
                                program(e.toProgramId()),
                                program(e.fromProgramId()),
                                e.deliverable(),
                                date(e.neededBy()));
            case HandoffEvent.HandoffAccepted e ->
                "Hand-off %s is promised %s.".formatted(e.handoffId(), date(e.promised()));
            case HandoffEvent.HandoffDeclined e ->
                "Hand-off %s is declined: %s".formatted(e.handoffId(), stop(e.reason()));
            case HandoffEvent.HandoffRenegotiated e ->
                "Hand-off %s is to be %s instead%s."
                        .formatted(e.handoffId(), date(e.proposed()), because(e.cause(), e.narrative()));
            case HandoffEvent.HandoffDelivered e ->
                "Hand-off %s is said to be delivered on %s.".formatted(e.handoffId(), Words.day(e.date()));
            case HandoffEvent.HandoffContested e ->
                "The delivery of hand-off %s is contested: %s".formatted(e.handoffId(), stop(e.reason()));
            case HandoffEvent.HandoffConfirmed e -> "Hand-off %s is what was asked.".formatted(e.handoffId());
        };
    }

    private static String of(CalendarEvent event) {
        return switch (event) {
            case CalendarEvent.ClosureDeclared e ->
                "%s from %s to %s: %s"
                        .formatted(
                                e.agency() == null ? "No agency works" : AgencyName.of(e.agency()) + " does not work",
                                Words.day(e.first()),
                                e.last() == null ? "a day not known yet" : Words.day(e.last()),
                                stop(e.reason()));
            case CalendarEvent.ClosureEnded e ->
                "Closure %s ended with %s.".formatted(e.closureId(), Words.day(e.last()));
        };
    }

    private String of(FundingRecorded e) {
        return "%s for “%s”: %s by %s, %s%s."
                .formatted(
                        e.amount() == null ? "No amount named" : Words.money(e.amount()),
                        program(e.programId()),
                        Words.plain(e.instrument()),
                        e.payer(),
                        Words.plain(e.column()),
                        e.replaces() == null ? "" : ", in place of " + e.replaces());
    }

    private String of(CapacityEvent event) {
        return switch (event) {
            case CapacityEvent.CapacityPledged e ->
                "“%s”: %s of %s a year %s%s."
                        .formatted(
                                program(e.programId()),
                                Words.tonnes(e.tonnesPerYear()),
                                Words.material(e.material()),
                                switch (e.kind()) {
                                    case PLANNED -> "planned";
                                    case NAMEPLATE -> "installed";
                                    case DESIGN -> "designed";
                                },
                                e.year() == null ? "" : " from " + e.year());
            case CapacityEvent.ProductionReported e ->
                "“%s” made %s of %s in %d."
                        .formatted(
                                program(e.programId()),
                                Words.tonnes(e.tonnes()),
                                Words.material(e.material()),
                                e.year());
            case CapacityEvent.CapacityTargetSet e ->
                "National %s%s: %s of %s."
                        .formatted(
                                Words.plain(e.kind()),
                                e.year() == null ? "" : " for " + e.year(),
                                tonnes(e.tonnesPerYear()),
                                Words.material(e.material()));
        };
    }

    private static String of(ClearanceEvent event) {
        return switch (event) {
            case ClearanceEvent.EntriesReleased e ->
                "%s %s of %s: now the agency's word."
                        .formatted(
                                e.positions().size() == 1
                                        ? "Released one"
                                        : "Released " + e.positions().size(),
                                e.positions().size() == 1 ? "entry" : "entries",
                                AgencyName.of(e.agency()));
            case ClearanceEvent.EntryWithdrawn e ->
                "Entry %d is taken back: %s".formatted(e.position(), stop(e.reason()));
            case ClearanceEvent.ReleasePolicySet e ->
                e.policy() == ReleasePolicy.AT_ONCE
                        ? "Entries of %s are released as they are recorded.".formatted(AgencyName.of(e.agency()))
                        : "Entries of %s wait for an approver.".formatted(AgencyName.of(e.agency()));
            case ClearanceEvent.PeriodCertified e ->
                "%s certifies its report for %s.".formatted(AgencyName.of(e.agency()), Words.month(e.month()));
            case ClearanceEvent.EntryCorrected e -> "Entry %d is struck: %s".formatted(e.position(), stop(e.reason()));
        };
    }

    private String program(ProgramId id) {
        return portfolio.program(id).map(Program::name).orElse(id.value());
    }

    /** A milestone by the title of its latest baseline, approved or not. */
    private String milestone(ProgramId programId, MilestoneId id) {
        Optional<PlannedMilestone> planned = portfolio.baselines(programId).stream()
                .map(Baseline::proposal)
                .flatMap(proposal -> proposal.event().milestones().stream())
                .filter(each -> each.milestoneId().equals(id))
                .reduce((earlier, later) -> later);
        return planned.map(PlannedMilestone::title).orElse(id.value());
    }

    private String end(LinkEnd end) {
        ProgramId programId = end.programId();
        MilestoneId milestoneId = end.milestoneId();
        if (programId == null) {
            return end.externalParty() == null ? "" : end.externalParty();
        }
        return milestoneId == null ? program(programId) : milestone(programId, milestoneId);
    }

    private static String promises(List<PlannedMilestone> milestones) {
        PlannedMilestone first = milestones.getFirst();
        return milestones.size() == 1
                ? "“%s” %s"
                        .formatted(first.title(), first.promised() == null ? "without a date" : date(first.promised()))
                : Words.count(milestones.size(), "milestone", "milestones");
    }

    private static String date(StatedDate stated) {
        return stated.precision() == Precision.DAY
                ? "on " + Words.day(stated.date())
                : "by " + Words.day(stated.date()) + " (" + Words.plain(stated.precision()) + ")";
    }

    private static String because(@Nullable Cause cause, String narrative) {
        return because(cause == null ? "" : Words.plain(cause), narrative);
    }

    private static String because(String reason, String narrative) {
        String said = narrative.strip().replaceAll("\\.$", "");
        if (reason.isEmpty() && said.isEmpty()) {
            return "";
        }
        return ": " + reason + (reason.isEmpty() || said.isEmpty() ? "" : "; ") + said;
    }

    private static String tonnes(@Nullable Tonnes tonnes) {
        return tonnes == null ? "no tonnage" : Words.tonnes(tonnes);
    }

    private static String stop(String sentence) {
        return sentence.endsWith(".") ? sentence : sentence + ".";
    }
}
