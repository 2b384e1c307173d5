package centralcommand.sheets;

import centralcommand.command.contract.program.ProgramId;
import centralcommand.command.contract.schedule.Cause;
import centralcommand.command.contract.schedule.CauseBasis;
import centralcommand.command.contract.schedule.MilestoneId;
import centralcommand.command.contract.shared.Days;
import centralcommand.command.contract.shared.Precision;
import centralcommand.command.contract.shared.Provenance.Confidence;
import centralcommand.command.contract.shared.Provenance.Marking;
import centralcommand.command.contract.shared.Text;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one row; what is wrong with it is collected, all of it, so that a person mends it once. */
final class RowReader {
    /** Leaves room for the name of the file, which is told beside a row's own source. */
    static final int LONGEST_SOURCE = Text.PARAGRAPH - 400;

    private static final Pattern WITH_SLASHES = Pattern.compile("(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{2}|\\d{4})");
    private static final Pattern VERSION = Pattern.compile("0|[1-9][0-9]{0,17}");
    private static final int LONGEST_QUOTE = 60;
    private static final List<Column> OF_A_DATE = List.of(Column.DATE, Column.PRECISION);
    private static final List<Column> FILLED_IN =
            List.of(Column.DATE, Column.PRECISION, Column.AS_STATED, Column.CAUSE, Column.NARRATIVE, Column.EVIDENCE);

    private final Grid.Row row;
    private final Map<Column, Integer> places;
    private final List<Problem> problems = new ArrayList<>();

    RowReader(Grid.Row row, Map<Column, Integer> places) {
        this.row = row;
        this.places = places;
    }

    List<Problem> problems() {
        return problems;
    }

    /** The row; null where there is any problem. */
    @Nullable
    Line read() {
        row.cells().stream()
                .map(Cell::fault)
                .filter(Objects::nonNull)
                .forEach(fault -> problems.add(new Problem(row.number(), null, fault)));
        if (!problems.isEmpty()) {
            return null;
        }
        ProgramId programId = value(Column.PROGRAM_ID, ProgramId::new);
        MilestoneId milestoneId = value(Column.MILESTONE_ID, MilestoneId::new);
        Word word = code(Column.WORD, Word.class);
        LocalDate date = day(Column.DATE);
        Line line = new Line(
                row.number(),
                programId == null ? new ProgramId("unknown") : programId,
                text(Column.PROGRAM, Text.PARAGRAPH),
                milestoneId == null ? new MilestoneId("unknown") : milestoneId,
                text(Column.MILESTONE, Text.PARAGRAPH),
                text(Column.DATE_ON_FILE, Text.PARAGRAPH),
                word,
                date,
                code(Column.PRECISION, Precision.class),
                text(Column.AS_STATED, Text.PARAGRAPH),
                code(Column.CAUSE, Cause.class),
                code(Column.CAUSE_BASIS, CauseBasis.class),
                text(Column.NARRATIVE, Text.PARAGRAPH),
                text(Column.EVIDENCE, Text.PARAGRAPH),
                text(Column.SOURCE, LONGEST_SOURCE),
                day(Column.STATED_ON),
                code(Column.CONFIDENCE, Confidence.class),
                code(Column.MARKING, Marking.class),
                version());
        if (problems.isEmpty()) {
            fitting(line);
        }
        return problems.isEmpty() ? line : null;
    }

    /** Whether what is filled in goes with the word. */
    private void fitting(Line line) {
        switch (line.word()) {
            case null ->
                FILLED_IN.stream()
                        .filter(column -> !cell(column).empty())
                        .findFirst()
                        .ifPresent(
                                column -> add(
                                        Column.WORD,
                                        "is empty, but " + column.header()
                                                + " is filled in: write FORECAST, DOUBT, ACTUAL or CONFIRM, or empty the row."));
            case CONFIRM ->
                refuseAll(FILLED_IN, "a date that still stands needs none of it: leave it empty, or write FORECAST.");
            case FORECAST -> {
                need(Column.DATE, "is empty: a FORECAST needs a day, as 2027-06-30; write DOUBT if there is none.");
                refuseAll(List.of(Column.EVIDENCE), "evidence goes with ACTUAL: empty it, or write ACTUAL.");
            }
            case DOUBT -> {
                need(Column.NARRATIVE, "is empty: say in one sentence why the date is in doubt.");
                refuseAll(OF_A_DATE, "a DOUBT gives no date: empty it, or write FORECAST.");
                refuseAll(List.of(Column.EVIDENCE), "evidence goes with ACTUAL: empty it, or write ACTUAL.");
            }
            case ACTUAL -> {
                need(Column.DATE, "is empty: an ACTUAL needs the day on which it was reached, as 2026-06-30.");
                need(Column.EVIDENCE, "is empty: name what proves it, a document, a notice, a page.");
            }
        }
    }

