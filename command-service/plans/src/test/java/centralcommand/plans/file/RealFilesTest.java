package centralcommand.plans.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import centralcommand.schedule.network.LinkType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * Files that other programs made; not ours to keep here, so the folder is named by a property. In every build,
 * {@link WrittenFilesTest} reads files of the same shapes.
 */
class RealFilesTest {
    private static final String FOLDER = "central-command.schedules";

    private static Reading read(String name) throws IOException {
        String folder = System.getProperty(FOLDER);
        assumeTrue(folder != null, "no folder of real schedule files is named by -D" + FOLDER);
        return new ScheduleFiles(Limits.USUAL).read(Files.readAllBytes(Path.of(String.valueOf(folder), name)));
    }

    private static Plan plan(String name) throws IOException {
        Reading reading = read(name);
        assertThat(reading).isInstanceOf(Reading.Read.class);
        return ((Reading.Read) reading).plan();
    }

    @Test
    void a_file_of_project_2019_with_baselines() throws IOException {
        Plan plan = plan("task-baselines-project2019-mspdi.xml");

        assertThat(plan.activities()).hasSize(110);
        assertThat(plan.links()).isEmpty();
        assertThat(plan.refused()).isEmpty();
        assertThat(plan.leftOut()).hasSize(1);
        assertThat(plan.activities().stream().filter(each -> each.baselineFinish() != null))
                .extracting(each -> each.row().name(), each -> String.valueOf(each.baselineFinish()))
                .containsExactly(
                        tuple("Baseline Finish - Task", "2014-03-01"),
                        tuple("Baseline Estimated Finish - Task", "2014-01-01"));
    }

    @Test
    void an_older_file() throws IOException {
        Plan plan = plan("sample.xml");

        assertThat(plan.activities()).hasSize(16).allMatch(each -> each.baselineFinish() == null);
        assertThat(plan.leftOut()).hasSize(4);
        assertThat(plan.refused()).isEmpty();
        assertThat(plan.links())
                .extracting(Plan.Link::type, Plan.Link::lagDays)
                .startsWith(tuple(LinkType.FINISH_TO_START, 0))
                .hasSize(6);
    }

    @Test
    void binary_files_and_primavera_are_refused_with_what_to_do() throws IOException {
        for (String name : new String[] {"mpp14baseline.mpp", "task-links-project2019-mpp14.mpp"}) {
            assertThat(((Reading.Unreadable) read(name)).sentence()).contains("(MPP)", "Save it as XML");
        }
        assertThat(((Reading.Unreadable) read("PredecessorCalendar.xer")).sentence())
                .contains("XER");
    }
}
