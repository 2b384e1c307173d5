package centralcommand.web.plan;

import centralcommand.plans.proposal.ProposedImport;
import centralcommand.plans.proposal.ProposedImport.Kind;
import centralcommand.plans.proposal.ProposedImport.Row;
import centralcommand.web.plan.KeptImport.Result;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An import as the page shows it.
 *
 * @param sections refused ones first; those without a row are left out
 * @param refused rows that the command service refused, or that could not be sent for that
 */
record ImportView(
        ProposedImport proposed, List<Section> sections, Section refused, int sent, int commands, List<Long> recorded) {
    /** Rows of one kind that are shown; a file of thousands is not read on a page. */
    static final int MOST_SHOWN = 300;

    /**
     * @param more rows that are not shown
     */
    record Section(String id, String title, String sentence, int total, List<Line> lines, int more) {}

    /**
     * @param where the row's number, empty of what is not in the file
     * @param outcome what became of it; empty before it was sent
     */
    record Line(
            String where,
            String name,
            String sentence,
            List<String> notes,
            String later,
            String outcome,
            @Nullable Long position) {}

    static ImportView of(KeptImport kept) {
        ProposedImport proposed = kept.proposed();
        List<Section> sections = Arrays.stream(Kind.values())
                .map(kind -> section(kind, kept))
                .filter(section -> section.total() > 0)
                .toList();
        List<Row> refused = proposed.rows().stream()
                .filter(row ->
                        result(row, kept) instanceof Result.Refused || result(row, kept) instanceof Result.NotSent)
                .toList();
        List<Long> recorded = new ArrayList<>();
        for (int step = 0; step < kept.sent(); step++) {
            if (kept.result(step) instanceof Result.Recorded(List<Long> positions)) {
                recorded.addAll(positions);
            }
        }
        return new ImportView(
                proposed,
                sections,
                section(
                        "not-recorded",
                        "Not recorded",
                        "The command service refused these; the others stand. Mend them and upload the file again.",
                        refused,
                        kept),
                kept.sent(),
                proposed.steps().size(),
                List.copyOf(recorded));
    }

    public boolean begun() {
        return sent > 0;
    }

    public boolean done() {
        return sent == commands;
    }

    private static Section section(Kind kind, KeptImport kept) {
        List<Row> rows = kept.proposed().rows().stream()
                .filter(row -> row.kind() == kind)
                .toList();
        boolean sent = rows.stream().allMatch(row -> result(row, kept) != null);
        return section(
                kind.name().toLowerCase(Locale.ROOT).replace('_', '-'), title(kind), sentence(kind, sent), rows, kept);
    }

    private static Section section(String id, String title, String sentence, List<Row> rows, KeptImport kept) {
        return new Section(
                id,
                title,
                sentence,
                rows.size(),
                rows.stream().limit(MOST_SHOWN).map(row -> line(row, kept)).toList(),
                Math.max(0, rows.size() - MOST_SHOWN));
    }

    private static @Nullable Result result(Row row, KeptImport kept) {
        return row.step() == null ? null : kept.result(row.step());
    }

    private static Line line(Row row, KeptImport kept) {
        Result result = result(row, kept);
        String outcome = switch (result) {
            case null -> "";
            case Result.Recorded(List<Long> positions) -> positions.isEmpty() ? "On file already." : "Recorded.";
            case Result.Refused(String code, String sentence) -> "Refused: " + sentence + " (" + code + ")";
            case Result.NotSent(String sentence) -> sentence;
        };
        Long position = Stream.of(result)
                .filter(Objects::nonNull)
                .map(each -> each instanceof Result.Recorded(List<Long> positions) ? positions : List.<Long>of())
                .flatMap(List::stream)
                .findFirst()
                .orElse(null);
        return new Line(
                row.row() == null ? "" : String.valueOf(row.row().number()),
                row.name().isEmpty() ? "no name" : row.name(),
                result instanceof Result.Recorded ? row.recorded() : row.sentence(),
                row.notes(),
                row.later().isEmpty()
                        ? ""
                        : "After approval the same file adds " + String.join(" and ", row.later()) + ".",
                outcome,
                position);
    }

    private static String title(Kind kind) {
        return switch (kind) {
            case REFUSED -> "Refused";
            case NEEDS_REBASELINE -> "Needs a rebaseline";
            case ADD -> "New";
            case CHANGE -> "Changed";
            case LINK -> "New links";
            case WAITS -> "Waits for approval";
            case RENAMED -> "Renamed in the file";
            case UNCHANGED -> "Unchanged";
            case LEFT_OUT -> "Left out";
            case GONE -> "No longer activities of the file";
        };
    }

    /** @param sent whether all of its commands are */
    private static String sentence(Kind kind, boolean sent) {
        return switch (kind) {
            case REFUSED ->
                "Nothing is recorded of these. Mend them in your scheduling program and upload the file again; the rest does not wait for them.";
            case NEEDS_REBASELINE -> "A promised date never moves by an import. Ask for a rebaseline if it is to move.";
            case ADD ->
                sent
                        ? "Sent as a new baseline, which an approver decides on."
                        : "Would be promised in a new baseline, which an approver decides on.";
            case CHANGE ->
                sent
                        ? "Sent as reports of activities that are promised already."
                        : "Would be reported of activities that are promised already.";
            case LINK -> sent ? "Sent as links between activities." : "Would be recorded between activities.";
            case WAITS -> "Can be recorded once the proposed baseline is approved: upload the same file again then.";
            case RENAMED ->
                "Names on file stay as they are, so that what was promised is found again under its name; all else that these rows say is taken.";
            case UNCHANGED -> "Nothing to record.";
            case LEFT_OUT -> "Rows that are no activities.";
            case GONE -> "Came from an earlier file.";
        };
    }
}
