package centralcommand.plans.proposal;

import centralcommand.command.contract.program.ProgramId;
import centralcommand.command.contract.schedule.LinkId;
import centralcommand.command.contract.schedule.MilestoneId;
import centralcommand.plans.file.Plan.Key;
import java.nio.charset.StandardCharsets;

/**
 * Ids of what comes from a file: the program's, then what names the activity from one export to the next. The same activity has the same id
 * for ever; names are no part of it, because they change.
 */
public final class ImportIds {
    private static final int LONGEST_PREFIX = 44;
    private static final int HASH = 12;

    private final String prefix;

    public ImportIds(ProgramId program) {
        String id = program.value();
        prefix = id.length() <= LONGEST_PREFIX
                ? id
                : id.substring(0, LONGEST_PREFIX - 9).replaceAll("-+$", "") + "-" + hash(id).substring(0, 8);
    }

    public MilestoneId milestone(Key key) {
        return new MilestoneId(prefix
                + switch (key) {
                    case Key.Guid(String guid) -> "-" + hash(guid);
                    case Key.Number(int number) -> "-uid-" + number;
                });
    }

    /** Whether an id looks as if it came from a file. */
    boolean imported(MilestoneId id) {
        return id.value().startsWith(prefix + "-")
                && id.value().substring(prefix.length()).matches("-[0-9a-f]{12}|-uid-[0-9]+");
    }

    LinkId link(MilestoneId from, MilestoneId to) {
        return new LinkId(prefix + "-link-" + hash(from + " " + to));
    }

    private static String hash(String text) {
        return PlanFile.hash(text.getBytes(StandardCharsets.UTF_8)).substring(0, HASH);
    }
}
