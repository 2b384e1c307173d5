package centralcommand.web.board;

import centralcommand.command.contract.schedule.MilestoneKind;
import centralcommand.query.contract.board.MilestoneRow;
import centralcommand.query.contract.board.MilestoneStatus;
import centralcommand.query.contract.board.StatedDay;
import centralcommand.query.contract.shared.EntryStatus;
import centralcommand.web.chart.Lanes.Group;
import centralcommand.web.chart.TimelineChart;
import centralcommand.web.chart.TimelineChart.Line;
import centralcommand.web.chart.TimelineChart.Period;
import centralcommand.web.time.FactWording;
import centralcommand.web.time.PointInTime;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rows of the board as a picture: agency by agency, what comes first on top. */
final class BoardTimeline {

    private BoardTimeline() {}

    static TimelineChart of(List<MilestoneRow> rows, LocalDate today, PointInTime at, FactWording facts) {
        var byAgency = rows.stream()
                .sorted(Comparator.comparing(BoardTimeline::kept))
                .collect(Collectors.groupingBy(MilestoneRow::agency, TreeMap::new, Collectors.toList()));
        List<Group<Line>> groups = new ArrayList<>();
        byAgency.forEach((agency, its) -> groups.add(new Group<>(
                facts.agency(agency),
                its.stream().map(row -> line(row, at, facts)).toList())));
        return new TimelineChart(groups, today);
    }

    /** The day a milestone now stands at; those without any come last. */
    private static LocalDate kept(MilestoneRow row) {
        return Stream.of(row.actual(), row.forecast(), row.currentBaseline(), row.originalBaseline())
                .flatMap(Stream::ofNullable)
                .map(StatedDay::date)
                .findFirst()
                .orElse(LocalDate.MAX);
    }

    private static Line line(MilestoneRow row, PointInTime at, FactWording facts) {
        Long slip = row.slipVsOriginalDays();
        boolean slipped = slip != null && slip != 0 && !row.withinPrecision() && row.kind() != MilestoneKind.STATUTORY;
        return new Line(
                row.title(),
                Stream.of(row.programName(), facts.lead(row))
                        .filter(words -> !words.isEmpty())
                        .collect(Collectors.joining(" · ")),
                at.to("/programs/" + row.programId()),
                period(row.originalBaseline()),
                rebaselined(row) ? period(row.currentBaseline()) : null,
                period(row.forecast()),
                period(row.actual()),
                slipped,
                row.inDoubt(),
                words(row, facts));
    }

    /** Whether the baseline in force is another than the original one. */
    private static boolean rebaselined(MilestoneRow row) {
        StatedDay original = row.originalBaseline();
        StatedDay current = row.currentBaseline();
        return original != null && current != null && original.position() != current.position();
    }

    private static @Nullable Period period(@Nullable StatedDay day) {
        return day == null ? null : new Period(day.first(), day.date());
    }

    private static String words(MilestoneRow row, FactWording facts) {
        String standing = row.inDoubt()
                ? "in doubt"
                : switch (row.status()) {
                    case ON_TRACK, LATE -> "";
                    case DONE, DONE_LATE ->
                        row.slipVsOriginalDays() == null || row.slipVsOriginalDays() == 0 ? "done" : "";
                    case IN_DOUBT, NO_REPORT, NO_DATE, PAUSED, WITHDRAWN -> lower(row.status());
                };
        return Stream.of(facts.shortSlip(row), standing, unreleased(row) ? "not released yet" : "")
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(", "));
    }

    /** Whether the picture shows a day that others do not see yet. */
    private static boolean unreleased(MilestoneRow row) {
        return Stream.of(row.originalBaseline(), row.currentBaseline(), row.forecast(), row.actual())
                .flatMap(Stream::ofNullable)
                .anyMatch(day -> day.status() == EntryStatus.SUBMITTED);
    }

    private static String lower(MilestoneStatus status) {
        return status.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
