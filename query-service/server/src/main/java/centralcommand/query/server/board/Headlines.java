package centralcommand.query.server.board;

import centralcommand.command.contract.capacity.CapacityEvent.CapacityTargetSet;
import centralcommand.command.contract.funding.FundingColumn;
import centralcommand.command.contract.shared.Tonnes;
import centralcommand.query.contract.board.Headline;
import centralcommand.query.contract.board.Headline.Subject;
import centralcommand.query.contract.board.MilestoneStatus;
import centralcommand.query.contract.capacity.Capacity;
import centralcommand.query.contract.capacity.Capacity.Group;
import centralcommand.query.contract.funding.Funding.ColumnTotal;
import centralcommand.query.contract.funding.FundingRow;
import centralcommand.query.server.capacity.CapacityView;
import centralcommand.query.server.funding.FundingView;
import centralcommand.query.server.network.Disclosure;
import centralcommand.query.server.network.Outlook.Hidden;
import centralcommand.query.server.portfolio.Digest;
import centralcommand.query.server.portfolio.Milestone;
import centralcommand.query.server.portfolio.Milestone.Dated;
import centralcommand.query.server.portfolio.Milestone.Slip;
import centralcommand.query.server.portfolio.Milestone.Word;
import centralcommand.query.server.portfolio.Pause;
import centralcommand.query.server.view.Figures;
import centralcommand.query.server.view.Filter;
import centralcommand.query.server.view.Sight;
import centralcommand.query.server.view.Words;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tonnes, time and money in one sentence or two each, over all that the viewer sees. */
final class Headlines {
    private static final int LONGEST_QUOTE = 160;
    /** Output of longer ago says nothing of what is made now. */
    private static final int YEARS_BACK = 10;

    private Headlines() {}

    static List<Headline> of(Sight sight) {
        return List.of(tonnes(sight), time(sight), money(sight));
    }

    private static Headline time(Sight sight) {
        Sentence sentence = new Sentence();
        YearMonth thisMonth = YearMonth.from(sight.today());
        BadNews.latest(sight)
                .ifPresentOrElse(
                        news -> news(sentence, thisMonth, news),
                        () -> sentence.say("No date has been moved out or doubted."));
        largestSlip(sight).ifPresent(milestone -> slip(sight, sentence, milestone));
        hiddenSlips(sight, sentence);
        return sentence.about(Subject.TIME);
    }

    private static void news(Sentence sentence, YearMonth thisMonth, BadNews.Month news) {
        if (!news.month().equals(thisMonth)) {
            sentence.say("Nothing stated in %s made a date worse; the latest bad news is of %s, when "
                    .formatted(Words.month(thisMonth), Words.month(news.month())));
        } else {
            sentence.say("This month, ");
        }
        BadNews.Item worst = news.worst();
        sentence.figure(Words.count(news.milestones(), "date", "dates"), Figures.badNews(news.month()))
                .say(" got worse, %s “%s” "
                        .formatted(
                                news.milestones() == 1 ? "that of" : "most of all that of",
                                worst.milestone().title()));
        if (worst.word().isDoubt()) {
            sentence.figure("now in doubt", Figures.status(worst.milestone().id()));
        } else {
            sentence.say("by ")
                    .figure(
                            Words.days(worst.moveDays()),
                            Figures.slip(worst.milestone().id()));
        }
        sentence.say(why(worst.word())).say(".");
    }

    private static Optional<Milestone> largestSlip(Sight sight) {
        return sight.portfolio().digests().stream()
                .filter(digest -> !digest.closed())
                .filter(digest -> digest.milestone().isLate(digest.slip()))
                .map(Digest::milestone)
                .findFirst();
    }

    private static long slipDays(Milestone milestone) {
        Slip slip = milestone.slipVsOriginal();
        return slip == null ? 0 : slip.days();
    }

