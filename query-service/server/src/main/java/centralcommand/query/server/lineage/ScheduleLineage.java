package centralcommand.query.server.lineage;

import centralcommand.command.contract.program.ProgramId;
import centralcommand.command.contract.schedule.ActivityEvent.DurationEstimated;
import centralcommand.command.contract.schedule.ActivityEvent.MilestoneResumed;
import centralcommand.command.contract.schedule.MilestoneId;
import centralcommand.command.contract.schedule.ScheduleEvent;
import centralcommand.command.contract.schedule.ScheduleEvent.ConfirmedUnchanged;
import centralcommand.command.contract.shared.Precision;
import centralcommand.query.contract.board.Coverage;
import centralcommand.query.contract.history.Lineage;
import centralcommand.query.contract.program.ProgramStatus;
import centralcommand.query.server.board.BadNews;
import centralcommand.query.server.coverage.Coverages;
import centralcommand.query.server.portfolio.Fact;
import centralcommand.query.server.portfolio.Milestone;
import centralcommand.query.server.portfolio.Milestone.Dated;
import centralcommand.query.server.portfolio.Milestone.Slip;
import centralcommand.query.server.portfolio.Milestone.Word;
import centralcommand.query.server.portfolio.Pause;
import centralcommand.query.server.portfolio.Program;
import centralcommand.query.server.view.FigureId;
import centralcommand.query.server.view.Sight;
import centralcommand.query.server.view.Words;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Behind dates, slips, statuses and coverage. */
final class ScheduleLineage {
    private ScheduleLineage() {}

    static Lineage coverage(Working working, String figure) {
        Sight sight = working.sight();
        Set<Program> without = new HashSet<>(Coverages.withoutDate(sight));
        sight.portfolio().programs().stream()
                .filter(program -> program.status() != ProgramStatus.CANCELLED)
                .forEach(program -> working.add(
                        program.proposal(),
                        without.contains(program) ? "+ 1 without a dated milestone" : "+ 1 with a dated milestone"));
        Coverage coverage = Coverages.of(sight);
        return working.is(
                figure,
                "Programs without a dated milestone",
                coverage.withoutDatedMilestone() + " of " + coverage.programs(),
                "%d programs − %d with a dated milestone = %d."
                        .formatted(
                                coverage.programs(),
                                coverage.programs() - coverage.withoutDatedMilestone(),
                                coverage.withoutDatedMilestone()));
    }

    static Lineage slip(Working working, String figure, FigureId id) {
        Milestone milestone = milestone(working.sight(), id);
        Dated base = milestone.original();
        Dated now = milestone.expected();
        add(working, base, "original baseline ");
        if (now != null) {
            add(
                    working,
                    now,
                    now.isRebaselined() ? "promised anew " : now.equals(milestone.actual()) ? "reached " : "expected ");
            addPause(working, milestone, now);
        }
        Slip slip = milestone.slipVsOriginal();
        String title = "Slip of “" + milestone.title() + "” against its original baseline";
        if (slip == null || base == null || now == null) {
            return working.is(
                    figure,
                    title,
                    "none",
                    base == null
                            ? "No date was ever promised, so there is nothing to slip against."
                            : "No date has been reported since the promise, so no slip is known.");
        }
        return working.is(
                figure,
                title,
                Words.days(slip.days()),
                equation(base, now, slip) + againstCurrent(working, milestone, now));
    }

    /** The other slip of a milestone that was promised anew, so that neither is ever seen alone. */
    private static String againstCurrent(Working working, Milestone milestone, Dated now) {
        Dated current = milestone.current();
        if (current == null || !current.isRebaselined()) {
            return "";
        }
        if (!current.equals(now)) {
            add(working, current, "current baseline ");
        }
        return " Against the current baseline: " + equation(current, now, Slip.between(current, now));
    }

    private static String equation(Dated base, Dated now, Slip slip) {
        List<Long> interval = slip.interval();
        return "%s − %s = %s%s%s"
                .formatted(
                        now.stated().date(),
                        base.stated().date(),
                        Words.days(slip.days()),
                        interval == null
                                ? "."
                                : "; at least %s − %s = %s, at most %s − %s = %s."
                                        .formatted(
                                                now.stated().first(),
                                                base.stated().date(),
                                                Words.days(interval.getFirst()),
                                                now.stated().date(),
                                                base.stated().first(),
                                                Words.days(interval.getLast())),
                        slip.withinPrecision()
                                ? " That is less than the coarser period (%s or %s), so it is no slip."
                                        .formatted(
                                                Words.plain(base.stated().precision()),
                                                Words.plain(now.stated().precision()))
                                : "");
    }

    static Lineage date(Working working, String figure, FigureId id) {
        Milestone milestone = milestone(working.sight(), id);
        String which = id.part(2);
        Dated dated = switch (which) {
            case "original" -> milestone.original();
            case "current" -> milestone.current();
            case "forecast" -> milestone.forecast();
            case "actual" -> milestone.actual();
            default -> throw new IllegalArgumentException("There is no such date.");
        };
        boolean promised = which.equals("original") || which.equals("current");
        String title = "“" + milestone.title() + "”, "
                + switch (which) {
                    case "original" -> "original baseline";
                    case "current" -> "current baseline";
                    case "forecast" -> "expected";
                    default -> "reached";
                };
        if (dated == null) {
            return working.is(figure, title, "none", "No entry that stands says so.");
        }
        add(working, dated, "");
        addPause(working, milestone, dated);
        return working.is(
                figure,
                title,
                dated.stated().date().toString(),
                promised
                        ? "The date that was approved %s."
                                .formatted(which.equals("original") ? "first; nothing changes it" : "last")
                        : "Of all reports that stand the one stated last, on %s; of one day the one recorded last."
                                .formatted(dated.entry().saidOn()));
    }

