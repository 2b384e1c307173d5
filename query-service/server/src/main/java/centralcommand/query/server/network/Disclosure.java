package centralcommand.query.server.network;

import centralcommand.command.contract.schedule.ActivityEvent.HiddenSlipAnswered;
import centralcommand.command.contract.schedule.MilestoneId;
import centralcommand.command.contract.shared.Agency;
import centralcommand.query.server.network.Outlook.Hidden;
import centralcommand.query.server.network.Outlooks.Viewpoint;
import centralcommand.query.server.portfolio.Audience;
import centralcommand.query.server.portfolio.Fact;
import centralcommand.query.server.portfolio.Portfolio;
import centralcommand.query.server.view.Sight;
import centralcommand.schedule.calendar.WorkCalendar;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who may see a hidden slip: the owner's agency and auditors at once; all others when the owner has answered it to its date, or when two of the owner's
 * business days have passed in which the owner could see it and answer. Nothing of this is stored: the world is looked at as it stood at the
 * end of earlier days.
 *
 * <p>A slip that only follows from another one which its owner may not see yet is shown to nobody but auditors until the owner sees it.
 */
public final class Disclosure {
    static final int BUSINESS_DAYS = 2;

    /** A slip behind a slip is followed so far; beyond, all owners on the way have the same two days. */
    private static final int DEPTH = 1;

    private final Sight sight;
    private final Map<LocalDate, Outlook> ends = new HashMap<>();

    /** One for each question: it remembers what it saw of earlier days. */
    public Disclosure(Sight sight) {
        this.sight = sight;
    }

    /** The network as the viewer may see it. */
    public static Outlook outlook(Sight sight) {
        Outlook whole = Outlooks.of(sight.portfolio()).whole(sight.portfolio(), sight.today());
        return sight.audience().equals(Audience.AUDITOR)
                ? whole
                : new Disclosure(sight)
                        .shownTo(
                                sight.audience().agency(), sight.past().day(), sight.portfolio(), sight.today(), DEPTH);
    }

    /** The network as the viewer may see it, if the portfolio were another: what is withheld now is withheld there. */
    public static Outlook ifSo(Sight sight, Portfolio other) {
        return Outlooks.of(other)
                .whole(other, sight.today())
                .withholding(outlook(sight).withheld());
    }

    private Outlook shownTo(@Nullable Agency viewer, LocalDate day, Portfolio portfolio, LocalDate today, int depth) {
        Outlooks outlooks = Outlooks.of(portfolio);
        Outlook whole = outlooks.whole(portfolio, today);
        return whole.hidden().isEmpty()
                ? whole
                : outlooks.shown(
                        new Viewpoint(viewer, day, today, depth),
                        () -> withholding(
                                whole,
                                slip -> isFor(viewer, slip)
                                        || isSettled(slip, day, depth, whole)
                                        || isAnswered(slip, day, whole)));
    }

    /** What only follows from a slip that is withheld is gone with it, so the first on each way is withheld first. */
    private static Outlook withholding(Outlook whole, Predicate<Hidden> shown) {
        Outlook outlook = whole;
        Set<MilestoneId> withheld = new HashSet<>();
        while (true) {
            Set<MilestoneId> secret = outlook.hidden().values().stream()
                    .filter(shown.negate())
                    .map(slip -> slip.milestone().id())
                    .collect(Collectors.toSet());
            if (secret.isEmpty()) {
                return outlook;
            }
            for (MilestoneId id : secret) {
                if (outlook.impliedPath(id).stream().filter(secret::contains).count() == 1) {
                    withheld.add(id);
                }
            }
            outlook = outlook.withholding(withheld);
        }
    }

    private static boolean isFor(@Nullable Agency viewer, Hidden slip) {
        return slip.owner().equals(viewer);
    }

    /** Whether the owner could see it already two of its business days ago. */
    private boolean isSettled(Hidden slip, LocalDate day, int depth, Outlook now) {
        Agency owner = slip.owner();
        LocalDate earlier = lastDayToArise(day, now.calendars().of(owner));
        Outlook then = atEndOf(earlier);
        return then.hidden().containsKey(slip.milestone().id())
                && (depth == 0
                        || shownTo(owner, earlier, then.portfolio(), todayAt(earlier), depth - 1)
                                .hidden()
                                .containsKey(slip.milestone().id()));
    }

    /**
     * Whether the owner has answered since it arose, and to its date: the one that follows now, or that followed at the end of the day on
     * which the answer was recorded. On which day the owner says that it answered makes no difference.
     */
    private boolean isAnswered(Hidden slip, LocalDate day, Outlook now) {
        List<Fact<HiddenSlipAnswered>> answers = now.work(slip.milestone().id()).answers();
        if (answers.isEmpty()) {
            return false;
        }
        LocalDate arose = arose(slip, day, now);
        return answers.stream().anyMatch(answer -> {
            LocalDate recordedOn = answer.recordedOn();
            return !recordedOn.isBefore(arose)
                    && (slip.isOf(answer.event().impliedDate())
                            || (recordedOn.isBefore(day) && wasOf(answer.event(), atEndOf(recordedOn))));
        });
    }

    private static boolean wasOf(HiddenSlipAnswered answer, Outlook then) {
        Hidden slip = then.hidden().get(answer.milestoneId());
        return slip != null && slip.isOf(answer.impliedDate());
    }

    /** The first of the days, without a gap up to now, at whose end it was there; none earlier than is needed for it to be shown. */
    LocalDate arose(Hidden slip, LocalDate day, Outlook now) {
        LocalDate earliest = lastDayToArise(day, now.calendars().of(slip.owner()));
        LocalDate arose = day;
        while (arose.isAfter(earliest)
                && atEndOf(arose.minusDays(1))
                        .hidden()
                        .containsKey(slip.milestone().id())) {
            arose = arose.minusDays(1);
        }
        return arose;
    }

    private Outlook atEndOf(LocalDate day) {
        Outlook known = ends.get(day);
        if (known == null) {
            Portfolio then = sight.portfolioAtEndOf(day);
            known = Outlooks.of(then).whole(then, todayAt(day));
            ends.put(day, known);
        }
        return known;
    }

    private LocalDate todayAt(LocalDate day) {
        return day.isBefore(sight.today()) ? day : sight.today();
    }

    /** What arose on that day or before is shown to all on this one: two business days lie between. */
    static LocalDate lastDayToArise(LocalDate shownOn, WorkCalendar calendar) {
        LocalDate day = shownOn.minusDays(1);
        while (!lastDayToAnswer(day, calendar).isBefore(shownOn)) {
            day = day.minusDays(1);
        }
        return day;
    }

    /** The second business day after the one on which it arose; on the day after that it is shown to all. */
    static LocalDate lastDayToAnswer(LocalDate arose, WorkCalendar calendar) {
        return calendar.after(arose, BUSINESS_DAYS);
    }

    /** The last day on which the owner can answer before others see it; absent where they see it already. */
    public @Nullable LocalDate answerBy(Hidden slip) {
        Outlook whole = Outlooks.of(sight.portfolio()).whole(sight.portfolio(), sight.today());
        LocalDate day = sight.past().day();
        return isSettled(slip, day, DEPTH, whole) || isAnswered(slip, day, whole)
                ? null
                : lastDayToAnswer(arose(slip, day, whole), whole.calendars().of(slip.owner()));
    }
}