    private static void slip(Sight sight, Sentence sentence, Milestone milestone) {
        Slip slip = milestone.slipVsOriginal();
        List<Long> interval = slip == null ? null : slip.interval();
        sentence.say(" The largest slip still open is “%s” (%s): "
                        .formatted(milestone.title(), sight.portfolio().leader(milestone.program(), sight.today())))
                .figure(Words.days(slipDays(milestone)), Figures.slip(milestone.id()));
        if (interval != null) {
            sentence.say(" (between %s and %s)"
                    .formatted(Words.days(interval.getFirst()).replace(" days", ""), Words.days(interval.getLast())));
        }
        sentence.say(" after its first promise");
        milestone.latestSetback().ifPresent(word -> sentence.say(why(word)));
        Dated onFile = milestone.onFile();
        if (onFile != null && milestone.status(sight.today()) == MilestoneStatus.NO_REPORT) {
            sentence.say("; its date on file, ")
                    .figure(Words.day(onFile.stated().date()), Figures.status(milestone.id()))
                    .say(", has passed without a word");
        }
        sentence.say(".");
    }

    private static void hiddenSlips(Sight sight, Sentence sentence) {
        Collection<Hidden> slips = Disclosure.outlook(sight).hidden().values();
        slips.stream()
                .max(Comparator.comparingLong(Hidden::days)
                        .thenComparing(slip -> slip.milestone().id().value(), Comparator.reverseOrder()))
                .ifPresent(largest -> sentence.say(" ")
                        .figure(Words.count(slips.size(), "date is", "dates are"), Figures.HIDDEN_SLIPS)
                        .say(" earlier than what %s for allows, %s “%s”: "
                                .formatted(
                                        slips.size() == 1 ? "it waits" : "they wait",
                                        slips.size() == 1 ? "that of" : "most of all that of",
                                        largest.milestone().title()))
                        .figure(
                                Words.days(largest.days()),
                                Figures.implied(largest.milestone().id()))
                        .say("."));
    }

    private static String why(Word word) {
        Why why = Why.of(word.entry());
        String cause = why.cause() == null ? "" : Words.plain(why.cause());
        String narrative = quoted(why.narrative());
        Pause pause = word.pause();
        String stoodStill = pause == null ? "" : "; the work was paused: " + Words.plain(pause.reason());
        if (cause.isEmpty() && narrative.isEmpty()) {
            return pause == null ? "; no cause was given" : stoodStill;
        }
        return stoodStill + "; reported cause: " + cause + (cause.isEmpty() || narrative.isEmpty() ? "" : ", ")
                + narrative;
    }

    private static String quoted(String text) {
        String stripped = text.strip().replaceAll("\\.$", "");
        if (stripped.isEmpty()) {
            return "";
        }
        return "“" + shortened(stripped) + "”";
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_QUOTE
                ? text
                : text.substring(0, LONGEST_QUOTE).strip() + "…";
    }

    private static Headline money(Sight sight) {
        List<FundingRow> rows = FundingView.rows(sight, Filter.ALL);
        if (rows.isEmpty()) {
            return new Sentence().say("No money is on file.").about(Subject.MONEY);
        }
        List<ColumnTotal> totals = FundingView.columns(rows, Filter.ALL);
        Sentence sentence = new Sentence();
        column(sentence, totals, FundingColumn.SAID, "", " said, ");
        column(sentence, totals, FundingColumn.CONDITIONAL, "", " conditional, ");
        column(sentence, totals, FundingColumn.BOUND, "", " bound");
        int without = totals.stream()
                .filter(total -> total.column() == FundingColumn.BOUND)
                .mapToInt(ColumnTotal::withoutAmount)
                .sum();
        if (without > 0) {
            sentence.say(" (and %s without an amount)".formatted(Words.count(without, "line", "lines")));
        }
        column(sentence, totals, FundingColumn.PAID, " and ", " paid; ");
        column(sentence, totals, FundingColumn.UNKNOWN, "of ", " the sources do not say how firm it is, and ");
        column(sentence, totals, FundingColumn.AUTHORITY, "", " is authority to spend, no deal.");
        int leftOut = totals.stream().mapToInt(ColumnTotal::leftOut).sum();
        return sentence.say(" These are never added to each other")
                .say(
                        leftOut == 0
                                ? "."
                                : "; %s left out as replaced by or part of another."
                                        .formatted(Words.count(leftOut, "line is", "lines are")))
                .about(Subject.MONEY);
    }

