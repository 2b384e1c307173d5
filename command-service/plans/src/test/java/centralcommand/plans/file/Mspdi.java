package centralcommand.plans.file;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Microsoft Project XML, written by hand and as small as it can be. */
public final class Mspdi {
    private final List<String> tasks = new ArrayList<>();
    private String statusDate = "";

    public Mspdi statusDate(String day) {
        statusDate = "<StatusDate>" + day + "T17:00:00</StatusDate>";
        return this;
    }

    /** A row; its fields beside number and name as XML. */
    public Mspdi task(int number, String name, String fields) {
        return row("<UID>%d</UID><ID>%d</ID><Name>%s</Name>%s".formatted(number, number, name, fields));
    }

    public Mspdi row(String fields) {
        tasks.add("<Task>" + fields + "</Task>");
        return this;
    }

    /** Dates, a duration in days and a baseline finish. */
    public static String work(String start, String finish, int days, String baselineFinish) {
        return dates(start, finish) + "<Duration>PT" + days * 8 + "H0M0S</Duration><DurationFormat>7</DurationFormat>"
                + baseline(baselineFinish);
    }

    public static String dates(String start, String finish) {
        return "<Start>" + start + "T08:00:00</Start><Finish>" + finish + "T17:00:00</Finish>";
    }

    public static String baseline(String finish) {
        return "<Baseline><Number>0</Number><Finish>" + finish + "T17:00:00</Finish></Baseline>";
    }

    public static String done(String day) {
        return "<ActualFinish>" + day + "T17:00:00</ActualFinish><PercentComplete>100</PercentComplete>";
    }

    /** @param type 0 FF, 1 FS, 2 SF, 3 SS; @param lag in tenths of minutes; @param format 7 days, 8 elapsed days, 19 percent */
    public static String link(int from, int type, int lag, int format) {
        return "<PredecessorLink><PredecessorUID>%d</PredecessorUID><Type>%d</Type><CrossProject>0</CrossProject><LinkLag>%d</LinkLag><LagFormat>%d</LagFormat></PredecessorLink>"
                .formatted(from, type, lag, format);
    }

    public String text() {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Project xmlns=\"http://schemas.microsoft.com/project\"><Title>Plan</Title>"
                + statusDate
                + "<MinutesPerDay>480</MinutesPerDay><MinutesPerWeek>2400</MinutesPerWeek><DaysPerMonth>20</DaysPerMonth><Tasks>"
                + String.join("\n", tasks) + "</Tasks></Project>";
    }

    public byte[] bytes() {
        return text().getBytes(StandardCharsets.UTF_8);
    }

    public Plan plan() {
        return switch (new ScheduleFiles(Limits.USUAL).read(bytes())) {
            case Reading.Read(Plan plan) -> plan;
            case Reading.Unreadable(String sentence) -> throw new AssertionError(sentence);
        };
    }
}
