package centralcommand.plans.file;

import static centralcommand.plans.file.Mspdi.baseline;
import static centralcommand.plans.file.Mspdi.dates;
import static centralcommand.plans.file.Mspdi.done;
import static centralcommand.plans.file.Mspdi.link;
import static centralcommand.plans.file.Mspdi.work;
import static org.assertj.core.api.Assertions.assertThat;

import centralcommand.plans.file.Plan.Activity;
import centralcommand.plans.file.Plan.Key;
import centralcommand.plans.file.Plan.Told;
import centralcommand.schedule.network.LinkType;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanTest {
    private static final String WORK = work("2027-01-04", "2027-01-15", 10, "2027-01-13");

    private static Activity only(String fields) {
        Plan plan = new Mspdi().task(1, "Design", fields).plan();
        assertThat(plan.refused()).isEmpty();
        return plan.activities().getFirst();
    }

    /** What is told of a row that is refused beside a good one. */
    private static String refusal(String fields) {
        Plan plan = new Mspdi().task(1, "Good", WORK).task(7, "Bad", fields).plan();
        assertThat(plan.activities()).hasSize(1);
        assertThat(plan.refused()).hasSize(1);
        assertThat(plan.refused().getFirst().row()).isEqualTo(new Plan.Row(7, "Bad"));
        return plan.refused().getFirst().sentence();
    }

    @Test
    void an_activity_has_its_days_and_baseline_zero() {
        Activity design = only("<GUID>CAAE491B-DAD2-E811-AC3F-4CEDDE6E5B57</GUID><WBS>1.2</WBS>" + WORK
                + "<Baseline><Number>1</Number><Finish>2020-01-01T17:00:00</Finish></Baseline>");

        assertThat(design.key()).isEqualTo(new Key.Guid("caae491b-dad2-e811-ac3f-4cedde6e5b57"));
        assertThat(design.wbs()).isEqualTo("1.2");
        assertThat(design.durationDays()).isEqualTo(10);
        assertThat(design.baselineFinish()).isEqualTo("2027-01-13");
        assertThat(design.finish()).isEqualTo("2027-01-15");
        assertThat(design.promised()).isEqualTo("2027-01-13");
        assertThat(design.complete()).isFalse();
    }

    @Test
    void without_a_baseline_the_finish_is_promised_and_without_a_guid_the_number_names_it() {
        Activity design = only(dates("2027-01-04", "2027-01-15"));

        assertThat(design.key()).isEqualTo(new Key.Number(1));
        assertThat(design.baselineFinish()).isNull();
        assertThat(design.promised()).isEqualTo("2027-01-15");
        assertThat(design.durationDays()).isNull();
    }

    @Test
    void what_is_done_has_its_day() {
        Activity design = only(WORK + done("2027-01-14"));

        assertThat(design.complete()).isTrue();
        assertThat(design.actualFinish()).isEqualTo("2027-01-14");
    }

    @Test
    void summaries_inactive_rows_and_the_project_itself_are_left_out_by_name() {
        Plan plan = new Mspdi()
                .task(0, "Project", dates("2027-01-04", "2027-01-15") + "<Summary>1</Summary>")
                .task(1, "Phase", dates("2027-01-04", "2027-01-15") + "<Summary>1</Summary>")
                .task(2, "Work", WORK)
                .task(3, "Dropped", WORK + "<Active>0</Active>")
                .plan();

        assertThat(plan.activities()).extracting(each -> each.row().name()).containsExactly("Work");
        assertThat(plan.leftOut()).extracting(each -> each.row().name()).contains("Phase", "Dropped");
    }

    @ParameterizedTest
    @CsvSource({"0,FINISH_TO_FINISH", "1,FINISH_TO_START", "2,START_TO_FINISH", "3,START_TO_START"})
    void all_four_types_of_link_are_read_with_their_lag_in_working_days(int type, LinkType expected) {
        Plan plan = new Mspdi()
                .task(1, "A", WORK)
                .task(2, "B", WORK + link(1, type, 9_600, 7))
                .plan();

        assertThat(plan.links()).hasSize(1);
        assertThat(plan.links().getFirst().type()).isEqualTo(expected);
        assertThat(plan.links().getFirst().lagDays()).isEqualTo(2);
        assertThat(plan.links().getFirst().fromRow().name()).isEqualTo("A");
    }

    @Test
    void a_lead_is_a_negative_lag_and_part_of_a_day_counts_as_one() {
        Plan plan = new Mspdi()
                .task(1, "A", WORK)
                .task(2, "B", WORK + link(1, 1, -4_800, 7))
                .task(3, "C", WORK + link(1, 1, 2_400, 7))
                .plan();

        assertThat(plan.links()).extracting(Plan.Link::lagDays).containsExactly(-1, 1);
        assertThat(plan.links().get(1).notes()).containsExactly("The lag of 0.5 working days counts as 1.");
    }

    @ParameterizedTest
    @CsvSource({"8,elapsed time", "19,percent"})
    void a_lag_that_is_not_in_working_days_is_refused_by_name(int format, String words) {
        Plan plan = new Mspdi()
                .task(1, "A", WORK)
                .task(2, "B", WORK + link(1, 1, 4_800, format))
                .plan();

        assertThat(plan.links()).isEmpty();
        assertThat(plan.refused())
                .containsExactly(new Told(
                        new Plan.Row(2, "B"),
                        "Its link from row 1 (A) has a lag in " + words
                                + ", and only working days can be kept. Give the lag in days."));
    }

    @Test
    void an_elapsed_duration_and_a_constraint_are_told_and_not_taken_over() {
        Activity design = only(
                dates("2027-01-04", "2027-01-15")
                        + "<Duration>PT240H0M0S</Duration><DurationFormat>8</DurationFormat><ConstraintType>2</ConstraintType><ConstraintDate>2027-01-04T08:00:00</ConstraintDate>");

        assertThat(design.durationDays()).isNull();
        assertThat(design.notes())
                .containsExactly(
                        "Its duration is told in elapsed time, not in working days, and is not taken over.",
                        "Its constraint \"must start on 2027-01-04\" is not taken over.");
    }

    @Test
    void no_link_is_lost_in_silence() {
        Plan plan = new Mspdi()
                .task(1, "Phase", dates("2027-01-04", "2027-01-15") + "<Summary>1</Summary>")
                .task(2, "B", WORK + link(1, 1, 0, 7) + link(99, 1, 0, 7) + link(2, 1, 0, 7))
                .task(3, "C", WORK + link(2, 1, 0, 7) + link(2, 0, 0, 7))
                .plan();

        assertThat(plan.links()).hasSize(1);
        assertThat(plan.refused())
                .extracting(Told::sentence)
                .containsExactly(
                        "Its link from row 1 (Phase) is not taken: that is no activity here.",
                        "Its link from number 99, which is not in the file, is not taken: that is no activity here.",
                        "It waits for itself. Take the link away.",
                        "It waits for row 2 (B) twice. Keep one of the two links.");
    }

    @Test
    void a_link_of_a_row_that_is_refused_waits_for_that_row() {
        Plan plan = new Mspdi()
                .task(1, "A", dates("2027-01-04", "2027-02-30"))
                .task(2, "B", WORK + link(1, 1, 0, 7))
                .task(3, "C", WORK + "<Duration>long</Duration>" + link(2, 1, 0, 7))
                .plan();

        assertThat(plan.links()).isEmpty();
        assertThat(plan.refused().stream().skip(2))
                .extracting(Told::sentence)
                .containsExactly(
                        "Its link from row 1 (A) is not taken while one of the two rows is refused.",
                        "Its link from row 2 (B) is not taken while one of the two rows is refused.");
    }

    @Test
    void days_are_taken_from_1900_to_2199() {
        assertThat(only(dates("1900-01-01", "2199-12-31")).finish()).isEqualTo(LocalDate.of(2199, 12, 31));
        assertThat(refusal(dates("1899-12-31", "2027-01-15")))
                .contains("start is 1899-12-31: correct it to a day from");
        assertThat(refusal(dates("2027-01-04", "2200-01-01"))).contains("finish is 2200-01-01");
        assertThat(refusal(dates("2027-01-04", "2027-02-30"))).contains("\"2027-02-30T17:00:00\" is no day");
        assertThat(refusal(dates("2027-01-15", "2027-01-04"))).startsWith("It finishes before it starts.");
        assertThat(refusal(WORK + "<ActualFinish>soon</ActualFinish>")).contains("actual finish \"soon\" is no day");
        assertThat(refusal(dates("2027-01-04", "2027-01-15") + baseline("9999-01-01")))
                .contains("baseline finish is 9999-01-01");
    }

    @Test
    void durations_are_taken_from_0_to_5000_working_days() {
        assertThat(only(work("2027-01-04", "2046-12-31", 5_000, "2046-12-31")).durationDays())
                .isEqualTo(5_000);
        assertThat(refusal(work("2027-01-04", "2046-12-31", 5_001, "2046-12-31")))
                .contains("5,001 working days");
        assertThat(refusal("<Duration>-PT8H0M0S</Duration>")).contains("correct it to 0 to 5,000");
        assertThat(refusal("<Duration>PT99999999999999999999H</Duration>")).contains("cannot be read");
        assertThat(refusal("<Duration>long</Duration>")).contains("\"long\" cannot be read");
    }

    @Test
    void other_values_that_cannot_be_read_are_refused_with_their_row() {
        assertThat(refusal("<PercentComplete>101</PercentComplete>")).contains("\"101\" percent complete");
        assertThat(refusal("<GUID>x</GUID>")).contains("GUID \"x\" cannot be read");
        assertThat(new Mspdi()
                        .task(1, "Good", WORK)
                        .task(2, "", WORK)
                        .plan()
                        .refused()
                        .getFirst()
                        .sentence())
                .startsWith("It has no name.");
    }

    @Test
    void rows_with_one_number_or_one_guid_are_all_refused_each_by_the_names_of_the_others() {
        Plan numbers = new Mspdi()
                .row("<UID>1</UID><ID>1</ID><Name>A</Name>" + WORK)
                .row("<UID>1</UID><ID>2</ID><Name>B</Name>" + WORK)
                .row("<UID>1</UID><ID>3</ID><Name>C</Name><Summary>1</Summary>" + WORK)
                .task(4, "D", WORK)
                .plan();
        String guid = "CAAE491B-DAD2-E811-AC3F-4CEDDE6E5B57";
        Plan guids = new Mspdi()
                .task(1, "A", "<GUID>" + guid + "</GUID>" + WORK)
                .task(2, "B", "<GUID>" + guid.toLowerCase(java.util.Locale.ROOT) + "</GUID>" + WORK)
                .plan();

        assertThat(numbers.activities()).extracting(each -> each.row().name()).containsExactly("D");
        assertThat(numbers.refused())
                .extracting(Told::sentence)
                .containsExactly(
                        "Its unique number 1 stands at row 2 (B) and row 3 (C) too, so none of them is taken. Export the schedule again.",
                        "Its unique number 1 stands at row 1 (A) and row 3 (C) too, so none of them is taken. Export the schedule again.");
        assertThat(guids.activities()).isEmpty();
        assertThat(guids.refused())
                .extracting(Told::sentence)
                .containsExactly(
                        "Its GUID stands at row 2 (B) too, so none of them is taken. Copy the row anew in your scheduling program.",
                        "Its GUID stands at row 1 (A) too, so none of them is taken. Copy the row anew in your scheduling program.");
        assertThat(guids.refusedKeys()).containsExactly(new Key.Guid(guid));
    }

    @Test
    void the_status_date_is_the_files() {
        assertThat(new Mspdi()
                        .statusDate("2027-01-08")
                        .task(1, "A", WORK)
                        .plan()
                        .statusDate())
                .isEqualTo("2027-01-08");
        assertThat(new Mspdi().task(1, "A", WORK).plan().statusDate()).isNull();
    }
}
