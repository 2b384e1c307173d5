package centralcommand.plans.proposal;

import centralcommand.command.contract.shared.Command;
import centralcommand.plans.file.Plan;
import centralcommand.plans.file.Plan.Told;
import centralcommand.plans.proposal.ProposedImport.Kind;
import centralcommand.plans.proposal.ProposedImport.Row;
import centralcommand.plans.proposal.ProposedImport.Step;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** A proposal while it is written. */
final class Draft {
    private final PlanFile file;
    private final OnFile onFile;
    private final LocalDate statedOn;
    private final List<String> remarks = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();

    Draft(PlanFile file, OnFile onFile, LocalDate statedOn) {
        this.file = file;
        this.onFile = onFile;
        this.statedOn = statedOn;
    }

    PlanFile file() {
        return file;
    }

    int size() {
        return rows.size();
    }

    void remark(String sentence) {
        remarks.add(sentence);
    }

    void told(Kind kind, Told told) {
        row(kind, told.row(), told.sentence(), List.of(), List.of());
    }

    void gone(String name, String sentence) {
        rows.add(new Row(Kind.GONE, null, name, sentence, "", List.of(), List.of(), null));
    }

    void row(Kind kind, Plan.Row row, String sentence, List<String> notes, List<String> later) {
        rows.add(new Row(kind, row, row.name(), sentence, "", notes, later, null));
    }

    void step(
            Kind kind,
            Plan.Row row,
            String sentence,
            String recorded,
            List<String> notes,
            List<String> later,
            int step) {
        rows.add(new Row(kind, row, row.name(), sentence, recorded, notes, later, step));
    }

    /**
     * Adds a command. Its id holds the file, what it is about, what it says, and the state of the record it was decided on: sent again it is
     * the same, and once something has changed a refusal of today does not answer for tomorrow.
     */
    int step(String name, String about, Command command, Set<Integer> needs) {
        String identity = String.join(
                "\n",
                file.sha256(),
                about,
                command.toString(),
                String.valueOf(onFile.version()),
                onFile.today().toString());
        String id = "import-"
                + PlanFile.hash(identity.getBytes(StandardCharsets.UTF_8)).substring(0, 40);
        steps.add(new Step(id, name, command, needs));
        return steps.size() - 1;
    }

    /** What is not in the file comes last. */
    private static int number(Row row) {
        return row.row() == null ? Integer.MAX_VALUE : row.row().number();
    }

    ProposedImport proposal() {
        List<Row> ordered = rows.stream()
                .sorted(Comparator.comparing(Row::kind).thenComparing(Draft::number))
                .toList();
        return new ProposedImport(file, onFile.programId(), statedOn, remarks, ordered, steps);
    }
}
