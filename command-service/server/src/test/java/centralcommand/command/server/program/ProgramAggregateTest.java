package centralcommand.command.server.program;

import static centralcommand.command.server.decision.History.CZAR;
import static centralcommand.command.server.decision.History.ENERGY;
import static centralcommand.command.server.decision.History.OTHER_STAFF;
import static centralcommand.command.server.decision.History.STAFF;
import static centralcommand.command.server.decision.History.TODAY;
import static centralcommand.command.server.decision.Samples.MINE;
import static centralcommand.command.server.decision.Samples.OPENING;
import static centralcommand.command.server.decision.Samples.PLANT;
import static centralcommand.command.server.decision.Samples.PROMISED;
import static centralcommand.command.server.decision.Samples.milestone;
import static centralcommand.command.server.decision.Samples.promised;
import static centralcommand.command.server.decision.Samples.said;
import static centralcommand.command.server.dispatch.Fixtures.by;

import centralcommand.command.contract.capacity.CapacityCommand.PledgeCapacity;
import centralcommand.command.contract.capacity.CapacityCommand.ReportProduction;
import centralcommand.command.contract.capacity.CapacityEvent.CapacityPledged;
import centralcommand.command.contract.capacity.CapacityEvent.ProductionReported;
import centralcommand.command.contract.capacity.CapacityId;
import centralcommand.command.contract.capacity.CapacityKind;
import centralcommand.command.contract.capacity.Material;
import centralcommand.command.contract.program.LineOfEffort;
import centralcommand.command.contract.program.ProgramCommand.AmendProgram;
import centralcommand.command.contract.program.ProgramCommand.ApproveProgram;
import centralcommand.command.contract.program.ProgramCommand.CancelProgram;
import centralcommand.command.contract.program.ProgramCommand.ProposeProgram;
import centralcommand.command.contract.program.ProgramCommand.ResumeProgram;
import centralcommand.command.contract.program.ProgramCommand.SuspendProgram;
import centralcommand.command.contract.program.ProgramEvent.ProgramAmended;
import centralcommand.command.contract.program.ProgramEvent.ProgramApproved;
import centralcommand.command.contract.program.ProgramEvent.ProgramCancelled;
import centralcommand.command.contract.program.ProgramEvent.ProgramResumed;
import centralcommand.command.contract.program.ProgramEvent.ProgramSuspended;
import centralcommand.command.contract.program.ProgramId;
import centralcommand.command.contract.program.Stage;
import centralcommand.command.contract.schedule.ActivityCommand.AnswerHiddenSlip;
import centralcommand.command.contract.schedule.ActivityCommand.EstimateDuration;
import centralcommand.command.contract.schedule.ActivityCommand.PauseMilestone;
import centralcommand.command.contract.schedule.ActivityCommand.ResumeMilestone;
import centralcommand.command.contract.schedule.ActivityCommand.UseMargin;
import centralcommand.command.contract.schedule.ActivityEvent.DurationEstimated;
import centralcommand.command.contract.schedule.ActivityEvent.HiddenSlipAnswered;
import centralcommand.command.contract.schedule.ActivityEvent.MarginUsed;
import centralcommand.command.contract.schedule.ActivityEvent.MilestonePaused;
import centralcommand.command.contract.schedule.ActivityEvent.MilestoneResumed;
import centralcommand.command.contract.schedule.Cause;
import centralcommand.command.contract.schedule.HiddenSlipAnswer;
import centralcommand.command.contract.schedule.LinkEnd;
import centralcommand.command.contract.schedule.LinkId;
import centralcommand.command.contract.schedule.LinkKind;
import centralcommand.command.contract.schedule.MilestoneId;
import centralcommand.command.contract.schedule.MilestoneKind;
import centralcommand.command.contract.schedule.NewDate;
import centralcommand.command.contract.schedule.PauseReason;
import centralcommand.command.contract.schedule.PlannedMilestone;
import centralcommand.command.contract.schedule.RebaselineCommand.ApproveRebaseline;
import centralcommand.command.contract.schedule.RebaselineCommand.DeclineRebaseline;
import centralcommand.command.contract.schedule.RebaselineCommand.RequestRebaseline;
import centralcommand.command.contract.schedule.RebaselineEvent.RebaselineApproved;
import centralcommand.command.contract.schedule.RebaselineEvent.RebaselineDeclined;
import centralcommand.command.contract.schedule.RebaselineEvent.RebaselineRequested;
import centralcommand.command.contract.schedule.RebaselineReason;
import centralcommand.command.contract.schedule.ScheduleCommand.ApproveBaseline;
import centralcommand.command.contract.schedule.ScheduleCommand.ConfirmUnchanged;
import centralcommand.command.contract.schedule.ScheduleCommand.LinkMilestones;
import centralcommand.command.contract.schedule.ScheduleCommand.ProposeBaseline;
import centralcommand.command.contract.schedule.ScheduleCommand.ReportActual;
import centralcommand.command.contract.schedule.ScheduleCommand.ReportDoubt;
import centralcommand.command.contract.schedule.ScheduleCommand.ReportForecast;
import centralcommand.command.contract.schedule.ScheduleCommand.ReturnBaseline;
import centralcommand.command.contract.schedule.ScheduleEvent.ActualReported;
import centralcommand.command.contract.schedule.ScheduleEvent.BaselineApproved;
import centralcommand.command.contract.schedule.ScheduleEvent.BaselineProposed;
import centralcommand.command.contract.schedule.ScheduleEvent.BaselineReturned;
import centralcommand.command.contract.schedule.ScheduleEvent.ConfirmedUnchanged;
import centralcommand.command.contract.schedule.ScheduleEvent.DoubtReported;
import centralcommand.command.contract.schedule.ScheduleEvent.ForecastReported;
import centralcommand.command.contract.schedule.ScheduleEvent.MilestonesLinked;
import centralcommand.command.contract.shared.Precision;
import centralcommand.command.contract.shared.Provenance;
import centralcommand.command.contract.shared.Stated;
import centralcommand.command.contract.shared.StatedDate;
import centralcommand.command.contract.shared.Tonnes;
import centralcommand.command.server.clearance.ClearanceAggregate;
import centralcommand.command.server.decision.Actor;
import centralcommand.command.server.decision.CommonRejections;
import centralcommand.command.server.decision.History;
import centralcommand.command.server.decision.Samples;
import centralcommand.command.server.dispatch.Fixtures;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.Test;

