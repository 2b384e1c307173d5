package centralcommand.query.server.promise;

import static java.time.temporal.ChronoUnit.MONTHS;

import centralcommand.query.contract.schedule.Promises.Bin;
import centralcommand.schedule.risk.Outcomes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** How outcomes divide by months, or by several months where there would be too many; the last one in twenty stands together. */
final class Bins {
    private static final int MOST = 24;
    private static final double TAIL = 0.95;
    private static final int[] WIDTHS = {1, 2, 3, 6, 12, 24, 60, 120};

    private Bins() {}

    static List<Bin> of(Outcomes outcomes, int trials) {
        LocalDate first = RiskView.day(outcomes.percentile(0)).withDayOfMonth(1);
        LocalDate tail = RiskView.day(outcomes.percentile(TAIL));
        LocalDate last = RiskView.day(outcomes.percentile(1));
        long months = MONTHS.between(first, tail) + 1;
        int width = IntStream.of(WIDTHS)
                .filter(each -> Math.ceilDiv(months, each) <= MOST)
                .findFirst()
                .orElse((int) Math.ceilDiv(months, MOST));
        List<Bin> bins = new ArrayList<>();
        int counted = 0;
        LocalDate from = first;
        while (!from.isAfter(tail)) {
            LocalDate to = from.plusMonths(width).minusDays(1);
            int upTo = (int) Math.round(outcomes.shareUpTo(RiskView.end(to)) * trials);
            bins.add(new Bin(from, to, upTo - counted));
            counted = upTo;
            from = to.plusDays(1);
        }
        if (counted < trials) {
            bins.add(new Bin(from, last, trials - counted));
        }
        return List.copyOf(bins);
    }
}