    static Lineage status(Working working, String figure, FigureId id) {
        Sight sight = working.sight();
        Milestone milestone = milestone(sight, id);
        add(working, milestone.current(), "current baseline ");
        milestone.heard().forEach(fact -> working.add(fact, said(milestone, fact)));
        milestone.work().pauses().forEach(pause -> addTurns(working, pause));
        return working.is(
                figure,
                "Status of “" + milestone.title() + "”",
                Words.plain(milestone.status(sight.today())),
                switch (milestone.status(sight.today())) {
                    case ON_TRACK -> "The date on file is yet to come and no later than promised, within precision.";
                    case LATE -> "The date on file lies after the current baseline by more than precision.";
                    case DONE -> "It was reached no later than promised, within precision.";
                    case DONE_LATE -> "It was reached after the current baseline by more than precision.";
                    case IN_DOUBT -> "The latest word on it is a doubt, and no other date was given.";
                    case NO_REPORT ->
                        "The date on file has passed by %s and nobody has said anything: unknown, not late."
                                .formatted(sight.today());
                    case NO_DATE -> "No date was ever published for it.";
                    case PAUSED ->
                        milestone
                                .pause(sight.today())
                                .map(ScheduleLineage::standing)
                                .orElse("Its program is suspended.");
                    case WITHDRAWN -> "Its program is cancelled.";
                });
    }

    private static String standing(Pause pause) {
        return "Its work stands still: %s. It was last stated on %s, and holds until %s unless it is renewed."
                .formatted(Words.plain(pause.reason()), pause.latest().saidOn(), pause.heldUntil());
    }

    static Lineage margin(Working working, String figure, FigureId id) {
        Milestone milestone = milestone(working.sight(), id);
        Integer left = milestone.marginLeftDays();
        Fact<DurationEstimated> setAside = milestone.work().estimate();
        String title = "What is left of “" + milestone.title() + "”";
        if (left == null || setAside == null) {
            return working.is(figure, title, "none", "Nobody has said how many working days were set aside.");
        }
        int days = setAside.event().likelyDays();
        working.add(setAside, "+ " + days);
        milestone
                .work()
                .uses()
                .forEach(use -> working.add(use, "− " + use.event().workingDays()));
        return working.is(
                figure,
                title,
                left + (left == 1 ? " working day" : " working days"),
                "%d set aside − %d used = %d working days."
                        .formatted(days, milestone.work().usedDays(), left));
    }

    /** The entries of the pause that moved a date, where one did. */
    private static void addPause(Working working, Milestone milestone, Dated dated) {
        milestone.words().stream()
                .filter(word -> dated.equals(word.dated()))
                .map(Word::pause)
                .filter(Objects::nonNull)
                .forEach(pause -> addTurns(working, pause));
    }

    private static void addTurns(Working working, Pause pause) {
        pause.said().forEach(fact -> working.add(fact, "paused: " + Words.plain(pause.reason())));
        Fact<? extends ScheduleEvent> end = pause.end();
        if (end != null && end.event() instanceof MilestoneResumed) {
            working.add(end, "resumed");
        }
    }

    static Lineage program(Working working, String figure, FigureId id) {
        Program program =
                working.sight().portfolio().program(new ProgramId(id.part(1))).orElseThrow();
        working.add(program.proposal(), "put forward");
        if (program.decision() != null) {
            working.add(program.decision(), Words.plain(program.status()));
        }
        return working.is(
                figure,
                "Status of “" + program.name() + "”",
                Words.plain(program.status()),
                "The latest act of the czar's office on it; proposed until there is one.");
    }

    static Lineage badNews(Working working, String figure, FigureId id) {
        YearMonth month = YearMonth.parse(id.part(1));
        List<BadNews.Item> items = BadNews.in(working.sight(), month);
        items.forEach(item -> working.add(item.word().entry(), news(item)));
        long milestones =
                items.stream().map(item -> item.milestone().id()).distinct().count();
        return working.is(
                figure,
                "Dates that got worse by what was stated in " + Words.month(month),
                Words.count(milestones, "date", "dates"),
                "%s of %s moved a date out by more than precision, or doubted it."
                        .formatted(
                                Words.count(items.size(), "report", "reports"),
                                Words.count(milestones, "milestone", "milestones")));
    }

    private static String news(BadNews.Item item) {
        return "“" + item.milestone().title() + "”: "
                + (item.word().isDoubt() ? "in doubt" : "+ " + Words.days(item.moveDays()));
    }

    private static String said(Milestone milestone, Fact<ScheduleEvent> fact) {
        if (fact.event() instanceof ConfirmedUnchanged) {
            return "confirmed as on file";
        }
        return milestone.words().stream()
                .filter(word -> word.entry().equals(fact))
                .findFirst()
                .map(Word::dated)
                .map(ScheduleLineage::written)
                .orElse("in doubt");
    }

    private static Milestone milestone(Sight sight, FigureId id) {
        return sight.portfolio().milestone(new MilestoneId(id.part(1))).orElseThrow();
    }

    private static void add(Working working, @Nullable Dated dated, String what) {
        Stream.ofNullable(dated).forEach(each -> {
            working.add(each.entry(), what + written(each));
            each.replacement().ifPresent(act -> working.add(act, "approved as the current baseline"));
        });
    }

    private static String written(Dated dated) {
        Precision precision = dated.stated().precision();
        return dated.stated().date() + (precision == Precision.DAY ? "" : " (" + Words.plain(precision) + ")");
    }
}
