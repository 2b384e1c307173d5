package centralcommand.command.server.schedule;

import static centralcommand.command.server.decision.History.OTHER_STAFF;
import static centralcommand.command.server.decision.History.STAFF;
import static centralcommand.command.server.decision.History.SUPPORTER;
import static centralcommand.command.server.decision.History.TODAY;
import static centralcommand.command.server.decision.History.accepted;
import static centralcommand.command.server.decision.History.refusal;
import static centralcommand.command.server.decision.Samples.MINE;
import static centralcommand.command.server.decision.Samples.OPENING;
import static centralcommand.command.server.decision.Samples.ORE;
import static centralcommand.command.server.decision.Samples.PLANT;
import static centralcommand.command.server.decision.Samples.PROMISED;
import static centralcommand.command.server.decision.Samples.RATED;
import static centralcommand.command.server.decision.Samples.stated;
import static centralcommand.command.server.schedule.Dates.actual;
import static centralcommand.command.server.schedule.Dates.doubt;
import static centralcommand.command.server.schedule.Dates.forecast;
import static org.assertj.core.api.Assertions.assertThat;

import centralcommand.command.contract.schedule.MilestoneId;
import centralcommand.command.contract.schedule.ScheduleCommand.ConfirmUnchanged;
import centralcommand.command.contract.schedule.ScheduleCommand.ConfirmUnchanged.Line;
import centralcommand.command.contract.schedule.ScheduleCommand.OfProgram;
import centralcommand.command.contract.schedule.ScheduleEvent.ConfirmedUnchanged;
import centralcommand.command.contract.shared.Precision;
import centralcommand.command.server.decision.Actor;
import centralcommand.command.server.decision.Decision;
import centralcommand.command.server.decision.History;
import centralcommand.command.server.decision.Samples;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConfirmationsTest {
    private static final Line FIRST = new Line(MINE, ORE);

    private static ConfirmUnchanged confirm(LocalDate statusDate, MilestoneId... milestones) {
        List<Line> lines = new ArrayList<>(List.of(FIRST));
        for (MilestoneId milestone : milestones) {
            lines.add(new Line(PLANT, milestone));
        }
        return new ConfirmUnchanged(lines, stated(statusDate));
    }

    private static Decision decide(History history, ConfirmUnchanged command, Actor actor) {
        return Dates.decide(history, PLANT, command, actor);
    }

    private static void say(History history, OfProgram command) {
        history.record(STAFF, accepted(Dates.decide(history, command, STAFF)).getFirst());
    }

    @Test
    void the_lines_of_one_program_are_confirmed_each_once() {
        ConfirmedUnchanged event =
                (ConfirmedUnchanged) accepted(decide(Samples.underWay(), confirm(TODAY, OPENING, OPENING), SUPPORTER))
                        .getFirst();
        assertThat(event.programId()).isEqualTo(PLANT);
        assertThat(event.milestoneIds()).containsExactly(OPENING);
        assertThat(event.provenance().statedOn()).isEqualTo(TODAY);
    }

    @Test
    void who_neither_leads_nor_supports_confirms_nothing() {
        assertThat(refusal(decide(Samples.underWay(), confirm(TODAY, OPENING), OTHER_STAFF)))
                .isEqualTo("PERMISSION NOT_YOUR_PROGRAM");
    }

    @Test
    void an_unknown_milestone_is_named_by_its_line() {
        assertThat(refusal(decide(Samples.underWay(), confirm(TODAY, OPENING, ORE), STAFF)))
                .isEqualTo("UNKNOWN UNKNOWN_MILESTONE lines[2].milestoneId");
    }

    @Test
    void a_date_on_file_may_be_the_status_date_but_not_lie_before_it() {
        History history = Samples.underWay();
        say(history, forecast(LocalDate.of(2026, 6, 14), Precision.DAY, stated(LocalDate.of(2026, 6, 1))));
        assertThat(accepted(decide(history, confirm(LocalDate.of(2026, 6, 14), OPENING), STAFF)))
                .hasSize(1);
        assertThat(refusal(decide(history, confirm(TODAY, OPENING), STAFF)))
                .isEqualTo("RULE DATE_ON_FILE_HAS_PASSED lines[1].milestoneId");
    }

    @Test
    void what_was_on_file_on_the_status_date_counts() {
        History history = Samples.underWay();
        say(history, forecast(LocalDate.of(2026, 6, 1), Precision.DAY, stated(LocalDate.of(2026, 5, 1))));
        assertThat(accepted(decide(history, confirm(LocalDate.of(2026, 4, 30), OPENING), STAFF)))
                .as("before the forecast was stated the promise of " + PROMISED + " was on file")
                .hasSize(1);
    }

    @Test
    void what_was_reached_or_never_dated_cannot_stand_unchanged() {
        History history = Samples.underWay();
        assertThat(refusal(decide(history, confirm(TODAY, RATED), STAFF)))
                .isEqualTo("RULE NO_DATE_ON_FILE lines[1].milestoneId");
        say(history, actual(TODAY, Precision.DAY, stated(TODAY)));
        assertThat(refusal(decide(history, confirm(TODAY, OPENING), STAFF)))
                .isEqualTo("RULE MILESTONE_REACHED lines[1].milestoneId");
    }

    @Test
    void a_doubt_may_be_confirmed() {
        History history = Samples.underWay();
        say(history, doubt(stated(LocalDate.of(2026, 6, 1))));
        assertThat(accepted(decide(history, confirm(TODAY, OPENING), STAFF))).hasSize(1);
    }

    @Test
    void the_same_confirmation_again_changes_nothing_until_something_else_was_said() {
        History history = Samples.underWay();
        history.record(
                STAFF, accepted(decide(history, confirm(TODAY, OPENING), STAFF)).getFirst());
        assertThat(accepted(decide(history, confirm(TODAY, OPENING), STAFF))).isEmpty();
        say(history, forecast(LocalDate.of(2027, 1, 1), Precision.DAY, stated(TODAY)));
        assertThat(accepted(decide(history, confirm(TODAY, OPENING), STAFF))).hasSize(1);
    }

    @Test
    void nothing_is_confirmed_as_of_tomorrow() {
        assertThat(refusal(decide(Samples.underWay(), confirm(TODAY.plusDays(1), OPENING), STAFF)))
                .isEqualTo("RULE STATED_IN_FUTURE statedOn");
    }
}
