package centralcommand.query.server.promise;

import centralcommand.command.contract.schedule.MilestoneId;
import centralcommand.command.contract.schedule.ScheduleEvent;
import centralcommand.command.contract.schedule.ScheduleEvent.ActualReported;
import centralcommand.command.contract.schedule.ScheduleEvent.DoubtReported;
import centralcommand.query.contract.board.MilestoneRow;
import centralcommand.query.contract.schedule.Promises;
import centralcommand.query.contract.schedule.Promises.Kind;
import centralcommand.query.contract.schedule.Promises.Point;
import centralcommand.query.server.board.MilestoneRows;
import centralcommand.query.server.portfolio.Fact;
import centralcommand.query.server.portfolio.Milestone;
import centralcommand.query.server.portfolio.Milestone.Dated;
import centralcommand.query.server.portfolio.Milestone.Word;
import centralcommand.query.server.view.BadQuery;
import centralcommand.query.server.view.Figures;
import centralcommand.query.server.view.Sight;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Everything that was promised of one milestone, by the day on which it was. */
final class PromisesView {
    private PromisesView() {}

    /** @throws BadQuery if there is no such milestone for the audience */
    static Promises of(Sight sight, MilestoneId id) {
        Milestone milestone = sight.portfolio()
                .milestone(id)
                .orElseThrow(
                        () -> BadQuery.unknown("milestoneId", "There is no milestone " + id + " that you may see."));
        MilestoneRow row = MilestoneRows.rows(sight, List.of(milestone)).getFirst();
        Warning warning = Behind.warning(sight, milestone);
        KnownPromises known = KnownPromises.of(sight);
        ReferenceView reference = ReferenceView.of(sight, milestone, known);
        RiskView risk = RiskView.of(sight, milestone, known);
        return new Promises(
                sight.standpoint(),
                row,
                points(sight, milestone),
                warning.missedOn(),
                warning.warnedOn(),
                warning.datedBackTo(),
                warning.days(),
                Figures.warning(id),
                reference.reference(),
                reference.note(),
                risk.risk(),
                risk.note());
    }

    private static List<Point> points(Sight sight, Milestone milestone) {
        Stream<Point> promised = Promise.of(milestone).stream()
                .filter(Promise::inBaseline)
                .map(promise -> point(
                        sight, Kind.BASELINE, promise.dated(), promise.dated().entry(), promise.statedOn(), ""));
        Stream<Point> said = milestone.words().stream().map(word -> said(sight, milestone, word));
        return Stream.concat(promised, said)
                .sorted(Comparator.comparing(Point::statedOn).thenComparing(Point::position))
                .toList();
    }

    private static Point said(Sight sight, Milestone milestone, Word word) {
        ScheduleEvent event = word.entry().event();
        LocalDate known = milestone.knownFrom(word);
        return event instanceof DoubtReported doubt
                ? point(sight, Kind.DOUBT, null, word.entry(), known, doubt.asStated())
                : point(
                        sight,
                        event instanceof ActualReported ? Kind.ACTUAL : Kind.FORECAST,
                        word.dated(),
                        word.entry(),
                        known,
                        "");
    }

    private static Point point(
            Sight sight,
            Kind kind,
            @Nullable Dated dated,
            Fact<? extends ScheduleEvent> entry,
            LocalDate known,
            String words) {
        return new Point(
                kind,
                entry.saidOn(),
                known.equals(entry.saidOn()) ? null : known,
                dated == null ? null : dated.stated().date(),
                dated == null ? null : dated.stated().first(),
                dated == null ? null : dated.stated().precision(),
                dated == null ? words : dated.stated().asStated(),
                entry.position(),
                sight.portfolio().clearance().statusOf(entry),
                entry.marking());
    }
}
