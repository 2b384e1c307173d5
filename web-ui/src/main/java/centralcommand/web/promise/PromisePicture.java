package centralcommand.web.promise;

import centralcommand.query.contract.schedule.Promises;
import centralcommand.query.contract.schedule.Promises.Point;
import centralcommand.query.contract.schedule.Promises.Reference;
import centralcommand.query.contract.schedule.Promises.Risk;
import centralcommand.web.chart.OutcomeChart;
import centralcommand.web.chart.OutcomeChart.Column;
import centralcommand.web.chart.OutcomeChart.Line;
import centralcommand.web.chart.PromiseChart;
import centralcommand.web.chart.PromiseChart.Ahead;
import centralcommand.web.chart.PromiseChart.Kind;
import centralcommand.web.chart.PromiseChart.Mark;
import centralcommand.web.chart.TimelineChart.Period;
import centralcommand.web.time.Wording;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The pictures of one milestone's promises. */
@Component
class PromisePicture {
    private final Wording wording;
    private final PromiseWords words;

    PromisePicture(Wording wording, PromiseWords words) {
        this.wording = wording;
        this.words = words;
    }

    PromiseChart promises(Promises promises) {
        List<Mark> marks = promises.points().stream().map(this::mark).toList();
        return new PromiseChart(
                "promises",
                "What was promised, by the day on which it was",
                words.story(promises.milestone()) + " " + words.warning(promises)
                        + " The table that follows says the same in words.",
                marks,
                promises.standpoint().today(),
                promises.missed(),
                promises.warned(),
                words.shortWarning(promises),
                ahead(promises.reference()));
    }

    private Mark mark(Point point) {
        LocalDate last = point.date();
        LocalDate first = point.first();
        return new Mark(
                switch (point.kind()) {
                    case BASELINE -> Kind.PROMISED;
                    case FORECAST -> Kind.EXPECTED;
                    case DOUBT -> Kind.DOUBTED;
                    case ACTUAL -> Kind.REACHED;
                },
                point.statedOn(),
                last == null || first == null ? null : new Period(first, last),
                words.saidOn(point) + ": " + words.said(point));
    }

    private List<Ahead> ahead(@Nullable Reference reference) {
        return reference == null
                ? List.of()
                : List.of(
                        new Ahead(reference.p50Date(), "half: " + until(reference.p50Date(), reference.p50AtLeast())),
                        new Ahead(
                                reference.p80Date(),
                                "four of five: " + until(reference.p80Date(), reference.p80AtLeast())));
    }

    private static String until(LocalDate day, boolean atLeast) {
        return "%d-%02d%s".formatted(day.getYear(), day.getMonthValue(), atLeast ? " or later" : "");
    }

    @Nullable
    OutcomeChart outcomes(@Nullable Risk risk) {
        if (risk == null) {
            return null;
        }
        List<Line> lines = new ArrayList<>(List.of(
                new Line(risk.p50(), "P50, " + wording.day(risk.p50())),
                new Line(risk.p80(), "P80, " + wording.day(risk.p80()))));
        if (risk.planned() != null && risk.plannedShare() != null) {
            lines.add(new Line(
                    risk.planned(),
                    "on file, P%d, %s"
                            .formatted(PromiseWords.percentile(risk.plannedShare()), wording.day(risk.planned()))));
        }
        return new OutcomeChart(
                "outcomes",
                "When it came out, in " + wording.count(risk.trials()) + " trials",
                words.risk(risk) + " The table that follows says the same in figures.",
                risk.bins().stream()
                        .map(bin -> new Column(
                                bin.from(),
                                bin.to(),
                                bin.trials(),
                                "%s to %s: %s trials"
                                        .formatted(
                                                wording.day(bin.from()),
                                                wording.day(bin.to()),
                                                wording.count(bin.trials()))))
                        .toList(),
                lines);
    }
}
