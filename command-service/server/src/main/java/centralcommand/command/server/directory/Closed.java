package centralcommand.command.server.directory;

import centralcommand.command.contract.shared.Agency;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Days without work, as the czar's office declared them.
 *
 * @param agency all where absent
 * @param last absent while the end is not known
 */
public record Closed(
        @Nullable Agency agency, LocalDate first, @Nullable LocalDate last, String reason) {

    /** Whether they have a day in common as far as is known today: one without an end has closed the days up to then, and two of these are never apart. */
    boolean meets(Closed other, LocalDate today) {
        boolean bothOpen = last == null && other.last == null;
        return bothOpen
                || !(through(today).isBefore(other.first)
                        || other.through(today).isBefore(first));
    }

    private LocalDate through(LocalDate today) {
        return last != null ? last : first.isAfter(today) ? first : today;
    }

    boolean binds(Agency other) {
        return agency == null || agency.equals(other);
    }
}
