package centralcommand.query.server.portfolio;

import centralcommand.command.contract.program.ProgramEvent;
import centralcommand.command.contract.schedule.ActivityEvent;
import centralcommand.command.contract.schedule.MilestoneId;
import centralcommand.command.contract.schedule.RebaselineEvent;
import centralcommand.command.contract.schedule.RebaselineEvent.RebaselineRequested;
import centralcommand.command.contract.schedule.ScheduleEvent;
import centralcommand.command.contract.schedule.ScheduleEvent.BaselineProposed;
import centralcommand.command.contract.shared.Event;
import io.vavr.collection.TreeMap;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/**
 * All that was said of one program and its milestones, as it was said.
 *
 * @param decisions approved, suspended, resumed, cancelled
 * @param verdicts on baselines: approved, returned or declined
 * @param reports on each milestone: forecasts, doubts, actuals and confirmations
 * @param regimes bodies of rules that were said to bind it, or not to
 * @param activities on each milestone: durations, pauses, margins, answers and notices
 */
record ProgramFile(
        Facts<ProgramEvent.ProgramProposed> proposals,
        Facts<ProgramEvent.ProgramAmended> amendments,
        Facts<ProgramEvent> decisions,
        Facts<BaselineProposed> baselines,
        Facts<ScheduleEvent> verdicts,
        TreeMap<MilestoneId, Facts<ScheduleEvent>> reports,
        Facts<RebaselineRequested> rebaselines,
        TreeMap<MilestoneId, Facts<ActivityEvent>> activities,
        Facts<ProgramEvent.RegimeDeclared> regimes) {

    static final ProgramFile EMPTY = new ProgramFile(
            Facts.none(),
            Facts.none(),
            Facts.none(),
            Facts.none(),
            Facts.none(),
            TreeMap.empty(Comparator.comparing(MilestoneId::value)),
            Facts.none(),
            TreeMap.empty(Comparator.comparing(MilestoneId::value)),
            Facts.none());

    ProgramFile evolve(Fact<?> fact, ProgramEvent event) {
        return switch (event) {
            case ProgramEvent.ProgramProposed e -> with(draft -> draft.proposals = proposals.with(fact.carrying(e)));
            case ProgramEvent.ProgramAmended e -> with(draft -> draft.amendments = amendments.with(fact.carrying(e)));
            case ProgramEvent.ProgramApproved e -> deciding(fact.<ProgramEvent>carrying(e));
            case ProgramEvent.ProgramSuspended e -> deciding(fact.<ProgramEvent>carrying(e));
            case ProgramEvent.ProgramResumed e -> deciding(fact.<ProgramEvent>carrying(e));
            case ProgramEvent.ProgramCancelled e -> deciding(fact.<ProgramEvent>carrying(e));
            case ProgramEvent.RegimeDeclared e -> with(draft -> draft.regimes = regimes.with(fact.carrying(e)));
        };
    }

    ProgramFile evolve(Fact<?> fact, ScheduleEvent event) {
        return switch (event) {
            case BaselineProposed e -> with(draft -> draft.baselines = baselines.with(fact.carrying(e)));
            case ScheduleEvent.BaselineApproved e -> judging(fact.<ScheduleEvent>carrying(e));
            case ScheduleEvent.BaselineReturned e -> judging(fact.<ScheduleEvent>carrying(e));
            case ScheduleEvent.ForecastReported e -> reporting(fact.carrying(event), List.of(e.milestoneId()));
            case ScheduleEvent.DoubtReported e -> reporting(fact.carrying(event), List.of(e.milestoneId()));
            case ScheduleEvent.ActualReported e -> reporting(fact.carrying(event), List.of(e.milestoneId()));
            case ScheduleEvent.ConfirmedUnchanged e -> reporting(fact.carrying(event), e.milestoneIds());
            case RebaselineRequested e -> with(draft -> draft.rebaselines = rebaselines.with(fact.carrying(e)));
            case RebaselineEvent.RebaselineApproved e -> judging(fact.<ScheduleEvent>carrying(e));
            case RebaselineEvent.RebaselineDeclined e -> judging(fact.<ScheduleEvent>carrying(e));
            case ActivityEvent e ->
                with(draft -> draft.activities = adding(activities, e.milestoneId(), fact.<ActivityEvent>carrying(e)));
            // Links join programs, so they stand beside them.
            case ScheduleEvent.MilestonesLinked ignored -> this;
        };
    }

    private ProgramFile deciding(Fact<ProgramEvent> act) {
        return with(draft -> draft.decisions = decisions.with(act));
    }

    private ProgramFile judging(Fact<ScheduleEvent> verdict) {
        return with(draft -> draft.verdicts = verdicts.with(verdict));
    }

    private ProgramFile reporting(Fact<ScheduleEvent> fact, List<MilestoneId> milestoneIds) {
        return with(draft -> milestoneIds.forEach(id -> draft.reports = adding(draft.reports, id, fact)));
    }

    /** Without what was stated later; acts stay. */
    ProgramFile statedBy(LocalDate day) {
        return with(draft -> {
            draft.proposals = proposals.statedBy(day);
            draft.amendments = amendments.statedBy(day);
            draft.baselines = baselines.statedBy(day);
            draft.reports = statedBy(reports, day);
            draft.rebaselines = rebaselines.statedBy(day);
            draft.activities = statedBy(activities, day);
        });
    }

    private static <T extends Event> TreeMap<MilestoneId, Facts<T>> adding(
            TreeMap<MilestoneId, Facts<T>> facts, MilestoneId id, Fact<T> fact) {
        return facts.put(id, facts.getOrElse(id, Facts.none()).with(fact));
    }

    private static <T extends Event> TreeMap<MilestoneId, Facts<T>> statedBy(
            TreeMap<MilestoneId, Facts<T>> facts, LocalDate day) {
        return facts.mapValues(each -> each.statedBy(day)).filterValues(each -> !each.isEmpty());
    }

    private ProgramFile with(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.file();
    }

    /** The next file while it is made: a change names only what it changes. */
    private static final class Draft {
        private Facts<ProgramEvent.ProgramProposed> proposals;
        private Facts<ProgramEvent.ProgramAmended> amendments;
        private Facts<ProgramEvent> decisions;
        private Facts<BaselineProposed> baselines;
        private Facts<ScheduleEvent> verdicts;
        private TreeMap<MilestoneId, Facts<ScheduleEvent>> reports;
        private Facts<RebaselineRequested> rebaselines;
        private TreeMap<MilestoneId, Facts<ActivityEvent>> activities;
        private Facts<ProgramEvent.RegimeDeclared> regimes;

        Draft(ProgramFile before) {
            proposals = before.proposals;
            amendments = before.amendments;
            decisions = before.decisions;
            baselines = before.baselines;
            verdicts = before.verdicts;
            reports = before.reports;
            rebaselines = before.rebaselines;
            activities = before.activities;
            regimes = before.regimes;
        }

        ProgramFile file() {
            return new ProgramFile(
                    proposals, amendments, decisions, baselines, verdicts, reports, rebaselines, activities, regimes);
        }
    }
}
