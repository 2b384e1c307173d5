package centralcommand.schedule.network;

import centralcommand.schedule.calendar.WorkCalendar;

/**
 * Something that takes time, or a milestone.
 *
 * @param duration in working days of the calendar; 0 of a milestone, which may fall on any day
 */
public record Activity<K>(K key, int duration, WorkCalendar calendar) {
    private static final int LONGEST = 50_000;

    public Activity {
        if (duration < 0 || duration > LONGEST) {
            throw new IllegalArgumentException(
                    "%s takes %d working days: give 0 to %d.".formatted(key, duration, LONGEST));
        }
    }
}
