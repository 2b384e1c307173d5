package centralcommand.web.desk;

import static org.assertj.core.api.Assertions.assertThat;

import centralcommand.command.contract.program.ProgramId;
import centralcommand.command.contract.schedule.MilestoneId;
import centralcommand.command.contract.shared.Agency;
import centralcommand.query.contract.board.MilestoneStatus;
import centralcommand.query.contract.board.Pushes;
import centralcommand.web.Browser;
import centralcommand.web.RunningWeb;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReportPagesTest {
    private final Browser energy = RunningWeb.browser();
    private DeskStub services;

    @BeforeEach
    void a_month_with_four_open_milestones() {
        services = new DeskStub();
        services.milestone("mesa-ops", "cyclic-us", MilestoneStatus.NO_REPORT, LocalDate.of(2026, 6, 30));
        services.milestone("rer-demo-ops", "rer-upton", MilestoneStatus.LATE, LocalDate.of(2026, 12, 31), "niron-ops");
        services.milestone("rer-construct", "rer-upton", MilestoneStatus.ON_TRACK, LocalDate.of(2027, 6, 30));
        services.milestone("niron-ops", "niron-sartell", MilestoneStatus.ON_TRACK, LocalDate.of(2027, 12, 31));
        energy.signIn("/", "energy", "ENERGY", "AGENCY_STAFF");
    }

    private FilledForm report() {
        return FilledForm.of(energy.get("/desk").body(), "/desk");
    }

    private FilledForm withOneChange() {
        return withOneChange(report());
    }

    private static FilledForm withOneChange(FilledForm form) {
        return form.with(line("date"), "2027-08-31")
                .with(line("precision"), "MONTH")
                .with(line("cause"), "PERMITTING")
                .with(line("narrative"), "The permit is open & late.");
    }

    private static String line(String field) {
        return "lines[rer-demo-ops]." + field;
    }

    private HttpResponse<String> post(FilledForm form) {
        return energy.post("/desk", form.fields());
    }

    private HttpResponse<String> checkAndSend(FilledForm form) {
        HttpResponse<String> checked = post(form);
        assertThat(checked.statusCode()).as(checked.body()).isEqualTo(200);
        return post(FilledForm.of(checked.body(), "/desk").press("step", "send"));
    }

    @Test
    void every_date_that_stands_is_ticked_and_one_that_has_passed_asks_for_a_word_on_top() {
        String page = energy.get("/desk").body();
        FilledForm form = FilledForm.of(page, "/desk");

        assertThat(form.has("lines[rer-demo-ops].unchanged")).isTrue();
        assertThat(form.has("lines[niron-ops].unchanged")).isTrue();
        assertThat(form.has("lines[mesa-ops].unchanged")).isFalse();
        assertThat(page).doesNotContain("No milestone of your agency is open");
        assertThat(form.values("line")).first().isEqualTo("mesa-ops");
        assertThat(page)
                .contains("second half of 2026", "its date has passed", "Say what happened", "Name of niron-ops")
                .contains("34 days ago");
        assertThat(form.value("statusDate")).isEqualTo("2026-11-23");
        assertThat(form.value("source")).isEqualTo("Energy report, November 2026");
        assertThat(form.value(line("precision"))).isEqualTo("HALF");
    }

    @Test
    void a_date_that_the_network_contradicts_is_not_ticked_and_asks_for_an_answer_above_all() {
        services.hides("niron-ops", LocalDate.of(2029, 3, 31), 456, LocalDate.of(2026, 11, 25));

        String page = energy.get("/desk").body();
        FilledForm form = FilledForm.of(page, "/desk");

        assertThat(form.has("lines[niron-ops].unchanged")).isFalse();
        assertThat(form.has("lines[rer-demo-ops].unchanged")).isTrue();
        assertThat(form.values("line")).startsWith("mesa-ops", "niron-ops");
        assertThat(page)
                .contains("1 hidden slip waits for your answer", "Ore made (Mine)", "456 days later")
                .contains("Others see it after Nov 25, 2026.", "/hidden-slips?agency=ENERGY#row-niron-ops");
    }

    @Test
    void while_appropriations_have_lapsed_the_desk_says_that_the_clock_stands_still() {
        services.hides(
                "niron-ops", LocalDate.of(2029, 3, 31), 456, LocalDate.of(2026, 11, 30), LocalDate.of(2026, 11, 16));

        assertThat(energy.get("/desk").body())
                .contains(
                        "Others see it after Nov 30, 2026, if work begins again tomorrow: appropriations have lapsed since"
                                + " Nov 16, 2026, nobody knows until when, and this clock stands still.");
    }

    @Test
    void of_a_suspended_program_nothing_can_be_said_and_the_page_says_why() {
        services.milestone("wvu-phase", "wvu-amd", MilestoneStatus.PAUSED, LocalDate.of(2027, 12, 31));

        String page = energy.get("/desk").body();

        assertThat(FilledForm.of(page, "/desk").has("lines[wvu-phase].unchanged"))
                .isFalse();
        assertThat(FilledForm.of(page, "/desk").has("lines[wvu-phase].date")).isFalse();
        assertThat(FilledForm.of(page, "/desk").values("line").getLast()).isEqualTo("wvu-phase");
        assertThat(page).contains("reports wait until the czar&#39;s office resumes it");
    }

    @Test
    void of_a_paused_milestone_everything_can_be_said_and_its_last_day_is_shown() {
        services.paused("wvu-phase", "wvu-amd", LocalDate.of(2027, 12, 31), LocalDate.of(2026, 12, 23), 30);

        String page = energy.get("/desk").body();

        assertThat(FilledForm.of(page, "/desk").has("lines[wvu-phase].unchanged"))
                .isTrue();
        assertThat(FilledForm.of(page, "/desk").has("lines[wvu-phase].date")).isTrue();
        assertThat(page)
                .contains("Awaiting funds, holds until Dec 23, 2026", "30 days left")
                .doesNotContain("Renew pause");
    }

    @Test
    void a_pause_with_fewer_than_thirty_days_left_asks_to_be_renewed() {
        services.paused("wvu-phase", "wvu-amd", LocalDate.of(2027, 12, 31), LocalDate.of(2026, 12, 22), 29);

        assertThat(energy.get("/desk").body())
                .contains("Renew pause", "29 days left")
                .contains("/commands/pause-milestone?programId=wvu-amd&amp;milestoneId=wvu-phase&amp;version=7"
                        + "&amp;reason=AWAITING_FUNDS");
        assertThat(energy.get("/desk?asOf=500").body()).doesNotContain("Renew pause");
    }

    @Test
    void a_paused_milestone_whose_date_has_passed_asks_for_a_word() {
        services.paused("wvu-phase", "wvu-amd", LocalDate.of(2025, 12, 31), LocalDate.of(2026, 12, 23), 30);

        assertThat(FilledForm.of(energy.get("/desk").body(), "/desk").has("lines[wvu-phase].unchanged"))
                .isFalse();
    }

    @Test
    void a_month_with_one_change_takes_at_most_five_fields() {
        String page = energy.get("/desk").body();
        FilledForm filled = withOneChange(FilledForm.of(page, "/desk"));

        assertThat(filled.changedSince(FilledForm.of(page, "/desk"))).isBetween(1L, 5L);
        assertThat(checkAndSend(filled).statusCode()).isEqualTo(302);
        assertThat(services.carriedOutNames()).containsExactly("report-forecast", "confirm-unchanged");
    }

    @Test
    void the_check_says_what_is_confirmed_what_changes_and_whom_it_pushes_and_sends_nothing() {
        services.pushed.add(new Pushes.Row(
                new ProgramId("niron-sartell"),
                "Niron",
                new MilestoneId("niron-ops"),
                "Sartell plant operational",
                new Agency("ENERGY"),
                LocalDate.of(2027, 3, 31),
                153L,
                LocalDate.of(2027, 3, 31),
                LocalDate.of(2027, 8, 31),
                153L,
                List.of("rer-feeds-niron")));
        services.ends.add(new Pushes.End(
                new ProgramId("niron-sartell"), "Niron", LocalDate.of(2028, 1, 31), LocalDate.of(2028, 3, 1), 30L));

        String check = post(withOneChange()).body();

        assertThat(check)
                .contains(
                        "August 2027, kept as Aug 31, 2027",
                        "second half of 2026",
                        "Permitting: The permit is open &amp; late.")
                .contains("Sartell plant operational", "overtaken by 153 days", "577 days later")
                .contains("pushed by 153 days to Aug 31, 2027", "30 days later, on Mar 1, 2028")
                .contains("2 confirmed unchanged as of Nov 23, 2026", "1 left out");
        assertThat(services.carriedOut).isEmpty();
    }

    @Test
    void reports_go_first_with_the_version_of_their_record_and_one_confirmation_of_the_rest_follows() {
        String receipt = Browser.location(checkAndSend(withOneChange()));

        var forecast = services.carriedOut.getFirst().body();
        assertThat(forecast.path("date").asString()).isEqualTo("2027-08-31");
        assertThat(forecast.path("precision").asString()).isEqualTo("MONTH");
        assertThat(forecast.path("causeBasis").asString()).isEqualTo("STATED");
        assertThat(forecast.path("statedOn").asString()).isEqualTo("2026-11-23");
        assertThat(forecast.path("source").asString()).isEqualTo("Energy report, November 2026");
        var lines = services.carriedOut.get(1).body().path("lines");
        assertThat(lines.valueStream().map(each -> each.path("milestoneId").asString()))
                .containsExactly("rer-construct", "niron-ops");
        HttpResponse<String> page = energy.get(receipt);
        assertThat(page.body())
                .contains("2 entries are recorded", "Says forecast-reported of rer-demo-ops")
                .contains("Submitted; waits for release by an approver of Energy", "/events/1001");
        assertThat(energy.get(receipt).body()).contains("2 entries are recorded");
        assertThat(services.carriedOut).hasSize(2);
    }

    @Test
    void a_second_click_or_the_back_button_records_nothing_twice() {
        FilledForm check = FilledForm.of(post(withOneChange()).body(), "/desk").press("step", "send");
        String receipt = Browser.location(post(check));

        assertThat(Browser.location(post(check))).startsWith(receipt.substring(0, receipt.indexOf("&minPosition")));
        assertThat(services.carriedOut).hasSize(2);
    }

    @Test
    void a_refusal_stands_at_its_row_and_field_and_what_was_recorded_beside_it_is_said() {
        services.refuses(
                "report-forecast",
                422,
                "FORECAST_BEFORE_STATED_DAY",
                "The date lies before the day on which it is said.",
                "date");
        FilledForm check = FilledForm.of(post(withOneChange()).body(), "/desk");

        HttpResponse<String> refused = post(check.press("step", "send"));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(services.carriedOutNames()).containsExactly("confirm-unchanged");
        assertThat(refused.body())
                .contains("href=\"#linesrer-demo-ops.date\"", "The date lies before the day on which it is said.")
                .contains("aria-describedby=\"linesrer-demo-ops.date-hint linesrer-demo-ops.date-error\"")
                .contains("Recorded so far", "Says confirmed-unchanged");
        FilledForm again = FilledForm.of(refused.body(), "/desk");
        assertThat(again.value(line("date"))).isEqualTo("2027-08-31");
        assertThat(again.value(line("narrative"))).isEqualTo("The permit is open & late.");
        assertThat(again.has("lines[niron-ops].unchanged")).isFalse();

        services.refusals.clear();
        HttpResponse<String> sent = checkAndSend(again.with(line("date"), "2027-09-30"));
        assertThat(services.carriedOutNames()).containsExactly("confirm-unchanged", "report-forecast");
        assertThat(energy.get(Browser.location(sent)).body()).contains("2 entries are recorded");
        List<String> ids = RunningWeb.COMMANDS.asked.stream()
                .filter(asked -> asked.address().endsWith("/report-forecast"))
                .map(asked -> asked.header("Idempotency-key"))
                .toList();
        assertThat(ids.getLast()).isNotEqualTo(ids.get(ids.size() - 2));
    }

    @Test
    void a_row_that_moved_since_it_was_shown_is_not_sent_and_says_what_changed() {
        FilledForm open = withOneChange();
        services.moves("rer-demo-ops", LocalDate.of(2027, 3, 1));
        services.moves("niron-ops", LocalDate.of(2028, 1, 15));

        HttpResponse<String> stale = post(open);

        assertThat(stale.statusCode()).isEqualTo(422);
        assertThat(stale.body())
                .contains("it said second half of 2026, and now says Mar 1, 2027")
                .contains("it said second half of 2027, and now says Jan 15, 2028");
        assertThat(services.carriedOut).isEmpty();
        FilledForm again = FilledForm.of(stale.body(), "/desk");
        assertThat(again.value(line("narrative"))).isEqualTo("The permit is open & late.");
        assertThat(again.has("lines[niron-ops].unchanged")).isFalse();
        assertThat(again.has("lines[rer-construct].unchanged")).isTrue();
        assertThat(checkAndSend(again).statusCode()).isEqualTo(302);
    }

    @Test
    void another_milestone_of_the_same_program_makes_no_row_stale() {
        FilledForm open = withOneChange();
        services.moves("rer-construct", LocalDate.of(2027, 7, 1));

        checkAndSend(open.without("lines[rer-construct].unchanged"));

        assertThat(services.carriedOutNames()).containsExactly("report-forecast", "confirm-unchanged");
    }

    @Test
    void two_changes_of_one_program_go_through_one_after_the_other() {
        checkAndSend(withOneChange()
                .with("lines[rer-construct].what", "REACHED")
                .with("lines[rer-construct].date", "11/20/2026")
                .with("lines[rer-construct].evidence", "Notice of completion"));

        assertThat(services.carriedOutNames()).containsExactly("report-forecast", "report-actual", "confirm-unchanged");
        assertThat(services.carriedOut.get(1).body().path("date").asString()).isEqualTo("2026-11-20");
    }

    @Test
    void an_unanswered_command_is_sent_again_under_the_same_id() {
        services.refuses("confirm-unchanged", 503, "AWAY", "Later.", null);
        FilledForm check = FilledForm.of(post(withOneChange()).body(), "/desk").press("step", "send");

        HttpResponse<String> silent = post(check);

        assertThat(silent.statusCode()).isEqualTo(503);
        assertThat(silent.body()).contains("Not everything was answered", "Recorded so far");
        String first = RunningWeb.COMMANDS.lastAsked().header("Idempotency-key");
        services.refusals.clear();
        checkAndSend(FilledForm.of(silent.body(), "/desk"));
        assertThat(services.carriedOutNames()).containsExactly("report-forecast", "confirm-unchanged");
        assertThat(RunningWeb.COMMANDS.lastAsked().header("Idempotency-key")).isEqualTo(first);
    }

    @Test
    void what_is_missing_or_unreadable_is_said_at_its_field_before_anything_is_sent() {
        FilledForm form = report().with("statusDate", "2027-01-01")
                .with(line("date"), "soon")
                .with("lines[niron-ops].what", "IN_DOUBT")
                .with("lines[mesa-ops].what", "REACHED");

        String page = post(form).body();

        assertThat(page)
                .contains("A report cannot speak for a day to come")
                .contains("&quot;soon&quot; is not a day")
                .contains("Say in one sentence why the date is in doubt.")
                .contains("Give the day on which it was reached.")
                .contains("Name what proves it");
        assertThat(FilledForm.of(page, "/desk").value(line("date"))).isEqualTo("soon");
        assertThat(services.carriedOut).isEmpty();
    }

    @Test
    void days_that_cannot_go_together_are_said_at_their_field_before_anything_is_sent() {
        FilledForm form = report().with("statusDate", "2026-11-20")
                .with(line("date"), "2026-10-05")
                .with(line("precision"), "MONTH")
                .with("lines[rer-construct].what", "REACHED")
                .with("lines[rer-construct].date", "2026-11-21")
                .with("lines[rer-construct].precision", "DAY")
                .with("lines[rer-construct].evidence", "Notice of completion");

        int askedBefore = RunningWeb.COMMANDS.asked.size();
        HttpResponse<String> answer = post(form);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("A new date cannot end on Oct 31, 2026, before the status date Nov 20, 2026.")
                .contains("What begins on Nov 21, 2026 cannot have been reached by the status date Nov 20, 2026.")
                .contains("href=\"#linesrer-demo-ops.date\"", "href=\"#linesrer-construct.date\"");
        assertThat(RunningWeb.COMMANDS.asked).hasSize(askedBefore);
    }

    @Test
    void a_period_that_holds_the_status_date_can_be_given_as_new_and_as_reached() {
        checkAndSend(report().with(line("date"), "2026-11-01")
                .with(line("precision"), "MONTH")
                .with("lines[rer-construct].what", "REACHED")
                .with("lines[rer-construct].date", "2026-11-30")
                .with("lines[rer-construct].precision", "MONTH")
                .with("lines[rer-construct].evidence", "Notice of completion"));

        assertThat(services.carriedOutNames()).containsExactly("report-forecast", "report-actual", "confirm-unchanged");
    }

    @Test
    void a_receipt_of_what_nobody_sent_or_what_one_may_not_see_says_so() {
        HttpResponse<String> unknown = energy.get("/desk/receipt?command=zz");
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.body())
                .contains("There is no entry of this command that you may see.")
                .containsOnlyOnce("Back to the report");

        HttpResponse<String> unnamed = energy.get("/desk/receipt");
        assertThat(unnamed.statusCode()).isEqualTo(404);
        assertThat(unnamed.body()).contains("This address names no command");
    }

    @Test
    void a_report_that_is_on_file_already_is_said_to_be_so() {
        services.refusals.put("confirm-unchanged", DeskStub.unchanged());

        HttpResponse<String> sent = checkAndSend(report());

        assertThat(energy.get(Browser.location(sent)).body())
                .contains("Nothing new was recorded: what you sent was on file already.");
    }

    @Test
    void a_report_in_which_nothing_is_said_is_not_sent() {
        FilledForm form = report();
        form.values("line").forEach(id -> form.without("lines[" + id + "].unchanged"));

        assertThat(post(form).body())
                .contains("Nothing is ticked and no change is filled in")
                .doesNotContain("NOTHING_SAID", "cc-code");
    }

    @Test
    void what_was_typed_survives_an_expired_session_on_check_and_on_send() {
        FilledForm typed = withOneChange();
        FilledForm check = FilledForm.of(post(typed).body(), "/desk").press("step", "send");
        for (FilledForm lost : List.of(typed, check)) {
            energy.loseSession();
            HttpResponse<String> answer = energy.post("/desk", lost.fields(), "Origin", RunningWeb.ADDRESS);
            String back = energy.signInFrom(Browser.location(answer), "energy", "ENERGY", "AGENCY_STAFF");
            String page = energy.get(back).body();

            assertThat(page).contains("Your session had ended");
            FilledForm restored = FilledForm.of(page, "/desk");
            assertThat(restored.value(line("date"))).isEqualTo("2027-08-31");
            assertThat(restored.value(line("narrative"))).isEqualTo("The permit is open & late.");
            assertThat(restored.value("formId")).isEqualTo(typed.value("formId"));
            assertThat(restored.has("lines[niron-ops].unchanged")).isTrue();
        }
        assertThat(services.carriedOut).isEmpty();
    }

    @Test
    void while_a_date_is_typed_the_page_can_say_what_it_pushes() {
        String part = energy.get(
                        "/desk/pushes?milestoneId=rer-demo-ops&lines%5Brer-demo-ops%5D.date=2027-08-31"
                                + "&lines%5Brer-demo-ops%5D.precision=MONTH",
                        "HX-Request", "true")
                .body();

        assertThat(part).contains("It pushes nothing: nobody waits").doesNotContain("<html");
    }

    @Test
    void an_agency_without_open_milestones_is_told_so() {
        services.rows.clear();

        assertThat(energy.get("/desk").body()).contains("No milestone of your agency is open");
    }

    @Test
    void an_agency_with_as_many_milestones_as_one_confirmation_may_have_can_report() {
        services.rows.clear();
        for (int each = 0; each < 501; each++) {
            services.milestone(
                    "milestone-" + each, "program-" + each % 50, MilestoneStatus.ON_TRACK, LocalDate.of(2027, 12, 31));
        }

        assertThat(checkAndSend(report()).statusCode()).isEqualTo(302);

        assertThat(services.carriedOut.stream()
                        .map(sent -> sent.body().path("lines").size()))
                .containsExactly(500, 1);
    }

    @Test
    void the_past_can_be_looked_at_but_not_reported_from() {
        String page = energy.get("/desk?asOf=900").body();

        assertThat(page)
                .contains("This page shows the past")
                .doesNotContain("Check before sending", "type=\"checkbox\"");
    }

    @Test
    void the_desk_is_closed_to_everybody_without_an_agency() {
        Browser czar = RunningWeb.browser();
        czar.signIn("/", "czar", null, "CZAR");
        Browser auditor = RunningWeb.browser();
        auditor.signIn("/", "auditor", null, "AUDITOR");
        for (String page : List.of("/desk", "/desk/entries", "/desk/release", "/desk/receipt", "/desk/certify")) {
            assertThat(czar.get(page).statusCode()).as(page).isEqualTo(403);
            assertThat(auditor.get(page).body()).as(page).contains("Not open to you");
        }
    }
}
