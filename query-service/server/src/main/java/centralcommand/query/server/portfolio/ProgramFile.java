package centralcommand.query.server.portfolio;

import centralcommand.command.contract.program.ProgramEvent;
import centralcommand.command.contract.schedule.ActivityEvent;
import centralcommand.command.contract.schedule.MilestoneId;
import centralcommand.command.contract.schedule.RebaselineEvent;
import centralcommand.command.contract.schedule.RebaselineEvent.RebaselineRequested;
import centralcommand.command.contract.schedule.ScheduleEvent;
import centralcommand.command.contract.schedule.ScheduleEvent.BaselineProposed;
import io.vavr.collection.TreeMap;
import java.time.LocalDate;
import java.util.Comparator;

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
            case ProgramEvent.ProgramProposed e ->
                new ProgramFile(
                        proposals.with(fact.carrying(e)),
                        amendments,
                        decisions,
                        baselines,
                        verdicts,
                        reports,
                        rebaselines,
                        activities,
                        regimes);
            case ProgramEvent.ProgramAmended e ->
                new ProgramFile(
                        proposals,
                        amendments.with(fact.carrying(e)),
                        decisions,
                        baselines,
                        verdicts,
                        reports,
                        rebaselines,
                        activities,
                        regimes);
            case ProgramEvent.ProgramApproved e -> deciding(fact.<ProgramEvent>carrying(e));
            case ProgramEvent.ProgramSuspended e -> deciding(fact.<ProgramEvent>carrying(e));
            case ProgramEvent.ProgramResumed e -> deciding(fact.<ProgramEvent>carrying(e));
            case ProgramEvent.ProgramCancelled e -> deciding(fact.<ProgramEvent>carrying(e));
            case ProgramEvent.RegimeDeclared e ->
                new ProgramFile(
                        proposals,
                        amendments,
                        decisions,
                        baselines,
                        verdicts,
                        reports,
                        rebaselines,
                        activities,
                        regimes.with(fact.carrying(e)));
        };
    }

    private ProgramFile deciding(Fact<ProgramEvent> act) {
        return new ProgramFile(
                proposals,
                amendments,
                decisions.with(act),
                baselines,
                verdicts,
                reports,
                rebaselines,
                activities,
                regimes);
    }

    ProgramFile evolve(Fact<?> fact, ScheduleEvent event) {
        return switch (event) {
            case BaselineProposed e ->
                new ProgramFile(
                        proposals,
                        amendments,
                        decisions,
                        baselines.with(fact.carrying(e)),
                        verdicts,
                        reports,
                        rebaselines,
                        activities,
                        regimes);
            case ScheduleEvent.BaselineApproved e -> judging(fact.<ScheduleEvent>carrying(e));
            case ScheduleEvent.BaselineReturned e -> judging(fact.<ScheduleEvent>carrying(e));
            case ScheduleEvent.ForecastReported e -> reporting(fact.carrying(event), e.milestoneId());
            case ScheduleEvent.DoubtReported e -> reporting(fact.carrying(event), e.milestoneId());
            case ScheduleEvent.ActualReported e -> reporting(fact.carrying(event), e.milestoneId());
            case ScheduleEvent.ConfirmedUnchanged e -> {
                ProgramFile file = this;
                for (MilestoneId milestoneId : e.milestoneIds()) {
                    file = file.reporting(fact.carrying(event), milestoneId);
                }
                yield file;
            }
            case RebaselineEvent.RebaselineRequested e ->
                new ProgramFile(
                        proposals,
                        amendments,
                        decisions,
                        baselines,
                        verdicts,
                        reports,
                        rebaselines.with(fact.carrying(e)),
                        activities,
                        regimes);
            case RebaselineEvent.RebaselineApproved e -> judging(fact.<ScheduleEvent>carrying(e));
            case RebaselineEvent.RebaselineDeclined e -> judging(fact.<ScheduleEvent>carrying(e));
            case ActivityEvent e -> doing(fact.<ActivityEvent>carrying(e), e.milestoneId());
            // Links join programs, so they stand beside them.
            case ScheduleEvent.MilestonesLinked ignored -> this;
        };
    }

    private ProgramFile judging(Fact<ScheduleEvent> verdict) {
        return new ProgramFile(
                proposals,
                amendments,
                decisions,
                baselines,
                verdicts.with(verdict),
                reports,
                rebaselines,
                activities,
                regimes);
    }

    private ProgramFile doing(Fact<ActivityEvent> fact, MilestoneId milestoneId) {
        Facts<ActivityEvent> known = activities.getOrElse(milestoneId, Facts.none());
        return new ProgramFile(
                proposals,
                amendments,
                decisions,
                baselines,
                verdicts,
                reports,
                rebaselines,
                activities.put(milestoneId, known.with(fact)),
                regimes);
    }

    ProgramFile statedBy(LocalDate day) {
        return new ProgramFile(
                proposals.statedBy(day),
                amendments.statedBy(day),
                decisions,
                baselines.statedBy(day),
                verdicts,
                reports.mapValues(facts -> facts.statedBy(day)).filterValues(facts -> !facts.isEmpty()),
                rebaselines.statedBy(day),
                activities.mapValues(facts -> facts.statedBy(day)).filterValues(facts -> !facts.isEmpty()),
                regimes);
    }

    private ProgramFile reporting(Fact<ScheduleEvent> fact, MilestoneId milestoneId) {
        Facts<ScheduleEvent> known = reports.getOrElse(milestoneId, Facts.none());
        return new ProgramFile(
                proposals,
                amendments,
                decisions,
                baselines,
                verdicts,
                reports.put(milestoneId, known.with(fact)),
                rebaselines,
                activities,
                regimes);
    }
}
