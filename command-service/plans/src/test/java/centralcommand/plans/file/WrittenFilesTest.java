package centralcommand.plans.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import centralcommand.schedule.network.LinkType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.mpxj.ChildTaskContainer;
import org.mpxj.Duration;
import org.mpxj.ProjectFile;
import org.mpxj.Relation;
import org.mpxj.RelationType;
import org.mpxj.Task;
import org.mpxj.TimeUnit;
import org.mpxj.mpx.MPXWriter;
import org.mpxj.mspdi.MSPDIWriter;
import org.mpxj.primavera.PrimaveraPMFileWriter;
import org.mpxj.primavera.PrimaveraXERFileWriter;
import org.mpxj.writer.ProjectWriter;

/**
 * Files of the same shapes as those of {@link RealFilesTest}, which are not ours to keep, as the library writes them: with calendars, resources and
 * assignments, which a plan does not need. What it cannot write (MPP) is told by its first bytes.
 */
class WrittenFilesTest {
    private static final LocalDateTime START = LocalDateTime.of(2027, 1, 4, 8, 0);
    private static final LocalDateTime FINISH = LocalDateTime.of(2027, 1, 8, 17, 0);

    private final ProjectFile project = new ProjectFile();

    WrittenFilesTest() {
        project.setDefaultCalendar(project.addDefaultBaseCalendar());
        project.getProjectProperties().setProjectTitle("Plant");
        project.getProjectProperties().setStartDate(START);
        project.getProjectProperties().setStatusDate(START.plusDays(2));
    }

    private Task task(ChildTaskContainer parent, String name) {
        Task task = parent.addTask();
        task.setName(name);
        task.setStart(START);
        task.setFinish(FINISH);
        task.setDuration(Duration.getInstance(5, TimeUnit.DAYS));
        return task;
    }

    private static void link(Task from, Task to, RelationType type, int lagDays) {
        to.addPredecessor(new Relation.Builder()
                .predecessorTask(from)
                .type(type)
                .lag(Duration.getInstance(lagDays, TimeUnit.DAYS)));
    }

    private byte[] written(ProjectWriter writer) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        writer.write(project, bytes);
        return bytes.toByteArray();
    }

    private static Reading read(byte[] bytes) {
        return new ScheduleFiles(Limits.USUAL).read(bytes);
    }

    private Plan plan() throws IOException {
        Reading reading = read(written(new MSPDIWriter()));
        assertThat(reading).isInstanceOf(Reading.Read.class);
        return ((Reading.Read) reading).plan();
    }

    private static LocalDate day(int month, int day) {
        return LocalDate.of(2027, month, day);
    }

    /** As task-baselines-project2019-mspdi.xml: of eleven baselines only the first one, number 0, is a promise. */
    @Test
    void a_file_with_eleven_baselines() throws IOException {
        task(project, "Baseline").setBaselineFinish(LocalDateTime.of(2027, 3, 1, 9, 0));
        for (int number = 1; number <= 10; number++) {
            task(project, "Baseline" + number).setBaselineFinish(number, LocalDateTime.of(2027, 3, 1 + number, 9, 0));
        }
        Task all = task(project, "All");
        all.setBaselineFinish(LocalDateTime.of(2027, 4, 1, 9, 0));
        all.setBaselineFinish(1, LocalDateTime.of(2027, 5, 1, 9, 0));
        task(project, "Start only").setBaselineStart(START);
        task(project, "Work").addResourceAssignment(project.addResource());

        Plan plan = plan();

        assertThat(plan.title()).isEqualTo("Plant");
        assertThat(plan.statusDate()).isEqualTo("2027-01-06");
        assertThat(plan.refused()).isEmpty();
        assertThat(plan.links()).isEmpty();
        assertThat(plan.activities())
                .hasSize(14)
                .allSatisfy(each -> assertThat(each.durationDays()).isEqualTo(5));
        assertThat(plan.activities().stream().filter(each -> each.baselineFinish() != null))
                .extracting(each -> each.row().name(), Plan.Activity::baselineFinish)
                .containsExactly(tuple("Baseline", day(3, 1)), tuple("All", day(4, 1)));
    }

    /** As sample.xml: no baseline, summaries between the rows, and links of all types. */
    @Test
    void a_file_with_summaries_and_links() throws IOException {
        Task phase = task(project, "Phase");
        Task relations = task(phase, "Relations");
        Object[][] kinds = {
            {RelationType.FINISH_START, 0},
            {RelationType.FINISH_START, 1},
            {RelationType.FINISH_START, -1},
            {RelationType.START_START, 0},
            {RelationType.FINISH_FINISH, 0},
            {RelationType.START_FINISH, 0}
        };
        for (int pair = 0; pair < kinds.length; pair++) {
            Task from = task(relations, "From " + pair);
            link(from, task(relations, "To " + pair), (RelationType) kinds[pair][0], (int) kinds[pair][1]);
        }

        task(phase, "Milestone").setMilestone(true);

        Plan plan = plan();

        assertThat(plan.leftOut()).extracting(told -> told.row().name()).containsExactly("Phase", "Relations");
        assertThat(plan.refused()).isEmpty();
        assertThat(plan.activities())
                .hasSize(13)
                .allMatch(each -> each.baselineFinish() == null)
                .allMatch(each -> each.milestone() == each.row().name().equals("Milestone"))
                .allSatisfy(each -> assertThat(each.promised()).isEqualTo("2027-01-08"));
        assertThat(plan.links())
                .extracting(
                        link -> link.fromRow().name(), link -> link.toRow().name(), Plan.Link::type, Plan.Link::lagDays)
                .containsExactly(
                        tuple("From 0", "To 0", LinkType.FINISH_TO_START, 0),
                        tuple("From 1", "To 1", LinkType.FINISH_TO_START, 1),
                        tuple("From 2", "To 2", LinkType.FINISH_TO_START, -1),
                        tuple("From 3", "To 3", LinkType.START_TO_START, 0),
                        tuple("From 4", "To 4", LinkType.FINISH_TO_FINISH, 0),
                        tuple("From 5", "To 5", LinkType.START_TO_FINISH, 0));
    }

    @Test
    void files_of_other_formats_are_refused_with_what_to_do() throws IOException {
        task(project, "Work");

        assertThat(sentence(written(new PrimaveraXERFileWriter())))
                .isEqualTo(
                        "This is a Primavera XER file: it carries no baseline, and promises are measured from baselines. Export Microsoft Project XML from Primavera (File, Export, Microsoft Project), with the baseline assigned.");
        assertThat(sentence(written(new PrimaveraPMFileWriter()))).contains("PMXML", "Export Microsoft Project XML");
        assertThat(sentence(written(new MPXWriter()))).contains("MPX", "Save it as XML");
        byte[] compound = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1};
        assertThat(sentence(compound)).contains("(MPP)", "Save it as XML");
    }

    private static String sentence(byte[] bytes) {
        Reading reading = read(bytes);
        assertThat(reading).isInstanceOf(Reading.Unreadable.class);
        return ((Reading.Unreadable) reading).sentence();
    }
}