/** Each handler once: the command reaches its rule, and what was decided is applied. */
class ProgramAggregateTest {
    private static final Stated STATED = Samples.stated(TODAY);
    private static final Provenance SAID = said(TODAY);
    private static final LocalDate NEXT_YEAR = LocalDate.of(2027, 6, 30);
    private static final StatedDate EXPECTED = new StatedDate(NEXT_YEAR, Precision.DAY, "");
    private static final Tonnes TONNES = new Tonnes(new BigDecimal("1000"));

    private final History history = Samples.underWay();

    private ResultValidator<ProgramAggregate> when(Object command, Actor actor) {
        return when(PLANT, command, actor);
    }

    private ResultValidator<ProgramAggregate> when(ProgramId program, Object command, Actor actor) {
        FixtureConfiguration<ProgramAggregate> fixture = Fixtures.of(ProgramAggregate.class, history);
        var contexts = Fixtures.contexts(history);
        fixture.registerAnnotatedCommandHandler(new ConfirmUnchangedHandler(fixture.getRepository(), contexts));
        fixture.registerAnnotatedCommandHandler(new ApproveBaselineHandler(
                fixture.getRepository(),
                EventSourcingRepository.builder(ClearanceAggregate.class)
                        .eventStore(fixture.getEventStore())
                        .build(),
                contexts));
        return fixture.given(Fixtures.events(history.in(program))).when(command, by(actor));
    }

    @Test
    void propose_program() {
        ProgramId id = new ProgramId("new-plant");
        ProposeProgram command = new ProposeProgram(
                id,
                "Plant",
                "A company",
                ENERGY,
                null,
                List.of(),
                LineOfEffort.CAPITAL,
                Stage.SEPARATION,
                null,
                null,
                null,
                "A plant.",
                Samples.stated(LocalDate.of(2024, 1, 1)));
        when(id, command, STAFF).expectEvents(Samples.proposed(id, ENERGY, List.of()));
        when(id, command, OTHER_STAFF).expectNoEvents().expectExceptionDetails(ProgramRejections.notYourAgency(ENERGY));
    }

    @Test
    void approve_program() {
        history.released(STAFF, Samples.proposed(new ProgramId("waiting"), ENERGY, List.of()));
        when(new ProgramId("waiting"), new ApproveProgram(new ProgramId("waiting")), CZAR)
                .expectEvents(new ProgramApproved(new ProgramId("waiting")));
    }

