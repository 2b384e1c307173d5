package centralcommand.plans.file;

import centralcommand.schedule.network.LinkType;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A schedule as a file tells it.
 *
 * @param title of the project, possibly empty
 * @param statusDate the day up to which progress is told; absent where the file has none
 * @param activities what has work or a date of its own, in the file's order
 * @param leftOut rows that are no activities, with the reason: summaries, inactive rows
 * @param refused rows that cannot be read
 * @param refusedKeys what names the activities among these, as far as that can be read: they are in the file all the same
 */
public record Plan(
        String title,
        @Nullable LocalDate statusDate,
        List<Activity> activities,
        List<Link> links,
        List<Told> leftOut,
        List<Told> refused,
        Set<Key> refusedKeys) {

    public Plan {
        activities = List.copyOf(activities);
        links = List.copyOf(links);
        leftOut = List.copyOf(leftOut);
        refused = List.copyOf(refused);
        refusedKeys = Set.copyOf(refusedKeys);
    }

    /** A row as people find it in their scheduling program: the number in its first column, and the name. */
    public record Row(int number, String name) {
        /** The name, cut where it is longer, and never through a character. */
        public String shortName(int longest) {
            if (name.length() <= longest) {
                return name;
            }
            int end = Character.isHighSurrogate(name.charAt(longest - 2)) ? longest - 2 : longest - 1;
            return name.substring(0, end) + "…";
        }

        @Override
        public String toString() {
            return "row " + number + " (" + (name.isEmpty() ? "no name" : name) + ")";
        }
    }

    /** Something that is said of a row. */
    public record Told(Row row, String sentence) {}

    /** What names an activity from one export to the next: its GUID, else its unique number within the file. */
    public sealed interface Key {
        record Guid(String value) implements Key {
            public Guid {
                value = value.toLowerCase(Locale.ROOT);
            }
        }

        record Number(int value) implements Key {}
    }

    /**
     * @param durationDays working days of the project; absent where the file gives none that can be told so
     * @param baselineFinish of baseline 0; absent where none was set
     * @param notes what is in the file and is not taken over
     */
    public record Activity(
            Key key,
            Row row,
            String wbs,
            boolean milestone,
            @Nullable Integer durationDays,
            @Nullable LocalDate baselineFinish,
            @Nullable LocalDate start,
            @Nullable LocalDate finish,
            @Nullable LocalDate actualFinish,
            int percentComplete,
            List<String> notes) {

        public Activity {
            notes = List.copyOf(notes);
        }

        public boolean complete() {
            return percentComplete == 100 || actualFinish != null;
        }

        /** The date that a first baseline would promise. */
        public @Nullable LocalDate promised() {
            return baselineFinish == null ? finish : baselineFinish;
        }
    }

    /**
     * {@code to} waits for {@code from}.
     *
     * @param lagDays working days
     * @param notes what is in the file and is not taken over
     */
    public record Link(Key from, Key to, Row fromRow, Row toRow, LinkType type, int lagDays, List<String> notes) {
        public Link {
            notes = List.copyOf(notes);
        }
    }
}