    private static void column(
            Sentence sentence, List<ColumnTotal> totals, FundingColumn column, String before, String after) {
        List<ColumnTotal> ofColumn =
                totals.stream().filter(total -> total.column() == column).toList();
        sentence.say(before);
        for (int i = 0; i < ofColumn.size(); i++) {
            sentence.say(i == 0 ? "" : " and ")
                    .figure(
                            Words.shortMoney(ofColumn.get(i).total()),
                            ofColumn.get(i).figure());
        }
        sentence.say(after);
    }

    private static Headline tonnes(Sight sight) {
        return CapacityView.nearestTarget(sight)
                .map(target -> tonnes(sight, target))
                .orElseGet(() -> new Sentence().say("No target with a tonnage and a year to come is on file."))
                .about(Subject.TONNES);
    }

    private static Sentence tonnes(Sight sight, CapacityTargetSet target) {
        int year = target.year() == null ? sight.today().getYear() : target.year();
        Group group = CapacityView.group(sight, target.material(), target.stage(), year, Filter.ALL);
        Tonnes wanted = target.tonnesPerYear();
        Sentence sentence = new Sentence()
                .say("For %d, ".formatted(year))
                .figure(amount(group.planned()), group.figure() + ".planned")
                .say(" of %s a year are planned and ".formatted(Words.material(target.material())))
                .figure(amount(group.nameplate()), group.figure() + ".nameplate")
                .say(" installed, against a %s of ".formatted(Words.plain(target.kind())))
                .figure(amount(wanted), group.figure() + ".targets")
                .say(" (%s); ".formatted(basis(target)));
        output(sight, sentence, target, year);
        CapacityView.bindingStage(sight)
                .ifPresent(stage -> sentence.say(
                        " As far as figures are on file, the stage that holds the chain back is %s.".formatted(stage)));
        List<Capacity.Row> shaky = ShakyPlans.rows(sight, target.material(), target.stage(), year);
        if (shaky.isEmpty()) {
            return sentence.say(" No plan among them has a date that is late, in doubt or silent.");
        }
        Tonnes atRisk = sum(shaky);
        BigDecimal planned =
                group.planned() == null ? BigDecimal.ZERO : group.planned().value();
        return sentence.say(" Of the plans, ")
                .figure(amount(atRisk), group.figure() + ".doubtful")
                .say(
                        " belong to programs with a date that is late, in doubt or passed in silence; %s are left without them."
                                .formatted(Words.tonnes(new Tonnes(planned.subtract(atRisk.value())))));
    }

    /** A source's basis often begins with the kind, which the sentence has named already. */
    private static String basis(CapacityTargetSet target) {
        return shortened(target.basis().replaceFirst("^[A-Z_]+: *", ""));
    }

    private static void output(Sight sight, Sentence sentence, CapacityTargetSet target, int year) {
        int latest = Math.min(year, sight.today().getYear());
        for (int made = latest; made > latest - YEARS_BACK; made--) {
            Group group = CapacityView.group(sight, target.material(), target.stage(), made, Filter.ALL);
            if (group.actual() != null) {
                sentence.figure(amount(group.actual()), group.figure() + ".actual")
                        .say(" were made in %d.".formatted(made));
                return;
            }
        }
        sentence.say("what is made of them now is not on file.");
    }

    private static Tonnes sum(List<Capacity.Row> rows) {
        return new Tonnes(rows.stream().map(row -> row.tonnes().value()).reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    private static String amount(@Nullable Tonnes tonnes) {
        return tonnes == null ? "no tonnage" : Words.tonnes(tonnes);
    }
}
