package centralcommand.web.desk;

import centralcommand.command.contract.schedule.Cause;
import centralcommand.command.contract.shared.Precision;
import centralcommand.command.contract.shared.Provenance.Marking;
import centralcommand.query.contract.board.MilestoneRow;
import centralcommand.query.contract.board.StatedDay;
import centralcommand.query.contract.inbox.Inbox;
import centralcommand.web.command.WorkAction;
import centralcommand.web.desk.ReportForm.Line;
import centralcommand.web.desk.ReportForm.What;
import centralcommand.web.form.Choices;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The table of the month's report.
 *
 * @param month in words
 * @param rows those that need a word first, then those with a hidden slip, those of which nothing can be said last
 * @param needWord how many ask for a word
 * @param heard how many were heard of this month already
 */
record ReportPage(String month, List<Row> rows, long needWord, long heard) {

    /** The list of causes, as it is offered. */
    static final Map<String, String> CAUSES = Choices.of(Cause.values(), DateWords.FACTS::name);

    static final Map<String, String> PRECISIONS = Choices.of(Precision.values(), DateWords::choice);

    static final Map<String, String> MARKINGS = Choices.of(Marking.values(), marking -> switch (marking) {
        case NONE -> "None";
        case PRE_DECISIONAL -> "Pre-decisional: other agencies never see it";
        case CUI -> "CUI";
        case PROPRIETARY -> "Proprietary: other agencies never see it";
    });

    static final Map<String, String> WHATS = Choices.of(What.values(), what -> switch (what) {
        case NEW_DATE -> "It has a new date";
        case IN_DOUBT -> "Its date is in doubt, and there is no new one";
        case REACHED -> "It was reached";
    });

    /**
     * One milestone of the table.
     *
     * @param asStated the source's words for the date on file; empty where they say no more than the date does
     * @param waiting those who wait for it, by name
     * @param led who leads, where it is not the reader's agency
     * @param renewal of its pause, where that holds for a few days only and is the reader's to renew
     * @param why it cannot be ticked; absent where it can
     * @param open whether the change is filled in or asks for attention
     * @param line what is filled in; absent where an earlier sending of this report recorded it
     */
    record Row(
            MilestoneRow milestone,
            String id,
            String onFile,
            String asStated,
            List<String> waiting,
            @Nullable String led,
            @Nullable WorkAction renewal,
            @Nullable Unconfirmable why,
            boolean open,
            @Nullable Line line) {

        /** Whether an earlier sending of this report recorded it. */
        public boolean done() {
            return line == null;
        }

        /** Name of a field of this row in the form. */
        public String field(String field) {
            return Line.name(id, field);
        }
    }

    /**
     * @param opened milestones whose line shows something that is wrong
     */
    static ReportPage of(Inbox inbox, ReportForm form, String agency, Set<String> opened) {
        List<Row> rows = inbox.toReport().stream()
                .map(row -> row(row, inbox.standpoint().today(), form, agency, opened))
                .sorted(Comparator.comparing(ReportPage::rank))
                .toList();
        return new ReportPage(
                inWords(inbox.month()),
                rows,
                rows.stream().filter(row -> rank(row) == 0).count(),
                inbox.toReport().stream()
                        .filter(row -> heardIn(row, inbox.month()))
                        .count());
    }

    private static int rank(Row row) {
        if (row.why() == null) {
            return hides(row.milestone()) ? 1 : 2;
        }
        return row.why().reportable() ? 0 : 3;
    }

    /** Whether its date is earlier than what it waits for allows. */
    static boolean hides(MilestoneRow row) {
        return row.implied() != null && row.implied().hiddenDays() != null;
    }

    static String inWords(YearMonth month) {
        return DateTimeFormatter.ofPattern("MMMM uuuu", Locale.US).format(month);
    }

    static boolean heardIn(MilestoneRow row, YearMonth month) {
        return row.lastHeardOn() != null && !YearMonth.from(row.lastHeardOn()).isBefore(month);
    }

    /** The form with a line for every open milestone that it does not speak of yet. */
    static ReportForm complete(ReportForm form, Inbox inbox) {
        Map<String, Line> lines = new LinkedHashMap<>();
        for (MilestoneRow row : inbox.toReport()) {
            String id = row.milestoneId().value();
            Line line = form.lines().get(id);
            if (!form.done().contains(id)) {
                lines.put(
                        id,
                        line == null
                                ? Line.prefilled(row, inbox.standpoint().today())
                                        .seeing(Seen.of(row))
                                : line);
            }
        }
        return form.with(lines);
    }

    private static Row row(MilestoneRow row, LocalDate today, ReportForm form, String agency, Set<String> opened) {
        String id = row.milestoneId().value();
        Line line = form.lines().get(id);
        StatedDay onFile = Seen.onFile(row);
        return new Row(
                row,
                id,
                DateWords.onFile(row),
                onFile == null || onFile.asStated().equalsIgnoreCase(DateWords.of(onFile)) ? "" : onFile.asStated(),
                row.waitedForByNames(),
                row.agency().code().equals(agency) ? null : row.leadOrganization(),
                row.agency().code().equals(agency) ? WorkAction.renewal(row) : null,
                Unconfirmable.of(row, today),
                opened.contains(id) || (line != null && line.changed()),
                line);
    }
}
