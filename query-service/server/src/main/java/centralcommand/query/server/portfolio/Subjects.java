package centralcommand.query.server.portfolio;

import centralcommand.command.contract.calendar.CalendarEvent;
import centralcommand.command.contract.calendar.ClosureId;
import centralcommand.command.contract.capacity.CapacityEvent;
import centralcommand.command.contract.clearance.ClearanceEvent;
import centralcommand.command.contract.clearance.CommandRefused;
import centralcommand.command.contract.funding.FundingRecorded;
import centralcommand.command.contract.handoff.HandoffEvent;
import centralcommand.command.contract.handoff.HandoffId;
import centralcommand.command.contract.organization.OrganizationRegistered;
import centralcommand.command.contract.program.ProgramEvent;
import centralcommand.command.contract.program.ProgramId;
import centralcommand.command.contract.schedule.ActivityEvent;
import centralcommand.command.contract.schedule.LinkEnd;
import centralcommand.command.contract.schedule.MilestoneId;
import centralcommand.command.contract.schedule.RebaselineEvent;
import centralcommand.command.contract.schedule.ScheduleEvent;
import centralcommand.command.contract.shared.Event;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** What an event is about. An audience that does not see all of it does not see the event. */
final class Subjects {
    private static final String ENTRY = "entry/";

    private Subjects() {}

    /** What must be seen first. */
    static List<String> needed(Event event) {
        return switch (event) {
            case OrganizationRegistered ignored -> List.of();
            case CommandRefused ignored -> List.of();
            case ProgramEvent e -> neededBy(e);
            case ScheduleEvent e -> neededBy(e);
            case HandoffEvent e -> neededBy(e);
            case CalendarEvent.ClosureDeclared ignored -> List.of();
            case CalendarEvent.ClosureEnded e -> List.of(closure(e.closureId()));
            case FundingRecorded e -> List.of(program(e.programId()));
            case CapacityEvent e -> neededBy(e);
            case ClearanceEvent e -> neededBy(e);
            default -> throw Portfolio.unknown(event);
        };
    }

    /** What is seen once this is. */
    static List<String> opened(Fact<?> fact) {
        return switch (fact.event()) {
            case ProgramEvent.ProgramProposed e -> List.of(program(e.programId()), entry(fact.position()));
            case ScheduleEvent.BaselineProposed e ->
                Stream.concat(
                                Stream.of(baseline(e.programId(), e.baseline()), entry(fact.position())),
                                e.milestones().stream().map(planned -> milestone(e.programId(), planned.milestoneId())))
                        .toList();
            case RebaselineEvent.RebaselineRequested e ->
                List.of(baseline(e.programId(), e.baseline()), entry(fact.position()));
            case HandoffEvent.HandoffRequested e -> List.of(handoff(e.handoffId()), entry(fact.position()));
            case CalendarEvent.ClosureDeclared e -> List.of(closure(e.closureId()), entry(fact.position()));
            case Event.Entry ignored -> List.of(entry(fact.position()));
            default -> List.of();
        };
    }

    static boolean isEntry(String subject) {
        return subject.startsWith(ENTRY);
    }

    static long entryPosition(String subject) {
        return Long.parseLong(subject.substring(ENTRY.length()));
    }

    private static List<String> neededBy(ProgramEvent event) {
        return switch (event) {
            case ProgramEvent.ProgramProposed ignored -> List.of();
            case ProgramEvent.ProgramApproved ignored -> List.of(program(event.programId()));
            case ProgramEvent.ProgramAmended ignored -> List.of(program(event.programId()));
            case ProgramEvent.ProgramSuspended ignored -> List.of(program(event.programId()));
            case ProgramEvent.ProgramResumed ignored -> List.of(program(event.programId()));
            case ProgramEvent.ProgramCancelled ignored -> List.of(program(event.programId()));
            case ProgramEvent.RegimeDeclared ignored -> List.of(program(event.programId()));
        };
    }

    private static List<String> neededBy(ScheduleEvent event) {
        return switch (event) {
            case ScheduleEvent.BaselineProposed e -> List.of(program(e.programId()));
            case ScheduleEvent.BaselineApproved e -> List.of(baseline(e.programId(), e.baseline()));
            case ScheduleEvent.BaselineReturned e -> List.of(baseline(e.programId(), e.baseline()));
            case ScheduleEvent.ForecastReported e -> List.of(milestone(e.programId(), e.milestoneId()));
            case ScheduleEvent.DoubtReported e -> List.of(milestone(e.programId(), e.milestoneId()));
            case ScheduleEvent.ActualReported e -> List.of(milestone(e.programId(), e.milestoneId()));
            case ScheduleEvent.ConfirmedUnchanged e ->
                e.milestoneIds().stream()
                        .map(id -> milestone(e.programId(), id))
                        .toList();
            case RebaselineEvent.RebaselineRequested e ->
                e.dates().stream()
                        .map(each -> milestone(e.programId(), each.milestoneId()))
                        .toList();
            case RebaselineEvent.RebaselineApproved e -> List.of(baseline(e.programId(), e.baseline()));
            case RebaselineEvent.RebaselineDeclined e -> List.of(baseline(e.programId(), e.baseline()));
            case ActivityEvent e -> List.of(milestone(e.programId(), e.milestoneId()));
            case ScheduleEvent.MilestonesLinked e ->
                Stream.of(e.from(), e.to()).flatMap(Subjects::end).distinct().toList();
        };
    }

    private static List<String> neededBy(HandoffEvent event) {
        if (!(event instanceof HandoffEvent.HandoffRequested e)) {
            return List.of(handoff(event.handoffId()));
        }
        MilestoneId from = e.fromMilestoneId();
        return Stream.of(
                        program(e.fromProgramId()),
                        from == null ? null : milestone(e.fromProgramId(), from),
                        milestone(e.toProgramId(), e.toMilestoneId()))
                .filter(Objects::nonNull)
                .toList();
    }

    private static List<String> neededBy(CapacityEvent event) {
        return switch (event) {
            case CapacityEvent.CapacityPledged e -> List.of(program(e.programId()));
            case CapacityEvent.ProductionReported e -> List.of(program(e.programId()));
            case CapacityEvent.CapacityTargetSet ignored -> List.of();
        };
    }

    /** A release is seen by those who see one of its entries, which is for {@link World} to say. */
    private static List<String> neededBy(ClearanceEvent event) {
        return switch (event) {
            case ClearanceEvent.EntriesReleased ignored -> List.of();
            case ClearanceEvent.ReleasePolicySet ignored -> List.of();
            case ClearanceEvent.PeriodCertified ignored -> List.of();
            case ClearanceEvent.EntryWithdrawn e -> List.of(entry(e.position()));
            case ClearanceEvent.EntryCorrected e -> List.of(entry(e.position()));
        };
    }

    private static Stream<String> end(LinkEnd end) {
        ProgramId programId = end.programId();
        if (programId == null) {
            return Stream.of();
        }
        MilestoneId milestoneId = end.milestoneId();
        return Stream.of(program(programId), milestoneId == null ? null : milestone(programId, milestoneId))
                .filter(Objects::nonNull);
    }

    static String program(ProgramId id) {
        return "program/" + id;
    }

    static String milestone(ProgramId programId, MilestoneId id) {
        return "milestone/" + programId + "/" + id;
    }

    private static String handoff(HandoffId id) {
        return "handoff/" + id;
    }

    private static String closure(ClosureId id) {
        return "closure/" + id;
    }

    private static String baseline(ProgramId programId, int baseline) {
        return "baseline/" + programId + "/" + baseline;
    }

    private static String entry(long position) {
        return ENTRY + position;
    }
}
