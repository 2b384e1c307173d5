package centralcommand.web.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import centralcommand.command.contract.program.ProgramId;
import centralcommand.command.contract.schedule.HiddenSlipAnswer;
import centralcommand.command.contract.schedule.LinkId;
import centralcommand.command.contract.schedule.LinkKind;
import centralcommand.command.contract.schedule.LinkType;
import centralcommand.command.contract.schedule.MilestoneId;
import centralcommand.command.contract.schedule.PauseReason;
import centralcommand.command.contract.shared.Precision;
import centralcommand.query.contract.board.MilestoneRow;
import centralcommand.query.contract.board.MilestoneStatus;
import centralcommand.query.contract.schedule.HiddenSlips;
import centralcommand.query.contract.schedule.Implied;
import centralcommand.query.contract.schedule.ProgramSchedule;
import centralcommand.query.contract.schedule.ProgramSchedule.Pause;
import centralcommand.query.contract.schedule.ProgramSchedule.Promise;
import centralcommand.query.contract.schedule.ProgramSchedule.Row;
import centralcommand.query.contract.schedule.ProgramSchedule.Tie;
import centralcommand.web.Answers;
import centralcommand.web.Browser;
import centralcommand.web.RunningWeb;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SchedulePagesTest {
    private static final MilestoneId FEED = new MilestoneId("feed-ready");
    private static final MilestoneId OPENING = new MilestoneId("opening");

    private final Browser browser = RunningWeb.browser();

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    private static MilestoneRow milestone(MilestoneId id, String title, String expected) {
        return Answers.row(
                id.value(),
                title,
                Answers.day("2026-06-30", Precision.DAY, "", 10),
                Answers.day(expected, Precision.DAY, "", 20),
                null,
                MilestoneStatus.LATE,
                92L,
                null,
                false);
    }

    private static Implied implied(@Nullable Long hidden) {
        return new Implied(
                day("2026-11-15"), day("2026-11-30"), hidden, FEED, null, List.of(FEED, OPENING), "implied/opening");
    }

    private static ProgramSchedule schedule(String end) {
        return new ProgramSchedule(
                Answers.seenAs("CZAR"),
                new ProgramId("plant"),
                "Plant",
                List.of(new Row(
                        milestone(OPENING, "Opening", "2026-09-30"),
                        List.of(
                                new Promise(1, day("2026-06-30"), day("2026-06-30"), 10),
                                new Promise(2, day("2026-08-31"), day("2026-08-31"), 15)),
                        day("2026-07-01"),
                        20,
                        implied(61L),
                        -42,
                        0,
                        true,
                        5,
                        List.of(new Pause(
                                PauseReason.LITIGATION, "stayed", day("2026-03-01"), day("2026-04-02"), null, 17)))),
                List.of(new Row(
                        milestone(FEED, "Feed ready", "2026-11-30"),
                        List.of(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        false,
                        null,
                        List.of())),
                List.of(new Tie(
                        new LinkId("feed"),
                        null,
                        FEED,
                        OPENING,
                        LinkKind.FEEDSTOCK,
                        LinkType.START_TO_START,
                        5,
                        true,
                        30)),
                List.of(OPENING),
                day(end));
    }

    @Test
    void the_schedule_is_drawn_and_told_with_every_baseline_float_pause_and_link() {
        RunningWeb.QUERIES.answers("/api/programs/plant/schedule", 200, Answers.json(schedule("2026-11-30")));
        browser.signIn("/programs/plant/schedule", "czar", null, "CZAR");
        assertThat(browser.get("/programs/plant/schedule").body())
                .contains(
                        "schedule-implied-mark schedule-hidden", "schedule-driving", "schedule-still", "schedule-work")
                .contains("hidden slip, 61 days", "float -42")
                .contains("Jun 30, 2026 (baseline 1)", "Aug 31, 2026 (baseline 2)")
                .contains("not before Nov 15, 2026", "free 0", "margin left 5")
                .contains("stood still from Mar 1, 2026 on: Litigation (recorded Apr 2, 2026)")
                .contains("(Feedstock, Start to start, lag 5 d)", "decides")
                .contains("the program ends on <strong>Nov 30, 2026</strong>")
                .doesNotContain("That day has passed");
    }

    @Test
    void an_end_that_has_passed_unreached_is_said_to_be_unknown() {
        RunningWeb.QUERIES.answers("/api/programs/plant/schedule", 200, Answers.json(schedule("2026-11-15")));
        browser.signIn("/programs/plant/schedule", "czar", null, "CZAR");
        assertThat(browser.get("/programs/plant/schedule").body())
                .contains("the program ends on <strong>Nov 15, 2026</strong>", "That day has passed");
    }

    @Test
    void a_program_without_milestones_says_so() {
        RunningWeb.QUERIES.answers(
                "/api/programs/plant/schedule",
                200,
                Answers.json(new ProgramSchedule(
                        Answers.seenAs("CZAR"),
                        new ProgramId("plant"),
                        "Plant",
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        null)));
        browser.signIn("/programs/plant/schedule", "czar", null, "CZAR");
        assertThat(browser.get("/programs/plant/schedule").body())
                .contains("No milestone has been promised for this program.");
    }

    private static HiddenSlips slips(boolean ownerOnly, HiddenSlips.@Nullable Answer answer) {
        return slips(ownerOnly, answer, null);
    }

    private static HiddenSlips slips(
            boolean ownerOnly, HiddenSlips.@Nullable Answer answer, @Nullable LocalDate lapsedSince) {
        return new HiddenSlips(
                Answers.seenAs("DEFENSE"),
                List.of(new HiddenSlips.Row(
                        milestone(OPENING, "Opening", "2026-09-30"),
                        implied(61L),
                        day("2026-09-30"),
                        "Feed ready (Mine)",
                        day("2026-11-30"),
                        List.of("feed"),
                        ownerOnly ? day("2026-07-06") : null,
                        lapsedSince,
                        ownerOnly,
                        answer)),
                3,
                2);
    }

    @Test
    void the_owner_is_asked_to_answer_and_told_until_when() {
        RunningWeb.QUERIES.answers("/api/hidden-slips", 200, Answers.json(slips(true, null)));
        String agency = milestone(OPENING, "Opening", "2026-09-30").agency().code();
        browser.signIn("/hidden-slips", "staff", agency, "AGENCY_STAFF");
        assertThat(browser.get("/hidden-slips").body())
                .contains("Others see it after Jul 6, 2026.", "Only your agency and auditors see this yet.")
                .contains("/commands/answer-hidden-slip?", "milestoneId=opening", "impliedDate=2026-11-30")
                .contains("3 links are on file; from 2 of them no date follows");
    }

    @Test
    void others_see_the_answer_beside_it_and_are_not_asked() {
        RunningWeb.QUERIES.answers(
                "/api/hidden-slips",
                200,
                Answers.json(slips(
                        false,
                        new HiddenSlips.Answer(
                                HiddenSlipAnswer.RECOVERED,
                                day("2026-11-30"),
                                "A second line.",
                                "energy",
                                day("2026-07-01"),
                                40))));
        browser.signIn("/hidden-slips", "czar", null, "CZAR");
        assertThat(browser.get("/hidden-slips").body())
                .contains("Recovered", "A second line.", "/events/40")
                .doesNotContain("answer-hidden-slip", "Not to this date");
    }

    @Test
    void an_answer_to_a_different_date_is_shown_as_that() {
        RunningWeb.QUERIES.answers(
                "/api/hidden-slips",
                200,
                Answers.json(slips(
                        true,
                        new HiddenSlips.Answer(
                                HiddenSlipAnswer.RECOVERED,
                                day("2025-11-30"),
                                "A second line.",
                                "energy",
                                day("2026-07-01"),
                                40))));
        String agency = milestone(OPENING, "Opening", "2026-09-30").agency().code();
        browser.signIn("/hidden-slips", "staff", agency, "AGENCY_STAFF");
        assertThat(browser.get("/hidden-slips").body())
                .contains("Not to this date. To a different one, Nov 30, 2025:", "A second line.")
                .contains("Others see it after Jul 6, 2026.");
    }

    @Test
    void while_appropriations_have_lapsed_it_says_that_the_clock_stands_still() {
        RunningWeb.QUERIES.answers("/api/hidden-slips", 200, Answers.json(slips(true, null, day("2026-07-02"))));
        String agency = milestone(OPENING, "Opening", "2026-09-30").agency().code();
        browser.signIn("/hidden-slips", "staff", agency, "AGENCY_STAFF");
        assertThat(browser.get("/hidden-slips").body())
                .contains(
                        "Others see it after Jul 6, 2026, if work begins again tomorrow: appropriations have lapsed since"
                                + " Jul 2, 2026, nobody knows until when, and this clock stands still.");
    }

    @Test
    void where_nothing_is_hidden_it_says_so() {
        RunningWeb.QUERIES.answers(
                "/api/hidden-slips", 200, Answers.json(new HiddenSlips(Answers.seenAs("CZAR"), List.of(), 0, 0)));
        browser.signIn("/hidden-slips", "czar", null, "CZAR");
        assertThat(browser.get("/hidden-slips").body()).contains("No slip is hidden");
    }
}
