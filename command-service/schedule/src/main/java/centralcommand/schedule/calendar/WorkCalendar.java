package centralcommand.schedule.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The days on which somebody works, from 1978, when federal holidays came to be as they are, to 2199. Nobody works outside of it.
 *
 * <p>Networks count in <em>bounds</em>: a bound is the midnight at the beginning of a day, given by that day's epoch day. What is done in a day
 * ends at the bound of the next one. Working days are numbered from 0. What lies outside of the calendar is moved to its end.
 */
public final class WorkCalendar {
    private static final LocalDate FIRST = LocalDate.of(FederalHoliday.FIRST_YEAR, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2199, 12, 31);
    private static final int BASE = Math.toIntExact(FIRST.toEpochDay());
    private static final int LENGTH = Math.toIntExact(LAST.toEpochDay()) - BASE + 1;

    /** Every day is worked: durations are calendar days. */
    public static final WorkCalendar EVERY_DAY = new WorkCalendar(everyDay(), List.of());

    private final List<Closure> closures;

    /** Epoch day of each working day. */
    private final int[] days;

    /** Working days before each day. */
    private final int[] before;

    private WorkCalendar(BitSet worked, List<Closure> closures) {
        this.closures = closures;
        days = worked.stream().map(day -> day + BASE).toArray();
        before = new int[LENGTH + 1];
        for (var day = 0; day < LENGTH; day++) {
            before[day + 1] = before[day] + (worked.get(day) ? 1 : 0);
        }
    }

    private static BitSet everyDay() {
        var worked = new BitSet(LENGTH);
        worked.set(0, LENGTH);
        return worked;
    }

    /** Monday to Friday without federal holidays and without these closures. */
    public static WorkCalendar federal(Collection<Closure> closures) {
        var worked = everyDay();
        for (var day = 0; day < LENGTH; day++) {
            worked.set(day, !isWeekend(FIRST.plusDays(day)));
        }
        holidays().forEach(day -> close(worked, day, day));
        closures.forEach(closure -> close(worked, closure.first(), closure.last()));
        return new WorkCalendar(worked, List.copyOf(closures));
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    private static Stream<LocalDate> holidays() {
        return Arrays.stream(FederalHoliday.values())
                .flatMap(holiday -> Stream.iterate(
                                FIRST.getYear(), year -> year <= LAST.getYear() + 1, year -> year + 1)
                        .flatMap(year -> holiday.observed(year).stream()));
    }

    private static void close(BitSet worked, LocalDate first, LocalDate last) {
        var from = Math.max(0, first.toEpochDay() - BASE);
        var to = Math.min(LENGTH, last.toEpochDay() - BASE + 1);
        if (from < to) {
            worked.clear((int) from, (int) to);
        }
    }

    public boolean isWorkingDay(LocalDate day) {
        return completed(bound(day) + 1) > completed(bound(day));
    }

    /** Why nobody works on a day that is no weekend; nothing if it is worked or a weekend. */
    public Optional<String> closedFor(LocalDate day) {
        if (isWeekend(day) || isWorkingDay(day)) {
            return Optional.empty();
        }
        return closures.stream()
                .filter(closure -> closure.includes(day))
                .map(Closure::reason)
                .findFirst()
                .or(() -> Arrays.stream(FederalHoliday.values())
                        .filter(holiday -> Stream.of(day.getYear(), day.getYear() + 1)
                                .anyMatch(year -> holiday.observed(year)
                                        .filter(day::equals)
                                        .isPresent()))
                        .map(FederalHoliday::title)
                        .findFirst());
    }

    /**
     * The day that is so many working days later: for a notice that falls on the fifth business day after, 5.
     *
     * @param workingDays at least 1
     */
    public LocalDate after(LocalDate day, int workingDays) {
        if (workingDays < 1) {
            throw new IllegalArgumentException("Count at least one working day, not %d.".formatted(workingDays));
        }
        var number = (long) completed(bound(day) + 1) + workingDays - 1;
        return LocalDate.ofEpochDay(start(Math.clamp(number, 0, LENGTH)));
    }

    /** Working days from a day on to before another; negative if that is earlier. */
    public int workingDays(LocalDate from, LocalDate to) {
        return completed(bound(to)) - completed(bound(from));
    }

    private static int bound(LocalDate day) {
        return Math.clamp(day.toEpochDay(), BASE - 1, BASE + LENGTH);
    }

    // ---- for networks

    /** How many working days are over at the bound. */
    public int completed(int bound) {
        return before[Math.clamp((long) bound - BASE, 0, LENGTH)];
    }

    /** The bound at which the working day of that number begins. */
    public int start(int number) {
        return days[Math.clamp(number, 0, days.length - 1)];
    }

    /** The earliest bound at which so many working days are over. */
    public int end(int count) {
        return count <= 0 ? BASE : start(count - 1) + 1;
    }

    /** The latest bound at which no more than so many working days are over. */
    public int endAtLatest(int count) {
        return count >= days.length ? BASE + LENGTH : start(count);
    }

    /** The earliest count of working days that are over at the bound or later. */
    public int completedNotBefore(int bound) {
        var completed = completed(bound);
        return end(completed) >= bound ? completed : completed + 1;
    }
}
