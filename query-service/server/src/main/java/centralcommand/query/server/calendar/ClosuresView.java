package centralcommand.query.server.calendar;

import centralcommand.command.contract.calendar.CalendarEvent.ClosureDeclared;
import centralcommand.query.contract.calendar.Closures;
import centralcommand.query.contract.calendar.Closures.Holiday;
import centralcommand.query.contract.calendar.Closures.Row;
import centralcommand.query.server.portfolio.Closing;
import centralcommand.query.server.view.Sight;
import centralcommand.schedule.calendar.FederalHoliday;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The days without work of this year and the next, and every closure that was declared. */
final class ClosuresView {
    private ClosuresView() {}

    static Closures of(Sight sight) {
        return new Closures(
                sight.standpoint(),
                holidays(sight.today().getYear()),
                sight.portfolio().closures().stream()
                        .map(ClosuresView::row)
                        .sorted(Comparator.comparing(Row::first)
                                .reversed()
                                .thenComparing(row -> row.closureId().value()))
                        .toList());
    }

    private static List<Holiday> holidays(int year) {
        return Stream.of(year, year + 1)
                .flatMap(each -> Arrays.stream(FederalHoliday.values())
                        .map(holiday -> holiday.legal(each)
                                .flatMap(day -> holiday.observed(each)
                                        .map(observed -> new Holiday(holiday.title(), day, observed))))
                        .flatMap(Optional::stream))
                .sorted(Comparator.comparing(Holiday::observed))
                .toList();
    }

    private static Row row(Closing closing) {
        ClosureDeclared declared = closing.declared().event();
        return new Row(
                declared.closureId(),
                declared.agency(),
                declared.kind(),
                declared.first(),
                closing.last(),
                declared.reason(),
                declared.provenance().source(),
                declared.provenance().statedOn(),
                closing.declared().position());
    }
}
