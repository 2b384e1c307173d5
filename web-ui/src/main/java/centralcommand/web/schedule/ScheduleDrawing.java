package centralcommand.web.schedule;

import centralcommand.query.contract.board.MilestoneRow;
import centralcommand.query.contract.board.StatedDay;
import centralcommand.query.contract.schedule.Implied;
import centralcommand.query.contract.schedule.ProgramSchedule;
import centralcommand.query.contract.schedule.ProgramSchedule.Row;
import centralcommand.web.chart.Lanes.Group;
import centralcommand.web.chart.ScheduleChart;
import centralcommand.web.chart.ScheduleChart.Arrow;
import centralcommand.web.chart.ScheduleChart.Line;
import centralcommand.web.chart.TimelineChart.Period;
import centralcommand.web.time.PointInTime;
import centralcommand.web.time.Wording;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A program's network as a picture. */
final class ScheduleDrawing {
    private final PointInTime at;
    private final Wording wording;

    ScheduleDrawing(PointInTime at, Wording wording) {
        this.at = at;
        this.wording = wording;
    }

    ScheduleChart of(ProgramSchedule schedule) {
        LocalDate today = schedule.standpoint().today();
        return new ScheduleChart(
                List.of(
                        new Group<>(
                                schedule.programName(),
                                schedule.rows().stream()
                                        .map(row -> line(row, today))
                                        .toList()),
                        new Group<>(
                                "In other programs",
                                schedule.neighbours().stream()
                                        .map(row -> line(row, today))
                                        .toList())),
                schedule.links().stream()
                        .map(tie -> new Arrow(tie.from().value(), tie.to().value(), tie.driving()))
                        .toList(),
                today);
    }

    private Line line(Row row, LocalDate today) {
        MilestoneRow milestone = row.milestone();
        Implied implied = row.implied();
        Period expected = expected(row);
        return new Line(
                milestone.milestoneId().value(),
                milestone.title(),
                milestone.programName(),
                at.to("/milestones/" + milestone.milestoneId()),
                row.promises().stream()
                        .map(promise -> new Period(promise.first(), promise.date()))
                        .toList(),
                work(row, expected),
                milestone.actual() == null ? expected : null,
                period(milestone.actual()),
                implied == null ? null : new Period(implied.first(), implied.last()),
                null,
                row.pauses().stream()
                        .map(pause -> new Period(pause.from(), pause.until() == null ? today : pause.until()))
                        .toList(),
                row.critical(),
                implied != null && implied.hiddenDays() != null,
                words(row));
    }

    private static @Nullable Period expected(Row row) {
        MilestoneRow milestone = row.milestone();
        return milestone.forecast() == null ? period(milestone.currentBaseline()) : period(milestone.forecast());
    }

    private static @Nullable Period work(Row row, @Nullable Period expected) {
        LocalDate start = row.start();
        return start == null || expected == null || start.isAfter(expected.last())
                ? null
                : new Period(start, expected.last());
    }

    private static @Nullable Period period(@Nullable StatedDay day) {
        return day == null ? null : new Period(day.first(), day.date());
    }

    private String words(Row row) {
        Implied implied = row.implied();
        Integer room = row.totalFloatDays();
        boolean open = row.milestone().actual() == null;
        return Stream.of(
                        implied == null || implied.hiddenDays() == null
                                ? ""
                                : "hidden slip, " + wording.days(implied.hiddenDays()),
                        row.milestone().inDoubt() && open ? "? in doubt" : "",
                        room == null || !open ? "" : "float " + wording.count(room))
                .filter(words -> !words.isEmpty())
                .reduce((one, other) -> one + ", " + other)
                .orElse("");
    }
}
