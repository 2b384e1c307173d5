package centralcommand.plans.file;

import static centralcommand.plans.file.Mspdi.dates;
import static centralcommand.plans.file.Mspdi.link;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class HostileFilesTest {
    private static final String WORK = dates("2027-01-04", "2027-01-15");
    private static final String GOOD = new Mspdi().task(1, "Design", WORK).text();

    private static Reading read(byte[] bytes) {
        return new ScheduleFiles(Limits.USUAL).read(bytes);
    }

    private static String refusal(byte[] bytes) {
        return refusal(bytes, Limits.USUAL);
    }

    private static String refusal(byte[] bytes, Limits limits) {
        Reading reading = new ScheduleFiles(limits).read(bytes);
        assertThat(reading).isInstanceOf(Reading.Unreadable.class);
        return ((Reading.Unreadable) reading).sentence();
    }

    private static String refusal(String text) {
        return refusal(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Limits limits(int bytes, int activities, int rows, int links, int elements) {
        return new Limits(bytes, activities, rows, links, elements, 40, Duration.ofSeconds(20));
    }

    @Test
    void entities_and_document_types_are_refused() {
        String head = "<?xml version=\"1.0\"?>";
        String laughs =
                "<!DOCTYPE Project [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]>";
        String outside = "<!DOCTYPE Project [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>";
        String elsewhere = "<!DOCTYPE Project SYSTEM \"http://127.0.0.1:1/x.dtd\">";
        String rest = GOOD.substring(GOOD.indexOf("<Project"));

        assertThat(refusal(head + laughs + rest.replace("Design", "&c;"))).contains("declares entities");
        assertThat(refusal(head + outside + rest.replace("Design", "&x;"))).contains("declares entities");
        assertThat(refusal(head + elsewhere + rest)).contains("declares entities");
        assertThat(refusal(head + rest.replace("Design", "&undeclared;"))).contains("declares entities");
    }

    @Test
    void twenty_megabytes_are_read_and_a_byte_more_is_not() {
        byte[] most = Arrays.copyOf(GOOD.getBytes(StandardCharsets.UTF_8), 20 * 1024 * 1024);
        Arrays.fill(most, GOOD.length(), most.length, (byte) ' ');

        assertThat(read(most)).isInstanceOf(Reading.Read.class);
        assertThat(refusal(Arrays.copyOf(most, most.length + 1))).startsWith("The file has more than 20 MB.");
    }

    @Test
    void a_name_of_twenty_megabytes_costs_no_more_than_the_file() {
        String name = "x".repeat(19 * 1024 * 1024);

        Reading reading = read(GOOD.replace("Design", name).getBytes(StandardCharsets.UTF_8));

        assertThat(((Reading.Read) reading).plan().activities().getFirst().row().name())
                .hasSize(255);
    }

    @Test
    void counts_are_bounded_at_their_last_value() {
        byte[] two = new Mspdi()
                .task(1, "A", WORK)
                .task(2, "B", WORK + link(1, 1, 0, 7))
                .bytes();

        assertThat(new ScheduleFiles(limits(10_000, 2, 2, 1, 1_000)).read(two)).isInstanceOf(Reading.Read.class);
        assertThat(refusal(two, limits(10_000, 1, 2, 1, 1_000))).startsWith("The file has more than 1 activities.");
        assertThat(refusal(two, limits(10_000, 2, 1, 1, 1_000))).startsWith("The file has more than 1 rows.");
        assertThat(refusal(two, limits(10_000, 2, 2, 0, 1_000))).startsWith("The file has more than 0 links.");
        assertThat(refusal(two, limits(10_000, 2, 2, 1, 20))).startsWith("The file has more than 20 elements.");
    }

    @Test
    void five_thousand_activities_with_twenty_thousand_links_are_read_and_one_more_is_not() {
        Mspdi mspdi = new Mspdi();
        for (int number = 1; number <= 5_000; number++) {
            StringBuilder links = new StringBuilder();
            for (int back = 1; back <= 4 && number - back > 0; back++) {
                links.append(link(number - back, 1, 4_800, 7));
            }
            mspdi.task(number, "Activity " + number, WORK + links);
        }
        Plan plan = mspdi.plan();

        assertThat(plan.activities()).hasSize(5_000);
        assertThat(plan.links()).hasSize(4 * 5_000 - 10);
        assertThat(plan.refused()).isEmpty();
        assertThat(refusal(mspdi.task(5_001, "One more", WORK).bytes()))
                .startsWith("The file has more than 5,000 activities.");
    }

    @Test
    void deep_nesting_is_refused() {
        String deep = "<a>".repeat(100_000);

        assertThat(refusal(GOOD.replace("Design", deep))).contains("nested more than 40 deep");
    }

    @Test
    void a_truncated_or_damaged_file_says_where_it_breaks_off() {
        assertThat(refusal(GOOD.substring(0, GOOD.length() / 2)))
                .startsWith("The file is not whole XML: it breaks off or is damaged at line 2.");
        assertThat(refusal("nothing of the kind")).startsWith("The file is not whole XML");
        assertThat(refusal("")).startsWith("The file is empty.");
    }

    @Test
    void a_wrong_encoding_is_told_as_such_and_a_right_one_is_read() {
        byte[] latin = GOOD.replace("Design", "Entwürfe").getBytes(StandardCharsets.ISO_8859_1);
        byte[] named = GOOD.replace("Design", "Entwürfe")
                .replace("UTF-8", "ISO-8859-1")
                .getBytes(StandardCharsets.ISO_8859_1);
        byte[] wide =
                GOOD.replace("Design", "Entwürfe").replace("UTF-8", "UTF-16").getBytes(StandardCharsets.UTF_16);

        assertThat(refusal(latin)).startsWith("The file is not written in the encoding that it names");
        assertThat(refusal(GOOD.replace("UTF-8", "KLINGON-1"))).startsWith("The file is not written in the encoding");
        for (byte[] good : new byte[][] {named, wide}) {
            assertThat(((Reading.Read) read(good))
                            .plan()
                            .activities()
                            .getFirst()
                            .row()
                            .name())
                    .isEqualTo("Entwürfe");
        }
    }

    @Test
    void other_formats_are_named_with_what_to_export_instead_and_why() throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(zipped)) {
            zip.write(new byte[1_000_000]);
        }

        assertThat(refusal(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0}))
                .contains("(MPP)", "Save it as XML");
        assertThat(refusal("ERMHDR\t19.12\t2024")).contains("XER", "no baseline", "Export Microsoft Project XML");
        assertThat(refusal("<APIBusinessObjects xmlns=\"http://xmlns.oracle.com/Primavera\"/>"))
                .contains("PMXML", "current dates come out as the baseline");
        assertThat(refusal("MPX,Microsoft Project")).contains("MPX");
        assertThat(refusal(zipped.toByteArray())).contains("compressed");
        assertThat(refusal("<html/>")).contains("begins with <html>");
        assertThat(refusal("<Project/>")).contains("begins with <Project>");
        assertThat(refusal(new Mspdi().text())).startsWith("The file has no activity.");
    }

    @Test
    void a_file_that_takes_too_long_is_left() {
        Limits hurried = new Limits(1 << 20, 5_000, 10_000, 20_000, 1_000_000, 40, Duration.ZERO);

        assertThat(refusal(GOOD.getBytes(StandardCharsets.UTF_8), hurried))
                .contains("could not be read within 0 seconds");
    }

    @Test
    void reading_again_after_refusals_finds_a_place() {
        ScheduleFiles files = new ScheduleFiles(Limits.USUAL);
        for (int time = 0; time < 10; time++) {
            assertThat(files.read("<a>".getBytes(StandardCharsets.UTF_8))).isInstanceOf(Reading.Unreadable.class);
        }

        assertThat(files.read(GOOD.getBytes(StandardCharsets.UTF_8))).isInstanceOf(Reading.Read.class);
    }

    @Test
    void a_damaged_file_is_read_or_refused_and_never_an_error() {
        String text = new Mspdi()
                .task(
                        1,
                        "A",
                        Mspdi.work("2027-01-04", "2027-01-15", 10, "2027-01-13")
                                + "<Milestone>0</Milestone><ConstraintType>2</ConstraintType>")
                .task(2, "B", WORK + link(1, 1, 4_800, 7))
                .text();
        Random random = new Random(20261126);
        ScheduleFiles files = new ScheduleFiles(Limits.USUAL);
        for (int time = 0; time < 400; time++) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            for (int change = 0; change <= time % 4; change++) {
                bytes[200 + random.nextInt(bytes.length - 200)] =
                        (byte) (time % 2 == 0 ? '0' + random.nextInt(10) : random.nextInt(128));
            }
            assertThat(files.read(bytes)).isNotNull();
        }
    }
}
