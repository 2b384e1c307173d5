package centralcommand.web.promise;

import static org.assertj.core.api.Assertions.assertThat;

import centralcommand.command.contract.program.ProgramId;
import centralcommand.command.contract.schedule.MilestoneId;
import centralcommand.command.contract.shared.Agency;
import centralcommand.command.contract.shared.Precision;
import centralcommand.command.contract.shared.Provenance.Marking;
import centralcommand.query.contract.board.MilestoneRow;
import centralcommand.query.contract.schedule.Promises;
import centralcommand.query.contract.schedule.Promises.Basis;
import centralcommand.query.contract.schedule.Promises.Bin;
import centralcommand.query.contract.schedule.Promises.Kind;
import centralcommand.query.contract.schedule.Promises.Like;
import centralcommand.query.contract.schedule.Promises.Point;
import centralcommand.query.contract.schedule.WarningTimes;
import centralcommand.query.contract.schedule.WarningTimes.Group;
import centralcommand.query.contract.shared.EntryStatus;
import centralcommand.web.Answers;
import centralcommand.web.Browser;
import centralcommand.web.RunningWeb;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PromisePagesTest {
    private static final MilestoneRow ROW = Answers.late("ucore-first-prod", "First <oxides>");

    private final Browser czar = RunningWeb.browser();

    private static String milestone(Promises promises) {
        RunningWeb.QUERIES.answers("/api/promises", 200, Answers.json(promises));
        Browser browser = RunningWeb.browser();
        browser.signIn("/milestones/ucore-first-prod", "czar", null, "CZAR");
        return browser.get("/milestones/ucore-first-prod?asOf=400").body();
    }

    private static Point point(Kind kind, String statedOn, @Nullable String date, @Nullable Precision precision) {
        LocalDate last = date == null ? null : LocalDate.parse(date);
        return new Point(
                kind,
                LocalDate.parse(statedOn),
                null,
                last,
                last == null || precision == null ? null : precision.first(last),
                precision,
                kind == Kind.DOUBT ? "no new date" : "",
                10,
                kind == Kind.FORECAST ? EntryStatus.SUBMITTED : EntryStatus.RELEASED,
                Marking.NONE);
    }

    private static Promises promises(@Nullable String warned, @Nullable Long days, boolean foreseen) {
        return new Promises(
                Answers.seenAs("CZAR"),
                ROW,
                List.of(
                        point(Kind.BASELINE, "2020-12-31", "2023-12-31", Precision.YEAR),
                        point(Kind.DOUBT, "2022-10-01", null, null),
                        point(Kind.FORECAST, "2022-10-17", "2024-12-31", Precision.YEAR)),
                LocalDate.of(2023, 12, 31),
                warned == null ? null : LocalDate.parse(warned),
                days != null && days < 0 ? LocalDate.of(2023, 10, 1) : null,
                days,
                "warning/ucore-first-prod",
                foreseen
                        ? new Promises.Reference(
                                Like.LATER,
                                10,
                                4,
                                LocalDate.of(2022, 10, 17),
                                LocalDate.of(2024, 12, 31),
                                0.7,
                                7.5,
                                false,
                                true,
                                LocalDate.of(2026, 7, 18),
                                LocalDate.of(2041, 7, 20),
                                "reference/ucore-first-prod")
                        : null,
                "Only 2 later promises came to an end.",
                foreseen
                        ? new Promises.Risk(
                                10_000,
                                77,
                                Basis.REFERENCE_CLASS,
                                0,
                                1,
                                0,
                                0,
                                2,
                                LocalDate.of(2027, 3, 1),
                                LocalDate.of(2028, 6, 1),
                                LocalDate.of(2026, 12, 31),
                                0.123,
                                List.of(
                                        new Bin(LocalDate.of(2026, 12, 1), LocalDate.of(2026, 12, 31), 1_230),
                                        new Bin(LocalDate.of(2027, 1, 1), LocalDate.of(2029, 1, 31), 8_770)),
                                "risk/ucore-first-prod")
                        : null,
                "10,000 trials, seed 77.");
    }

    @Test
    void a_milestone_shows_each_word_as_a_picture_as_a_table_and_in_sentences() {
        assertThat(milestone(promises("2022-10-01", 456L, true)))
                .contains("First &lt;oxides&gt;")
                .contains("class=\"promises\"", "class=\"outcomes\"")
                .contains("First promised on Jan 2, 2023 for 2023. Now expected 2026, as stated on Jan 2, 2023.")
                .contains("promised for 2023", "expected 2024, not released yet", "“no new date”")
                .contains("href=\"/events/10?asOf=400\"")
                .contains(
                        "456 days before the promised day, Dec 31, 2023, it was said that it would not hold.",
                        "Well done.")
                .contains("/lineage?figure=warning%2Fucore-first-prod&amp;asOf=400");
        assertThat(RunningWeb.QUERIES.lastAsked().address())
                .contains("/api/promises?", "milestoneId=ucore-first-prod", "asOf=400");
    }

    @Test
    void the_class_and_the_trials_are_told_with_the_plans_own_percentile() {
        assertThat(milestone(promises("2022-10-01", 456L, true)))
                .contains(
                        "Of the later promises of this portfolio half ran over by 70 % or less of the promised time, and four"
                                + " of five by an unknown share, at least 750 %")
                .contains("that is Jul 18, 2026, and Jul 20, 2041 or later.")
                .contains("Half of 10,000 trials came in by Mar 1, 2027, and four of five by Jun 1, 2028.")
                .contains("The date on file, Dec 31, 2026, is a P12 date: it held in 12 of 100 trials.")
                .contains("8,770")
                .contains("/lineage?figure=risk%2Fucore-first-prod&amp;asOf=400");
    }

    @Test
    void who_spoke_afterwards_is_not_blamed_and_who_said_nothing_is_asked() {
        assertThat(milestone(promises("2024-02-20", -51L, false)))
                .contains(
                        "It was said 51 days after the promised day, Dec 31, 2023, had passed. Late news is better than none")
                .contains(
                        "Its author dates that word Oct 1, 2023; it was recorded on Feb 20, 2024, and nobody else could know")
                .doesNotContain("Well done");
        assertThat(milestone(promises(null, null, false)))
                .contains(
                        "has passed, and neither a doubt nor a later date has been stated. A doubt is welcome on any day.");
    }

    @Test
    void without_a_class_or_trials_the_page_says_why() {
        assertThat(milestone(promises(null, null, false)))
                .contains("Only 2 later promises came to an end.")
                .doesNotContain("class=\"outcomes\"");
    }

    @Test
    void a_milestone_that_may_not_be_seen_is_not_there() {
        RunningWeb.QUERIES.answers(
                "/api/promises", 404, "{\"code\":\"UNKNOWN\",\"detail\":\"There is no such milestone.\"}");
        czar.signIn("/milestones/no-such", "czar", null, "CZAR");
        assertThat(czar.get("/milestones/no-such").statusCode()).isEqualTo(404);
    }

    @Test
    void warning_times_are_ranked_by_agency_program_and_milestone() {
        RunningWeb.QUERIES.answers(
                "/api/warning-times",
                200,
                Answers.json(new WarningTimes(
                        Answers.seenAs("CZAR"),
                        List.of(
                                new Group("DEFENSE", "Defense", 16, 6, 4, 302L, "warning-times/agency=DEFENSE"),
                                new Group("INTERIOR", "Interior", 2, 0, 0, null, "warning-times/agency=INTERIOR")),
                        List.of(new Group(
                                "ucore-smc", "Louisiana", 1, 1, 1, 440L, "warning-times/programId=ucore-smc")),
                        List.of(
                                row("one", "2022-10-17", 440L),
                                row("two", "2024-02-20", -51L),
                                row("three", null, null)),
                        3)));
        czar.signIn("/warning-times", "czar", null, "CZAR");
        assertThat(czar.get("/warning-times").body())
                .contains("302 days; 4 of 6 said in time", "class=\"bars\"")
                .contains("nothing missed", "440 days before", "said 51 days after", "nothing said")
                .contains("href=\"/milestones/one\"", "href=\"/warning-times.csv\"")
                .contains("A long time is good work.", "nobody&#39;s promise: 3 left out.");
    }

    private static WarningTimes.Row row(String id, @Nullable String warned, @Nullable Long days) {
        return new WarningTimes.Row(
                new MilestoneId(id),
                "Milestone " + id,
                new ProgramId("ucore-smc"),
                "Louisiana",
                new Agency("DEFENSE"),
                LocalDate.of(2023, 12, 31),
                warned == null ? null : LocalDate.parse(warned),
                days != null && days < 0 ? LocalDate.of(2023, 10, 1) : null,
                days,
                41,
                "warning/" + id);
    }

    @Test
    void where_nothing_was_missed_the_page_says_so() {
        RunningWeb.QUERIES.answers(
                "/api/warning-times",
                200,
                Answers.json(new WarningTimes(Answers.seenAs("CZAR"), List.of(), List.of(), List.of(), 0)));
        czar.signIn("/warning-times", "czar", null, "CZAR");
        assertThat(czar.get("/warning-times").body())
                .contains("No promised date has been missed, so nothing had to be warned of.");
    }
}