    private void need(Column column, String sentence) {
        if (cell(column).empty()) {
            add(column, sentence);
        }
    }

    private void refuseAll(List<Column> columns, String sentence) {
        columns.stream()
                .filter(column -> !cell(column).empty())
                .forEach(column -> add(column, "is filled in: " + sentence));
    }

    private Cell cell(Column column) {
        return row.cell(Objects.requireNonNull(places.get(column)));
    }

    private void add(Column column, String sentence) {
        problems.add(new Problem(row.number(), column.header(), sentence));
    }

    private String text(Column column, int longest) {
        String text = cell(column).text();
        if (text.length() > longest) {
            add(column, "has " + text.length() + " characters: shorten it to " + longest + ".");
            return "";
        }
        return text;
    }

    private <T> @Nullable T value(Column column, Function<String, T> value) {
        String text = cell(column).text();
        if (text.isEmpty()) {
            add(column, "is empty: take the row from the sheet that you downloaded.");
            return null;
        }
        try {
            return value.apply(text);
        } catch (IllegalArgumentException unusable) {
            add(column, String.valueOf(unusable.getMessage()));
            return null;
        }
    }

    private <E extends Enum<E>> @Nullable E code(Column column, Class<E> type) {
        String text = cell(column).text();
        if (text.isEmpty()) {
            return null;
        }
        String code = text.toUpperCase(Locale.ROOT).replace(' ', '_');
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(code)) {
                return constant;
            }
        }
        add(column, quoted(text) + " is not a code: write " + String.join(", ", column.allowed()) + ".");
        return null;
    }

    private long version() {
        String text = cell(Column.VERSION).text();
        if (VERSION.matcher(text).matches()) {
            return Long.parseLong(text);
        }
        add(
                Column.VERSION,
                (text.isEmpty() ? "is empty" : quoted(text) + " is not a version")
                        + ": take it from the sheet that you downloaded.");
        return 0;
    }

    private @Nullable LocalDate day(Column column) {
        Cell cell = cell(column);
        if (cell.empty()) {
            return null;
        }
        LocalDate day = cell.day() != null ? cell.day() : parsed(column, cell.text());
        if (day == null) {
            return null;
        }
        try {
            return Days.required(column.header(), day);
        } catch (IllegalArgumentException outside) {
            add(column, String.valueOf(outside.getMessage()));
            return null;
        }
    }

    private @Nullable LocalDate parsed(Column column, String text) {
        LocalDate serial = XlsxCells.serialDay(text);
        if (serial != null) {
            return serial;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException notADay) {
            add(column, notADay(text));
            return null;
        }
    }

    private static String notADay(String text) {
        var slashes = WITH_SLASHES.matcher(text);
        if (slashes.matches()) {
            int first = Integer.parseInt(slashes.group(1));
            int second = Integer.parseInt(slashes.group(2));
            boolean either = first >= 1 && first <= 12 && second >= 1 && second <= 12 && first != second;
            return quoted(text)
                    + (either
                            ? " could be two days, one American and one European: write it as 2026-03-04."
                            : " is not written as here: write year, month and day, as 2026-12-31.");
        }
        return quoted(text) + " is not a day: write it as 2026-06-30; how exact it is, says the column precision.";
    }

    static String quoted(String value) {
        return '"' + (value.length() <= LONGEST_QUOTE ? value : value.substring(0, LONGEST_QUOTE) + "…") + '"';
    }
}
