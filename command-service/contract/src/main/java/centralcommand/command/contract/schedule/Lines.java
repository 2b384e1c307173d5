package centralcommand.command.contract.schedule;

import java.util.List;

/** Bounds on lists that come from outside. */
final class Lines {
    private Lines() {}

    static <T> List<T> bounded(String name, List<T> lines) {
        if (lines.isEmpty() || lines.size() > ScheduleCommand.MOST_LINES) {
            throw new IllegalArgumentException(
                    name + " has " + lines.size() + " lines: give 1 to " + ScheduleCommand.MOST_LINES + ".");
        }
        return List.copyOf(lines);
    }
}
