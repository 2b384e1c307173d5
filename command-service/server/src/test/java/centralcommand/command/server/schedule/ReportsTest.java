package centralcommand.command.server.schedule;

import static centralcommand.command.server.decision.History.CZAR;
import static centralcommand.command.server.decision.History.ENERGY;
import static centralcommand.command.server.decision.History.OTHER_STAFF;
import static centralcommand.command.server.decision.History.STAFF;
import static centralcommand.command.server.decision.History.SUPPORTER;
import static centralcommand.command.server.decision.History.TODAY;
import static centralcommand.command.server.decision.History.accepted;
import static centralcommand.command.server.decision.History.refusal;
import static centralcommand.command.server.decision.Samples.OPENING;
import static centralcommand.command.server.decision.Samples.PLANT;
import static centralcommand.command.server.decision.Samples.milestone;
import static centralcommand.command.server.decision.Samples.promised;
import static centralcommand.command.server.decision.Samples.stated;
import static centralcommand.command.server.schedule.Dates.actual;
import static centralcommand.command.server.schedule.Dates.decide;
import static centralcommand.command.server.schedule.Dates.doubt;
import static centralcommand.command.server.schedule.Dates.forecast;
import static org.assertj.core.api.Assertions.assertThat;

import centralcommand.command.contract.clearance.ClearanceEvent.EntryCorrected;
import centralcommand.command.contract.clearance.ClearanceEvent.EntryWithdrawn;
import centralcommand.command.contract.program.ProgramEvent.ProgramSuspended;
import centralcommand.command.contract.schedule.MilestoneId;
import centralcommand.command.contract.schedule.ScheduleCommand.ReportForecast;
import centralcommand.command.contract.schedule.ScheduleEvent.ActualReported;
import centralcommand.command.contract.schedule.ScheduleEvent.DoubtReported;
import centralcommand.command.contract.schedule.ScheduleEvent.ForecastReported;
import centralcommand.command.contract.shared.Precision;
import centralcommand.command.contract.shared.Provenance.Marking;
import centralcommand.command.contract.shared.Stated;
import centralcommand.command.server.decision.History;
import centralcommand.command.server.decision.Samples;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ReportsTest {
    private static final LocalDate MARCH = LocalDate.of(2026, 3, 2);
    private static final LocalDate NEXT_YEAR = LocalDate.of(2027, 6, 30);

    @Test
    void staff_of_the_lead_and_of_a_supporting_agency_report() {
        History history = Samples.underWay();
        ReportForecast command = forecast(NEXT_YEAR, Precision.HALF, Stated.PLAIN);
        ForecastReported event =
                (ForecastReported) accepted(decide(history, command, STAFF)).getFirst();
        assertThat(event.expected().date()).isEqualTo(LocalDate.of(2027, 6, 30));
        assertThat(event.expected().precision()).isEqualTo(Precision.HALF);
        assertThat(event.provenance().statedOn()).isEqualTo(TODAY);
        assertThat(event.provenance().marking()).isEqualTo(Marking.NONE);
        assertThat(accepted(decide(history, command, SUPPORTER))).hasSize(1);
        assertThat(refusal(decide(history, command, OTHER_STAFF))).isEqualTo("PERMISSION NOT_YOUR_PROGRAM");
    }

    @Test
    void who_may_not_report_is_told_that_before_anything_else() {
        ReportForecast everythingWrong = new ReportForecast(
                PLANT, new MilestoneId("nothing"), MARCH, null, null, null, null, null, stated(TODAY.plusDays(1)));
        assertThat(refusal(decide(Samples.underWay(), everythingWrong, OTHER_STAFF)))
                .isEqualTo("PERMISSION NOT_YOUR_PROGRAM");
        assertThat(refusal(decide(Samples.underWay(), everythingWrong, STAFF)))
                .isEqualTo("UNKNOWN UNKNOWN_MILESTONE milestoneId");
    }

    @Test
    void reports_need_an_active_program() {
        History history = Samples.underWay();
        history.record(CZAR, new ProgramSuspended(PLANT, "no funds"));
        assertThat(refusal(decide(history, forecast(NEXT_YEAR, Precision.DAY, Stated.PLAIN), STAFF)))
                .isEqualTo("RULE PROGRAM_NOT_ACTIVE programId");
        assertThat(refusal(decide(history, doubt(Stated.PLAIN), STAFF))).isEqualTo("RULE PROGRAM_NOT_ACTIVE programId");
        assertThat(refusal(decide(history, actual(MARCH, Precision.DAY, Stated.PLAIN), STAFF)))
                .isEqualTo("RULE PROGRAM_NOT_ACTIVE programId");
    }

    @Test
    void reports_need_an_approved_baseline_and_others_know_nothing_of_a_pending_one() {
        History history = Samples.underWay();
        MilestoneId later = new MilestoneId("plant-later");
        history.record(STAFF, promised(PLANT, 2, milestone(later, NEXT_YEAR)));
        ReportForecast command =
                new ReportForecast(PLANT, later, NEXT_YEAR, null, null, null, null, null, Stated.PLAIN);
        assertThat(refusal(decide(history, command, STAFF))).isEqualTo("RULE NO_APPROVED_BASELINE milestoneId");
        assertThat(refusal(decide(history, command, SUPPORTER))).isEqualTo("UNKNOWN UNKNOWN_MILESTONE milestoneId");
    }

    @Test
    void a_forecasts_period_ends_on_its_stated_day_at_the_earliest() {
        History history = Samples.underWay();
        assertThat(accepted(decide(history, forecast(MARCH, Precision.DAY, stated(MARCH)), STAFF)))
                .hasSize(1);
        assertThat(refusal(decide(history, forecast(MARCH.minusDays(1), Precision.DAY, stated(MARCH)), STAFF)))
                .isEqualTo("RULE FORECAST_BEFORE_STATED_DAY date");
        assertThat(accepted(decide(history, forecast(MARCH.minusDays(1), Precision.MONTH, stated(MARCH)), STAFF)))
                .as("the month of the day before goes on")
                .hasSize(1);
        assertThat(refusal(decide(history, forecast(MARCH.minusMonths(1), Precision.MONTH, stated(MARCH)), STAFF)))
                .isEqualTo("RULE FORECAST_BEFORE_STATED_DAY date");
    }

    @Test
    void an_actuals_period_begins_on_its_stated_day_at_the_latest() {
        History history = Samples.underWay();
        assertThat(accepted(decide(history, actual(MARCH, Precision.DAY, stated(MARCH)), STAFF)))
                .hasSize(1);
        assertThat(refusal(decide(history, actual(MARCH.plusDays(1), Precision.DAY, stated(MARCH)), STAFF)))
                .isEqualTo("RULE ACTUAL_AFTER_STATED_DAY date");
        assertThat(accepted(decide(history, actual(MARCH.plusDays(1), Precision.MONTH, stated(MARCH)), STAFF)))
                .hasSize(1);
        assertThat(refusal(decide(history, actual(MARCH.plusMonths(1), Precision.MONTH, stated(MARCH)), STAFF)))
                .isEqualTo("RULE ACTUAL_AFTER_STATED_DAY date");
    }

    @Test
    void nothing_is_stated_tomorrow() {
        History history = Samples.underWay();
        assertThat(accepted(decide(history, doubt(stated(TODAY)), STAFF))).hasSize(1);
        assertThat(refusal(decide(history, doubt(stated(TODAY.plusDays(1))), STAFF)))
                .isEqualTo("RULE STATED_IN_FUTURE statedOn");
    }

    @Test
    void a_report_that_repeats_what_is_current_changes_nothing() {
        History history = Samples.underWay();
        ReportForecast command = forecast(NEXT_YEAR, Precision.DAY, stated(MARCH));
        history.record(STAFF, accepted(decide(history, command, STAFF)).getFirst());
        assertThat(accepted(decide(history, command, STAFF))).isEmpty();
        assertThat(accepted(decide(history, command, SUPPORTER)))
                .as("another agency saying the same is news")
                .hasSize(1);
        assertThat(accepted(decide(history, forecast(NEXT_YEAR, Precision.DAY, stated(MARCH.plusDays(1))), STAFF)))
                .as("said again later is news")
                .hasSize(1);
        history.record(
                STAFF, accepted(decide(history, doubt(stated(MARCH)), STAFF)).getFirst());
        assertThat(accepted(decide(history, doubt(stated(MARCH)), STAFF))).isEmpty();
        assertThat(accepted(decide(history, command, STAFF)))
                .as("no longer current")
                .hasSize(1);
    }

    @Test
    void old_news_entered_late_is_taken() {
        History history = Samples.underWay();
        history.record(
                STAFF,
                accepted(decide(history, forecast(NEXT_YEAR, Precision.DAY, stated(MARCH)), STAFF))
                        .getFirst());
        assertThat(accepted(decide(history, forecast(MARCH, Precision.DAY, stated(MARCH.minusYears(1))), STAFF)))
                .hasSize(1);
    }

    @Test
    void a_milestone_is_reached_once() {
        History history = Samples.underWay();
        ActualReported event =
                (ActualReported) accepted(decide(history, actual(MARCH, Precision.DAY, stated(MARCH)), STAFF))
                        .getFirst();
        history.record(STAFF, event);
        assertThat(accepted(decide(history, actual(MARCH, Precision.DAY, stated(MARCH)), STAFF)))
                .as("the same again")
                .isEmpty();
        assertThat(refusal(decide(history, actual(MARCH.minusDays(1), Precision.DAY, stated(MARCH)), STAFF)))
                .isEqualTo("RULE ACTUAL_ALREADY_REPORTED milestoneId");
        assertThat(refusal(decide(history, forecast(NEXT_YEAR, Precision.DAY, stated(MARCH)), STAFF)))
                .isEqualTo("RULE MILESTONE_REACHED milestoneId");
        assertThat(refusal(decide(history, doubt(stated(MARCH)), STAFF)))
                .isEqualTo("RULE MILESTONE_REACHED milestoneId");
        assertThat(accepted(decide(history, doubt(stated(MARCH.minusDays(1))), STAFF)))
                .as("old news from before it was reached")
                .hasSize(1);
    }

    @Test
    void a_struck_actual_may_be_reported_again() {
        History history = Samples.underWay();
        long position = history.released(
                STAFF,
                accepted(decide(history, actual(MARCH, Precision.DAY, stated(MARCH)), STAFF))
                        .getFirst());
        long correction = history.record(STAFF, new EntryCorrected(ENERGY, position, "wrong", Samples.said(TODAY)));
        assertThat(accepted(decide(history, actual(MARCH.plusDays(3), Precision.DAY, stated(TODAY)), STAFF)))
                .hasSize(1);
        history.record(STAFF, new EntryWithdrawn(ENERGY, correction, "it was right"));
        assertThat(refusal(decide(history, actual(MARCH.plusDays(3), Precision.DAY, stated(TODAY)), STAFF)))
                .isEqualTo("RULE ACTUAL_ALREADY_REPORTED milestoneId");
    }

    @Test
    void a_withdrawn_report_is_no_longer_current() {
        History history = Samples.underWay();
        ReportForecast command = forecast(NEXT_YEAR, Precision.DAY, stated(MARCH));
        long position =
                history.record(STAFF, accepted(decide(history, command, STAFF)).getFirst());
        history.record(STAFF, new EntryWithdrawn(ENERGY, position, "typing error"));
        assertThat(accepted(decide(history, command, STAFF))).hasSize(1);
    }

    @Test
    void a_doubt_says_why() {
        DoubtReported event = (DoubtReported) accepted(decide(Samples.underWay(), doubt(stated(MARCH)), STAFF))
                .getFirst();
        assertThat(event.milestoneId()).isEqualTo(OPENING);
        assertThat(event.narrative()).isEqualTo("because");
        assertThat(event.asStated()).isEqualTo("not soon");
    }
}
