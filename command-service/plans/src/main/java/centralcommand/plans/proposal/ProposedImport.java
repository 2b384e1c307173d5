package centralcommand.plans.proposal;

import centralcommand.command.contract.program.ProgramId;
import centralcommand.command.contract.shared.Command;
import centralcommand.plans.file.Plan;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a file would change, row by row, and the commands that would do it.
 *
 * @param statedOn the day on which all of it is said: the file's status date, or today
 * @param remarks about the file as a whole
 * @param rows refused ones first, then by kind, each by the file's rows
 * @param steps in the order in which they are to be sent
 */
public record ProposedImport(
        PlanFile file,
        ProgramId programId,
        LocalDate statedOn,
        List<String> remarks,
        List<Row> rows,
        List<Step> steps) {

    public ProposedImport {
        remarks = List.copyOf(remarks);
        rows = List.copyOf(rows);
        steps = List.copyOf(steps);
    }

    /** What becomes of a row; in the order in which they are shown. */
    public enum Kind {
        REFUSED,
        /** A promised date is another one in the file: it moves only by a rebaseline. */
        NEEDS_REBASELINE,
        ADD,
        CHANGE,
        LINK,
        /** It can be said only once a proposed baseline is approved. */
        WAITS,
        /** It has another name on file, and keeps it. */
        RENAMED,
        UNCHANGED,
        LEFT_OUT,
        /** It is on file and no longer in the file. */
        GONE
    }

    /**
     * @param row absent of what is not in the file
     * @param sentence what would be recorded, or why nothing is
     * @param recorded the same once it is recorded; empty where nothing is
     * @param notes what is in the file and is not taken over
     * @param later what the same file adds once the baseline is approved
     * @param step the place of the command that does it; absent where none does
     */
    public record Row(
            Kind kind,
            Plan.@Nullable Row row,
            String name,
            String sentence,
            String recorded,
            List<String> notes,
            List<String> later,
            @Nullable Integer step) {
        public Row {
            notes = List.copyOf(notes);
            later = List.copyOf(later);
        }
    }

    /**
     * One command.
     *
     * @param commandId the same for the same file, row and state of the record, so that sending it twice records it once
     * @param name on the wire
     * @param needs places of commands that must have been carried out before
     */
    public record Step(String commandId, String name, Command command, Set<Integer> needs) {
        public Step {
            needs = Set.copyOf(needs);
        }
    }

    public long count(Kind kind) {
        return rows.stream().filter(row -> row.kind() == kind).count();
    }

    /** How many rows have more to say once a baseline is approved. */
    public long waiting() {
        return rows.stream().filter(row -> !row.later().isEmpty()).count();
    }
}