    @Test
    void amend_program() {
        when(new AmendProgram(PLANT, "Name", null, null, null, null, null, null, null, STATED), STAFF)
                .expectEvents(new ProgramAmended(PLANT, "Name", null, null, null, null, null, null, null, SAID));
    }

    @Test
    void suspend_program() {
        when(new SuspendProgram(PLANT, "no funds"), CZAR).expectEvents(new ProgramSuspended(PLANT, "no funds"));
    }

    @Test
    void resume_program() {
        history.record(CZAR, new ProgramSuspended(PLANT, "no funds"));
        when(new ResumeProgram(PLANT, "funds"), CZAR).expectEvents(new ProgramResumed(PLANT, "funds"));
    }

    @Test
    void cancel_program() {
        when(new CancelProgram(PLANT, "no customer"), CZAR).expectEvents(new ProgramCancelled(PLANT, "no customer"));
    }

    @Test
    void propose_baseline() {
        MilestoneId id = new MilestoneId("plant-later");
        when(new ProposeBaseline(PLANT, "a plan", List.of(milestone(id, PROMISED)), STATED), STAFF)
                .expectEvents(new BaselineProposed(PLANT, 2, "a plan", List.of(milestone(id, PROMISED)), SAID));
    }

    @Test
    void approve_baseline() {
        history.released(STAFF, promised(PLANT, 2, milestone(new MilestoneId("plant-later"), PROMISED)));
        when(new ApproveBaseline(PLANT, 2), CZAR).expectEvents(new BaselineApproved(PLANT, 2));
    }

    @Test
    void return_baseline() {
        history.released(STAFF, promised(PLANT, 2, milestone(new MilestoneId("plant-later"), PROMISED)));
        when(new ReturnBaseline(PLANT, 2, "why?"), CZAR).expectEvents(new BaselineReturned(PLANT, 2, "why?"));
    }

    private static final RebaselineRequested OTHER_DATES = new RebaselineRequested(
            PLANT,
            2,
            RebaselineReason.PERMITTING,
            "The permit is late.",
            "a plan",
            "The state",
            List.of(new NewDate(OPENING, NEXT_YEAR, null, null)),
            SAID);

    @Test
    void request_rebaseline() {
        when(
                        new RequestRebaseline(
                                PLANT,
                                RebaselineReason.PERMITTING,
                                "The permit is late.",
                                "a plan",
                                "The state",
                                OTHER_DATES.dates(),
                                STATED),
                        STAFF)
                .expectEvents(OTHER_DATES);
    }

    @Test
    void approve_rebaseline() {
        history.released(STAFF, OTHER_DATES);
        when(new ApproveRebaseline(PLANT, 2, "The permit is out.", "The state", null), CZAR)
                .expectEvents(new RebaselineApproved(PLANT, 2, "The permit is out.", "The state", ""));
    }

    @Test
    void decline_rebaseline() {
        history.released(STAFF, OTHER_DATES);
        when(new DeclineRebaseline(PLANT, 2, "No plan.", "The state", "The company"), CZAR)
                .expectEvents(new RebaselineDeclined(PLANT, 2, "No plan.", "The state", "The company"));
    }

    @Test
    void report_forecast() {
        ReportForecast command = new ReportForecast(PLANT, OPENING, NEXT_YEAR, null, null, null, null, null, STATED);
        ForecastReported event = new ForecastReported(PLANT, OPENING, EXPECTED, null, null, "", SAID);
        when(command, STAFF).expectEvents(event);
        history.record(STAFF, event);
        when(command, STAFF).expectNoEvents().expectSuccessfulHandlerExecution();
    }

    @Test
    void report_doubt() {
        when(new ReportDoubt(PLANT, OPENING, null, null, null, "no funds", STATED), STAFF)
                .expectEvents(new DoubtReported(PLANT, OPENING, "", null, null, "no funds", SAID));
    }

    @Test
    void report_actual() {
        when(new ReportActual(PLANT, OPENING, TODAY, null, null, null, null, null, "photograph", STATED), STAFF)
                .expectEvents(new ActualReported(
                        PLANT, OPENING, new StatedDate(TODAY, Precision.DAY, ""), null, null, "", "photograph", SAID));
    }

    @Test
    void confirm_unchanged() {
        when(new ConfirmUnchanged(List.of(new ConfirmUnchanged.Line(PLANT, OPENING)), STATED), STAFF)
                .expectEvents(new ConfirmedUnchanged(PLANT, List.of(OPENING), SAID));
    }

