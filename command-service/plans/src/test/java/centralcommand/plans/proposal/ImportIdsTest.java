package centralcommand.plans.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import centralcommand.command.contract.program.ProgramId;
import centralcommand.plans.file.Plan.Key;
import org.junit.jupiter.api.Test;

class ImportIdsTest {
    private static final Key GUID = new Key.Guid("caae491b-dad2-e811-ac3f-4cedde6e5b57");

    @Test
    void an_id_begins_with_its_program_and_is_the_same_every_time() {
        ImportIds ids = new ImportIds(new ProgramId("rer-upton"));

        assertThat(ids.milestone(GUID)).isEqualTo(new ImportIds(new ProgramId("rer-upton")).milestone(GUID));
        assertThat(ids.milestone(GUID).value()).matches("rer-upton-[0-9a-f]{12}");
        assertThat(ids.milestone(new Key.Number(17)).value()).isEqualTo("rer-upton-uid-17");
        assertThat(ids.imported(ids.milestone(GUID))).isTrue();
    }

    @Test
    void ids_of_the_longest_programs_fit_and_differ() {
        String longest = "a".repeat(63);
        ImportIds one = new ImportIds(new ProgramId(longest + "1"));
        ImportIds other = new ImportIds(new ProgramId(longest + "2"));

        assertThat(one.milestone(GUID).value())
                .hasSizeLessThanOrEqualTo(64)
                .isNotEqualTo(other.milestone(GUID).value());
        assertThat(one.link(one.milestone(GUID), one.milestone(new Key.Number(999_999_999)))
                        .value())
                .hasSizeLessThanOrEqualTo(64);
        assertThat(one.milestone(new Key.Number(999_999_999)).value()).hasSizeLessThanOrEqualTo(64);
    }

    @Test
    void a_files_name_is_shown_without_folders_and_without_what_cannot_be_seen() {
        assertThat(PlanFile.of("C:\\x\\pl\u202Ean\n.xml", new byte[0]).name()).isEqualTo("plan.xml");
        assertThat(PlanFile.of("../", new byte[0]).name()).isEqualTo("schedule.xml");
        assertThat(PlanFile.of("x".repeat(200), new byte[0]).name()).hasSize(121);
    }
}
