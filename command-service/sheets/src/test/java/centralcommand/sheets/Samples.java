package centralcommand.sheets;

import centralcommand.command.contract.program.ProgramId;
import centralcommand.command.contract.schedule.Cause;
import centralcommand.command.contract.schedule.CauseBasis;
import centralcommand.command.contract.schedule.MilestoneId;
import centralcommand.command.contract.shared.Precision;
import centralcommand.command.contract.shared.Provenance.Confidence;
import centralcommand.command.contract.shared.Provenance.Marking;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/** Rows of every kind. */
public final class Samples {
    public static final Line FORECAST = new Line(
            2,
            new ProgramId("rer-upton"),
            "Upton, with \"quotes\" and, commas",
            new MilestoneId("rer-demo-ops"),
            "=HYPERLINK(\"http://x\")",
            "Q1 2027",
            Word.FORECAST,
            LocalDate.of(2027, 6, 30),
            Precision.QUARTER,
            "second quarter\nof 2027",
            Cause.PERMITTING,
            CauseBasis.STATED,
            "-late; «naïve»",
            "",
            "@board minutes",
            LocalDate.of(2026, 11, 20),
            Confidence.MEDIUM,
            Marking.PRE_DECISIONAL,
            12);
    public static final Line CONFIRM = new Line(
            3,
            new ProgramId("mp-10x"),
            "MP",
            new MilestoneId("mp-10x-start"),
            "Start",
            "",
            Word.CONFIRM,
            null,
            null,
            "",
            null,
            null,
            "",
            "",
            "",
            null,
            null,
            null,
            0);
    public static final Line DOUBT = new Line(
            4,
            new ProgramId("mp-10x"),
            "MP",
            new MilestoneId("mp-10x-full"),
            "Full rate",
            "2028",
            Word.DOUBT,
            null,
            null,
            "",
            Cause.FINANCING,
            null,
            "'=1+1 the loan is open",
            "",
            "",
            null,
            null,
            null,
            3);
    public static final Line ACTUAL = new Line(
            5,
            new ProgramId("mp-10x"),
            "MP",
            new MilestoneId("mp-10x-site"),
            "Site",
            "2026",
            Word.ACTUAL,
            LocalDate.of(2026, 6, 30),
            null,
            "",
            null,
            null,
            "",
            "notice 12",
            "",
            null,
            null,
            null,
            3);
    public static final List<Line> ALL = List.of(FORECAST, CONFIRM, DOUBT, ACTUAL);

    private Samples() {}

    static byte[] file(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(Samples.class.getResourceAsStream("/sheets/" + name))) {
            return in.readAllBytes();
        }
    }

    public static Line withNarrative(String narrative) {
        return new Line(
                2,
                ACTUAL.programId(),
                "MP",
                ACTUAL.milestoneId(),
                "Site",
                "2026",
                Word.DOUBT,
                null,
                null,
                "",
                Cause.FINANCING,
                null,
                narrative,
                "",
                "",
                null,
                null,
                null,
                3);
    }
}