    @Test
    void estimate_duration() {
        DurationEstimated event = new DurationEstimated(PLANT, OPENING, 20, 30, 60, "three like it", SAID);
        EstimateDuration command = new EstimateDuration(PLANT, OPENING, 20, 30, 60, "three like it", STATED);
        when(command, STAFF).expectEvents(event);
        history.record(STAFF, event);
        when(command, STAFF).expectNoEvents().expectSuccessfulHandlerExecution();
    }

    @Test
    void pause_and_resume_milestone() {
        MilestonePaused paused = new MilestonePaused(PLANT, OPENING, PauseReason.LITIGATION, "A court.", SAID);
        when(new PauseMilestone(PLANT, OPENING, PauseReason.LITIGATION, "A court.", STATED), STAFF)
                .expectEvents(paused);
        ResumeMilestone resume = new ResumeMilestone(PLANT, OPENING, "It is decided.", STATED);
        when(resume, STAFF).expectNoEvents().expectException(CommandExecutionException.class);
        history.record(STAFF, paused);
        when(resume, STAFF).expectEvents(new MilestoneResumed(PLANT, OPENING, "It is decided.", SAID));
    }

    @Test
    void use_margin() {
        MilestoneId reserve = new MilestoneId("plant-reserve");
        history.released(
                STAFF,
                promised(
                        PLANT,
                        2,
                        new PlannedMilestone(reserve, "Reserve", null, null, null, MilestoneKind.MARGIN, null)));
        history.record(CZAR, new BaselineApproved(PLANT, 2));
        history.record(STAFF, new DurationEstimated(PLANT, reserve, 10, 10, 10, "set aside", SAID));
        when(new UseMargin(PLANT, reserve, 10, Cause.EQUIPMENT, "A company", "The kiln.", STATED), STAFF)
                .expectEvents(new MarginUsed(PLANT, reserve, 10, Cause.EQUIPMENT, "A company", "The kiln.", SAID));
    }

    @Test
    void answer_hidden_slip() {
        when(
                        new AnswerHiddenSlip(
                                PLANT, OPENING, NEXT_YEAR, HiddenSlipAnswer.RECOVERED, "A second shift.", STATED),
                        STAFF)
                .expectEvents(new HiddenSlipAnswered(
                        PLANT, OPENING, NEXT_YEAR, HiddenSlipAnswer.RECOVERED, "A second shift.", SAID));
    }

    @Test
    void link_milestones() {
        LinkEnd from = new LinkEnd(MINE, null, null);
        LinkEnd to = new LinkEnd(PLANT, OPENING, null);
        when(new LinkMilestones(new LinkId("feed"), from, to, LinkKind.FEEDSTOCK, null, null, null, STATED), STAFF)
                .expectEvents(new MilestonesLinked(
                        PLANT, new LinkId("feed"), from, to, LinkKind.FEEDSTOCK, null, null, "", SAID));
    }

    @Test
    void pledge_capacity() {
        CapacityId id = new CapacityId("figure");
        when(
                        new PledgeCapacity(
                                PLANT,
                                id,
                                Material.ALLOY,
                                Stage.METAL,
                                TONNES,
                                null,
                                CapacityKind.DESIGN,
                                List.of(),
                                null,
                                null,
                                STATED),
                        STAFF)
                .expectEvents(new CapacityPledged(
                        PLANT,
                        id,
                        Material.ALLOY,
                        Stage.METAL,
                        TONNES,
                        null,
                        CapacityKind.DESIGN,
                        List.of(),
                        null,
                        "",
                        SAID));
    }

    @Test
    void report_production() {
        CapacityId id = new CapacityId("figure");
        when(new ReportProduction(PLANT, id, Material.ALLOY, Stage.METAL, TONNES, 2025, null, STATED), STAFF)
                .expectEvents(new ProductionReported(PLANT, id, Material.ALLOY, Stage.METAL, TONNES, 2025, "", SAID));
    }

    @Test
    void what_is_not_there_is_refused_as_a_rule_would_refuse_it() {
        ProgramId nothing = new ProgramId("nothing");
        Fixtures.of(ProgramAggregate.class, history)
                .givenNoPriorActivity()
                .when(new ApproveProgram(nothing), by(CZAR))
                .expectExceptionDetails(CommonRejections.unknownProgram(nothing, "programId"));
    }

    @Test
    void who_may_not_send_a_command_at_all_does_not_reach_the_rule() {
        when(new ApproveProgram(PLANT), STAFF).expectNoEvents().expectException(CommandExecutionException.class);
    }
}
