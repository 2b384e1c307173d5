package centralcommand.plans.proposal;

import static centralcommand.plans.file.Mspdi.dates;
import static centralcommand.plans.file.Mspdi.done;
import static centralcommand.plans.file.Mspdi.link;
import static centralcommand.plans.file.Mspdi.work;
import static org.assertj.core.api.Assertions.assertThat;

import centralcommand.command.contract.program.ProgramId;
import centralcommand.command.contract.schedule.ActivityCommand.EstimateDuration;
import centralcommand.command.contract.schedule.MilestoneId;
import centralcommand.command.contract.schedule.PlannedMilestone;
import centralcommand.command.contract.schedule.ScheduleCommand.LinkMilestones;
import centralcommand.command.contract.schedule.ScheduleCommand.ProposeBaseline;
import centralcommand.command.contract.schedule.ScheduleCommand.ReportActual;
import centralcommand.command.contract.schedule.ScheduleCommand.ReportForecast;
import centralcommand.command.contract.shared.Provenance.Channel;
import centralcommand.command.contract.shared.Stated;
import centralcommand.plans.file.Mspdi;
import centralcommand.plans.file.Plan.Key;
import centralcommand.plans.proposal.OnFile.Milestone;
import centralcommand.plans.proposal.OnFile.Period;
import centralcommand.plans.proposal.OnFile.Tie;
import centralcommand.plans.proposal.ProposedImport.Kind;
import centralcommand.plans.proposal.ProposedImport.Row;
import centralcommand.plans.proposal.ProposedImport.Step;
import centralcommand.schedule.network.LinkType;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private static final ProgramId PROGRAM = new ProgramId("rer-upton");
    private static final LocalDate TODAY = LocalDate.of(2027, 1, 11);
    private static final ImportIds IDS = new ImportIds(PROGRAM);
    private static final OnFile NOTHING = new OnFile(PROGRAM, 7, TODAY, Map.of(), List.of());

    /** The record as a test fills it. */
    private static final class Record {
        final Map<MilestoneId, Milestone> milestones = new HashMap<>();
        final List<Tie> ties = new java.util.ArrayList<>();

        Record has(
                int number,
                @Nullable Integer pending,
                String promised,
                @Nullable String reported,
                @Nullable Integer days) {
            return has(number, pending, promised, reported, null, days);
        }

        Record has(
                int number,
                @Nullable Integer pending,
                String promised,
                @Nullable String reported,
                @Nullable String actual,
                @Nullable Integer days) {
            MilestoneId id = id(number);
            milestones.put(
                    id,
                    new Milestone(
                            id,
                            number == 1 ? "A" : number == 2 ? "B" : "C",
                            pending,
                            period(promised),
                            reported == null ? null : period(reported),
                            reported == null ? null : LocalDate.of(2027, 1, 5),
                            false,
                            actual == null ? null : period(actual),
                            actual != null,
                            days));
            return this;
        }

        Record tie(int from, int to, LinkType type, int lag) {
            ties.add(new Tie(IDS.link(id(from), id(to)), id(from), id(to), type, lag));
            return this;
        }

        OnFile onFile() {
            return new OnFile(PROGRAM, 8, TODAY, milestones, ties);
        }
    }

    private static Period period(String day) {
        return new Period(LocalDate.parse(day), LocalDate.parse(day));
    }

    private static MilestoneId id(int number) {
        return IDS.milestone(new Key.Number(number));
    }

    private static Mspdi file() {
        return new Mspdi().statusDate("2027-01-08");
    }

    private static ProposedImport compare(Mspdi file, OnFile onFile) {
        return Comparison.of(file.plan(), PlanFile.of("C:\\plans\\upton.xml", file.bytes()), onFile);
    }

    private static Row only(ProposedImport proposed) {
        assertThat(proposed.rows()).hasSize(1);
        return proposed.rows().getFirst();
    }

    private static String work(String finish, int days, String baseline) {
        return Mspdi.work("2027-01-04", finish, days, baseline);
    }

    @Test
    void a_new_activity_is_promised_for_its_baseline_finish_and_the_rest_waits_for_approval() {
        Mspdi file = file().task(1, "Design", work("2027-01-20", 10, "2027-01-15"));
        ProposedImport proposed = compare(file, NOTHING);

        Row row = only(proposed);
        assertThat(row.kind()).isEqualTo(Kind.ADD);
        assertThat(row.sentence()).isEqualTo("Would be promised for 2027-01-15, its baseline finish.");
        assertThat(row.recorded()).isEqualTo("Promised for 2027-01-15, its baseline finish.");
        assertThat(row.later()).containsExactly("its finish 2027-01-20", "its duration of 10 working days");
        assertThat(proposed.waiting()).isEqualTo(1);
        ProposeBaseline command = (ProposeBaseline) proposed.steps().getFirst().command();
        assertThat(command.milestones())
                .extracting(PlannedMilestone::milestoneId, PlannedMilestone::date)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(
                        new MilestoneId("rer-upton-uid-1"), LocalDate.of(2027, 1, 15)));
        assertThat(command.stated())
                .isEqualTo(new Stated(
                        LocalDate.of(2027, 1, 8),
                        null,
                        "upton.xml, SHA-256 " + PlanFile.hash(file.bytes()),
                        null,
                        null,
                        Channel.IMPORTED));
    }

    @Test
    void without_a_baseline_in_the_file_the_finish_is_promised_and_that_is_said() {
        ProposedImport proposed = compare(file().task(1, "Design", dates("2027-01-04", "2027-01-20")), NOTHING);

        assertThat(only(proposed).sentence())
                .isEqualTo("Would be promised for 2027-01-20, its finish: it has no baseline in the file.");
        assertThat(proposed.remarks())
                .anyMatch(each -> each.startsWith("1 of 1 activities have no baseline in the file."));
        assertThat(((ProposeBaseline) proposed.steps().getFirst().command()).basis())
                .contains("1 of them without a baseline");
    }

    @Test
    void a_long_name_is_shortened_between_characters_and_that_is_said() {
        String name = "n".repeat(198) + "\uD83D\uDEE0".repeat(3);
        ProposedImport proposed = compare(file().task(1, name, work("2027-01-15", 0, "2027-01-15")), NOTHING);

        assertThat(((ProposeBaseline) proposed.steps().getFirst().command())
                        .milestones()
                        .getFirst()
                        .title())
                .isEqualTo("n".repeat(198) + "…");
        assertThat(only(proposed).notes()).containsExactly("Its name is shortened to 200 characters.");
    }

    @Test
    void five_hundred_are_one_proposal_and_one_more_is_a_second() {
        Mspdi file = file();
        for (int number = 1; number <= 501; number++) {
            file.task(number, "Activity " + number, work("2027-01-20", 10, "2027-01-15"));
        }

        assertThat(compare(file, NOTHING).steps())
                .extracting(
                        step -> ((ProposeBaseline) step.command()).milestones().size())
                .containsExactly(500, 1);
    }

    @Test
    void a_moved_finish_is_a_forecast_and_another_duration_an_estimate() {
        OnFile onFile =
                new Record().has(1, null, "2027-01-15", "2027-01-18", 10).onFile();
        ProposedImport proposed = compare(file().task(1, "A", work("2027-01-20", 12, "2027-01-15")), onFile);

        assertThat(proposed.rows())
                .extracting(Row::sentence)
                .containsExactly(
                        "Would be forecast for 2027-01-20; on file is 2027-01-18.",
                        "Its duration would be 12 working days; on file are 10.");
        assertThat(proposed.rows())
                .extracting(Row::recorded)
                .containsExactly(
                        "Forecast for 2027-01-20; on file was 2027-01-18 before.",
                        "Its duration was estimated at 12 working days; on file were 10 before.");
        assertThat(((ReportForecast) proposed.steps().get(0).command()).date()).isEqualTo("2027-01-20");
        assertThat(((EstimateDuration) proposed.steps().get(1).command()).likelyDays())
                .isEqualTo(12);
    }

    @Test
    void a_finish_may_be_forecast_from_the_stated_day_on_and_not_before() {
        OnFile onFile = new Record().has(1, null, "2027-01-07", null, null).onFile();

        assertThat(only(compare(file().task(1, "A", dates("2027-01-04", "2027-01-08")), onFile))
                        .kind())
                .isEqualTo(Kind.CHANGE);
        OnFile promisedLater =
                new Record().has(1, null, "2027-01-15", null, null).onFile();
        Row refused = only(compare(file().task(1, "A", dates("2027-01-04", "2027-01-07")), promisedLater));
        assertThat(refused.kind()).isEqualTo(Kind.REFUSED);
        assertThat(refused.sentence()).startsWith("It is not complete, but finishes on 2027-01-07, before 2027-01-08");
    }

    @Test
    void an_older_file_does_not_overrule_a_later_word() {
        OnFile onFile =
                new Record().has(1, null, "2027-01-15", "2027-01-18", null).onFile();
        Mspdi older = new Mspdi().statusDate("2027-01-04").task(1, "A", dates("2027-01-04", "2027-01-20"));

        assertThat(only(compare(older, onFile)).sentence())
                .startsWith("Its date on file was stated on 2027-01-05, after 2027-01-04");
    }

    @Test
    void what_is_complete_is_an_actual_with_the_file_as_evidence() {
        OnFile onFile = new Record().has(1, null, "2027-01-15", null, 10).onFile();
        Mspdi file = file().task(1, "A", work("2027-01-08", 10, "2027-01-15") + done("2027-01-08"));
        ProposedImport proposed = compare(file, onFile);

        assertThat(only(proposed).sentence()).isEqualTo("Would be reported as reached on 2027-01-08.");
        ReportActual actual = (ReportActual) proposed.steps().getFirst().command();
        assertThat(actual.evidence()).startsWith("upton.xml, SHA-256 ");
        assertThat(only(compare(file().task(1, "A", work("2027-01-09", 10, "2027-01-15") + done("2027-01-09")), onFile))
                        .kind())
                .isEqualTo(Kind.REFUSED);
        assertThat(only(compare(
                                file().task(
                                                1,
                                                "A",
                                                work("2027-01-08", 10, "2027-01-15")
                                                        + "<PercentComplete>100</PercentComplete>"),
                                onFile))
                        .sentence())
                .startsWith("It is complete without an actual finish.");
    }

    @Test
    void what_was_reached_stays_reached() {
        OnFile onFile = new Record()
                .has(1, null, "2027-01-15", null, "2027-01-07", null)
                .onFile();
        String base = work("2027-01-08", 0, "2027-01-15");

        assertThat(only(compare(file().task(1, "A", base + done("2027-01-07")), onFile))
                        .kind())
                .isEqualTo(Kind.UNCHANGED);
        assertThat(only(compare(file().task(1, "A", base + done("2027-01-06")), onFile))
                        .kind())
                .isEqualTo(Kind.REFUSED);
        assertThat(only(compare(file().task(1, "A", base), onFile)).sentence())
                .startsWith("It was reported as reached 2027-01-07, and is open");
    }

    @Test
    void a_baseline_moved_in_the_file_is_never_applied() {
        OnFile onFile = new Record().has(1, null, "2027-01-15", null, 10).onFile();
        ProposedImport proposed = compare(file().task(1, "A", work("2027-01-15", 10, "2027-02-15")), onFile);

        assertThat(only(proposed).kind()).isEqualTo(Kind.NEEDS_REBASELINE);
        assertThat(only(proposed).sentence()).contains("2027-02-15", "2027-01-15", "request-rebaseline");
        assertThat(proposed.steps()).isEmpty();
    }

    @Test
    void while_a_baseline_waits_what_else_the_file_says_waits_too() {
        OnFile onFile = new Record()
                .has(1, 2, "2027-01-15", null, null)
                .has(2, 2, "2027-01-15", null, null)
                .has(3, 2, "2027-01-16", null, null)
                .onFile();
        ProposedImport proposed = compare(
                file().task(1, "A", work("2027-01-20", 10, "2027-01-15"))
                        .task(2, "B", work("2027-01-15", 0, "2027-01-15"))
                        .task(3, "C", work("2027-01-20", 10, "2027-01-15")),
                onFile);

        assertThat(proposed.steps()).isEmpty();
        assertThat(proposed.rows()).extracting(Row::kind).containsExactly(Kind.REFUSED, Kind.WAITS, Kind.UNCHANGED);
        assertThat(proposed.rows().get(1).later())
                .containsExactly("its finish 2027-01-20", "its duration of 10 working days");
        assertThat(proposed.rows().get(0).sentence())
                .startsWith("Baseline 2, which waits for approval, promises it for 2027-01-16");
    }

    @Test
    void new_links_are_proposed_with_type_and_lag_and_need_the_baseline_of_their_ends() {
        OnFile onFile = new Record().has(1, null, "2027-01-15", null, 10).onFile();
        ProposedImport proposed = compare(
                file().task(1, "A", work("2027-01-15", 10, "2027-01-15"))
                        .task(2, "B", work("2027-01-20", 10, "2027-01-20") + link(1, 3, 9_600, 7)),
                onFile);

        Step step = proposed.steps().getLast();
        LinkMilestones command = (LinkMilestones) step.command();
        assertThat(command.type()).isEqualTo(centralcommand.command.contract.schedule.LinkType.START_TO_START);
        assertThat(command.lagDays()).isEqualTo(2);
        assertThat(command.from().milestoneId()).isEqualTo(id(1));
        assertThat(step.needs()).containsExactly(0);
    }

    @Test
    void a_link_on_file_is_kept_and_another_lag_is_told() {
        OnFile onFile = new Record()
                .has(1, null, "2027-01-15", null, 10)
                .has(2, null, "2027-01-20", null, 10)
                .tie(1, 2, LinkType.FINISH_TO_START, 1)
                .onFile();
        Mspdi same = file().task(1, "A", work("2027-01-15", 10, "2027-01-15"))
                .task(2, "B", work("2027-01-20", 10, "2027-01-20") + link(1, 1, 4_800, 7));
        Mspdi other = file().task(1, "A", work("2027-01-15", 10, "2027-01-15"))
                .task(2, "B", work("2027-01-20", 10, "2027-01-20") + link(1, 1, 9_600, 7));

        assertThat(compare(same, onFile).rows()).extracting(Row::kind).containsOnly(Kind.UNCHANGED);
        assertThat(compare(other, onFile).rows().getFirst().sentence())
                .contains(
                        "on file as finish to start with a lag of 1 working day, and the file says finish to start with a lag of 2");
    }

    @Test
    void of_a_circle_the_last_link_is_refused_with_the_path_and_the_others_stand() {
        String work = work("2027-01-15", 10, "2027-01-15");
        ProposedImport proposed = compare(
                file().task(1, "A", work + link(3, 1, 0, 7))
                        .task(2, "B", work + link(1, 1, 0, 7))
                        .task(3, "C", work + link(2, 1, 0, 7)),
                NOTHING);

        Row refused = proposed.rows().getFirst();
        assertThat(refused.kind()).isEqualTo(Kind.REFUSED);
        assertThat(refused.name()).isEqualTo("C");
        assertThat(refused.sentence())
                .contains("would close a circle", "row 1 (A) → row 2 (B)", "row 2 (B) → row 3 (C)");
        assertThat(proposed.count(Kind.LINK)).isEqualTo(2);
    }

    @Test
    void a_circle_through_a_link_on_file_is_found_too() {
        OnFile onFile = new Record()
                .has(1, null, "2027-01-15", null, 10)
                .has(2, null, "2027-01-15", null, 10)
                .tie(2, 1, LinkType.FINISH_TO_START, 0)
                .onFile();
        String work = work("2027-01-15", 10, "2027-01-15");

        assertThat(compare(file().task(1, "A", work).task(2, "B", work + link(1, 1, 0, 7)), onFile)
                        .count(Kind.LINK))
                .isZero();
    }

    @Test
    void a_file_full_of_circles_is_not_mended_link_by_link() {
        Mspdi file = file();
        for (int number = 1; number <= 102; number++) {
            file.task(
                    number,
                    "A" + number,
                    work("2027-01-15", 10, "2027-01-15") + link(number % 2 == 1 ? number + 1 : number - 1, 1, 0, 7));
        }
        ProposedImport proposed = compare(file, NOTHING);

        assertThat(proposed.count(Kind.LINK)).isZero();
        assertThat(proposed.rows()).anyMatch(row -> row.sentence().contains("more than 50 circles"));
    }

    @Test
    void what_is_no_longer_in_the_file_is_named_and_what_never_came_from_one_is_not() {
        Record record = new Record().has(1, null, "2027-01-15", null, 10).has(2, null, "2027-01-15", null, 10);
        MilestoneId typed = new MilestoneId("rer-upton-operates");
        record.milestones.put(
                typed, new Milestone(typed, "Operates", null, null, null, null, false, null, false, null));
        ProposedImport proposed = compare(file().task(1, "A", work("2027-01-15", 10, "2027-01-15")), record.onFile());

        assertThat(proposed.rows()).extracting(Row::kind).containsExactly(Kind.UNCHANGED, Kind.GONE);
    }

    @Test
    void a_row_that_is_refused_is_in_the_file_all_the_same() {
        String work = work("2027-01-15", 10, "2027-01-15");
        Record record = new Record();
        for (int number = 1; number <= 6; number++) {
            record.has(number, null, "2027-01-15", null, 10);
        }
        ProposedImport proposed = compare(
                file().task(1, "A", dates("2027-01-04", "2027-02-30"))
                        .task(2, "", work)
                        .task(3, "C", work + "<Duration>long</Duration>")
                        .task(4, "C", work("2027-01-15", 5_001, "2027-01-15"))
                        .task(5, "C", work + "<Summary>1</Summary>")
                        .task(7, "New", work),
                record.onFile());

        assertThat(proposed.count(Kind.REFUSED)).isEqualTo(4);
        assertThat(proposed.rows().stream().filter(row -> row.kind() == Kind.GONE))
                .extracting(Row::sentence)
                .containsExactly(
                        "On file as rer-upton-uid-5, and no activity of this file has its GUID or unique number. Nothing is done about it.",
                        "On file as rer-upton-uid-6, and no activity of this file has its GUID or unique number. Nothing is done about it.");
    }

    @Test
    void of_two_rows_with_one_number_neither_is_matched_to_the_record() {
        String work = work("2027-01-15", 10, "2027-01-15");
        OnFile onFile = new Record()
                .has(1, null, "2027-01-15", null, 10)
                .has(2, null, "2027-01-15", null, 10)
                .onFile();
        ProposedImport proposed = compare(
                file().row("<UID>1</UID><ID>1</ID><Name>A</Name>" + work)
                        .row("<UID>1</UID><ID>2</ID><Name>B</Name>" + work)
                        .task(3, "New", work),
                onFile);

        assertThat(proposed.rows())
                .extracting(Row::kind)
                .containsExactly(Kind.REFUSED, Kind.REFUSED, Kind.ADD, Kind.GONE);
        assertThat(proposed.rows().get(0).sentence())
                .startsWith("Its unique number 1 stands at row 2 (B) too, so none of them is taken.");
        assertThat(proposed.rows().get(1).sentence()).startsWith("Its unique number 1 stands at row 1 (A) too");
        assertThat(proposed.rows().getLast().name()).isEqualTo("B");
        assertThat(proposed.rows().getLast().sentence()).startsWith("On file as rer-upton-uid-2, and no activity");
    }

    @Test
    void another_name_is_shown_and_the_one_on_file_stays() {
        OnFile onFile = new Record()
                .has(1, null, "2027-01-15", null, 10)
                .has(2, null, "2027-01-15", null, 10)
                .onFile();
        ProposedImport proposed = compare(
                file().task(1, "A, renamed", work("2027-01-15", 10, "2027-01-15"))
                        .task(2, "B, renamed", work("2027-01-20", 10, "2027-01-15")),
                onFile);

        assertThat(proposed.rows()).extracting(Row::kind).containsExactly(Kind.CHANGE, Kind.RENAMED, Kind.RENAMED);
        assertThat(proposed.rows().get(1).sentence())
                .isEqualTo("On file it is named \"A\" (rer-upton-uid-1), and stays so: a file does not change a name.");
        assertThat(proposed.steps()).extracting(Step::name).containsExactly("report-forecast");
    }

    @Test
    void the_same_file_again_changes_nothing_and_a_later_one_only_what_moved() {
        Mspdi file = file().task(1, "A", work("2027-01-20", 10, "2027-01-15"))
                .task(2, "B", work("2027-02-20", 5, "2027-02-15") + link(1, 1, 4_800, 7))
                .task(3, "C", work("2027-01-08", 5, "2027-01-08") + done("2027-01-08"));
        OnFile recorded = new Record()
                .has(1, null, "2027-01-15", "2027-01-20", 10)
                .has(2, null, "2027-02-15", "2027-02-20", 5)
                .has(3, null, "2027-01-08", null, "2027-01-08", null)
                .tie(1, 2, LinkType.FINISH_TO_START, 1)
                .onFile();
        Mspdi later = new Mspdi()
                .statusDate("2027-01-11")
                .task(1, "A renamed", work("2027-01-20", 10, "2027-01-15"))
                .task(2, "B", work("2027-02-25", 5, "2027-02-15") + link(1, 1, 4_800, 7))
                .task(3, "C", work("2027-01-08", 5, "2027-01-08") + done("2027-01-08"));

        assertThat(compare(file, recorded).steps()).isEmpty();
        assertThat(compare(file, recorded).rows()).extracting(Row::kind).containsOnly(Kind.UNCHANGED);
        assertThat(compare(later, recorded).steps()).extracting(Step::name).containsExactly("report-forecast");
    }

    @Test
    void command_ids_are_the_same_for_the_same_file_and_record_and_differ_between_rows_and_states() {
        Mspdi file = file().task(1, "A", work("2027-01-20", 10, "2027-01-15"))
                .task(2, "B", work("2027-01-20", 10, "2027-01-15") + link(1, 1, 0, 7));
        List<String> ids =
                compare(file, NOTHING).steps().stream().map(Step::commandId).toList();

        assertThat(compare(file, NOTHING).steps()).extracting(Step::commandId).isEqualTo(ids);
        assertThat(new HashSet<>(ids)).hasSize(ids.size());
        assertThat(compare(file, new OnFile(PROGRAM, 8, TODAY, Map.of(), List.of()))
                        .steps())
                .extracting(Step::commandId)
                .doesNotContainAnyElementsOf(ids);
        assertThat(ids).allMatch(id -> id.matches("import-[0-9a-f]{40}"));
    }

    @Test
    void a_status_date_in_the_future_gives_way_to_today() {
        ProposedImport proposed =
                compare(new Mspdi().statusDate("2027-01-12").task(1, "A", dates("2027-01-04", "2027-01-20")), NOTHING);

        assertThat(proposed.statedOn()).isEqualTo(TODAY);
        assertThat(proposed.remarks().getFirst()).contains("in the future");
        assertThat(compare(
                                new Mspdi().statusDate("2027-01-11").task(1, "A", dates("2027-01-04", "2027-01-20")),
                                NOTHING)
                        .remarks()
                        .getFirst())
                .isEqualTo("Everything is stated as of the file's status date, 2027-01-11.");
    }
}
