package centralcommand.query.server.board;

import static org.assertj.core.api.Assertions.assertThat;

import centralcommand.command.contract.clearance.ClearanceEvent.ReleasePolicySet;
import centralcommand.command.contract.clearance.ReleasePolicy;
import centralcommand.command.contract.program.ProgramId;
import centralcommand.command.contract.schedule.ActivityEvent.MissedDateNoticed;
import centralcommand.command.contract.schedule.MilestoneId;
import centralcommand.command.contract.schedule.ScheduleEvent.BaselineApproved;
import centralcommand.command.contract.schedule.ScheduleEvent.BaselineProposed;
import centralcommand.command.contract.shared.Authorship;
import centralcommand.command.contract.shared.Precision;
import centralcommand.command.contract.shared.Role;
import centralcommand.command.contract.shared.Washington;
import centralcommand.query.contract.board.MilestoneRow;
import centralcommand.query.contract.board.MissedNotice;
import centralcommand.query.server.told.History;
import centralcommand.query.server.told.Looking;
import centralcommand.query.server.told.Story;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class MissedNoticeTest {
    private static final ProgramId PLANT = new ProgramId("plant");
    private static final MilestoneId OPENING = new MilestoneId("opening");
    private static final LocalDate PROMISED = LocalDate.of(2025, 9, 30);
    private static final Authorship SYSTEM =
            new Authorship("system", null, List.of(Role.SYSTEM), "missed:opening:2025-09-30", "notice-missed-date");

    private static History promised() {
        History history = new History();
        history.says(History.ENERGY_APPROVER, new ReleasePolicySet(History.ENERGY, ReleasePolicy.AT_ONCE));
        history.says(History.ENERGY_STAFF, Story.proposed(PLANT, "Plant", History.ENERGY, History.on("2025-01-01")));
        history.says(
                History.ENERGY_STAFF,
                new BaselineProposed(
                        PLANT,
                        1,
                        "plan",
                        List.of(Story.planned(OPENING, "Opening", PROMISED.toString(), Precision.DAY)),
                        History.on("2025-01-01")));
        history.says(History.CZAR, new BaselineApproved(PLANT, 1));
        return history;
    }

    private static MilestoneRow row(History history) {
        return Looking.rows(Looking.asCzar(history, LocalDate.of(2026, 6, 1))).getFirst();
    }

    @Test
    void a_row_shows_the_notice_of_the_date_promised_now_with_its_day_and_its_entry() {
        History history = promised();
        assertThat(row(history).missedNotice()).isNull();
        long position = history.says(SYSTEM, new MissedDateNoticed(PLANT, OPENING, PROMISED));
        LocalDate given = Washington.day(history.facts().getLast().recordedAt());
        assertThat(row(history).missedNotice()).isEqualTo(new MissedNotice(given, PROMISED, position));
    }

    @Test
    void a_notice_of_another_date_is_history_and_not_shown() {
        History history = promised();
        history.says(SYSTEM, new MissedDateNoticed(PLANT, OPENING, PROMISED.minusDays(1)));
        assertThat(row(history).missedNotice()).isNull();
    }
}
