package centralcommand.query.server.lineage;

import centralcommand.command.contract.program.ProgramId;
import centralcommand.command.contract.schedule.MilestoneId;
import centralcommand.query.contract.history.Lineage;
import centralcommand.query.server.portfolio.Milestone;
import centralcommand.query.server.portfolio.Milestone.Dated;
import centralcommand.query.server.portfolio.Portfolio;
import centralcommand.query.server.portfolio.Program;
import centralcommand.query.server.portfolio.Rebaseline;
import centralcommand.query.server.program.AsDecided;
import centralcommand.query.server.view.FigureId;
import centralcommand.query.server.view.Words;
import org.jspecify.annotations.Nullable;

/** Behind a date that was asked for: the promises it is held against, the request, its decision, and what is expected. */
final class RebaselineLineage {
    private RebaselineLineage() {}

    static Lineage change(Working working, String figure, FigureId id) {
        Portfolio portfolio = working.sight().portfolio();
        Program program = portfolio.program(new ProgramId(id.part(1))).orElseThrow();
        int number = Integer.parseInt(id.part(2));
        MilestoneId milestoneId = new MilestoneId(id.part(3));
        Rebaseline rebaseline = portfolio.rebaselines(program.id()).stream()
                .filter(each -> each.number() == number)
                .findFirst()
                .orElseThrow();
        AsDecided decided = AsDecided.of(
                working.sight(),
                AsDecided.knownTo(working.sight(), rebaseline),
                rebaseline,
                rebaseline.asks(milestoneId).orElseThrow());
        Dated after = decided.asked();
        Dated original = decided.original();
        Dated before = decided.before();
        Dated expected = decided.expectedUntil();
        Dated since = decided.expectedOnce();

        add(working, original, "first promised ");
        if (before != null && !before.equals(original)) {
            add(working, before, "promised before ");
        }
        add(working, after, "asked for ");
        if (rebaseline.verdict() != null) {
            working.add(rebaseline.verdict(), rebaseline.isApproved() ? "approved" : "declined");
        }
        addExpected(working, expected, before, after);
        if (since != null && !since.equals(expected)) {
            addExpected(working, since, before, after);
        }
        return working.is(
                figure,
                "Another date of “%s”, asked for by number %d"
                        .formatted(
                                portfolio
                                        .milestone(milestoneId)
                                        .map(Milestone::title)
                                        .orElse(milestoneId.value()),
                                number),
                before == null ? "none" : Words.days(after.daysAfter(before)),
                subtraction("It moves the promise before by ", before, after)
                        + subtraction(" It moves the first promise by ", original, after)
                        + slips(
                                rebaseline.isPending() ? " As things are" : " When it was decided",
                                original,
                                before,
                                after,
                                expected)
                        + slips(
                                rebaseline.isPending() ? " Once approved" : " As things are",
                                original,
                                before,
                                after,
                                since));
    }

    private static String slips(
            String when, @Nullable Dated original, @Nullable Dated before, Dated after, @Nullable Dated expected) {
        return subtraction(when + ", slip against the first promise: ", original, expected)
                + subtraction(when + ", slip against the promise before: ", before, expected)
                + subtraction(when + ", slip against the date asked for: ", after, expected);
    }

    /** A promise that is itself expected is listed as one already. */
    private static void addExpected(Working working, @Nullable Dated expected, @Nullable Dated before, Dated after) {
        if (expected != null && !expected.equals(before) && !expected.equals(after)) {
            add(working, expected, "expected or reached ");
        }
    }

    private static void add(Working working, @Nullable Dated dated, String what) {
        if (dated != null) {
            working.add(dated.entry(), what + dated.stated().date());
        }
    }

    private static String subtraction(String what, @Nullable Dated from, @Nullable Dated to) {
        return from == null || to == null
                ? ""
                : "%s%s − %s = %s."
                        .formatted(what, to.stated().date(), from.stated().date(), Words.days(to.daysAfter(from)));
    }
}
