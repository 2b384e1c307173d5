package centralcommand.sheets;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads a sheet that somebody sent: within bounds, and with a sentence for whatever cannot be taken. */
public final class SheetReader {
    public static final int MOST_BYTES = 5 * 1024 * 1024;
    public static final int MOST_ROWS = 5_000;
    static final int MOST_COLUMNS = 100;

    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] OLE2 = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0};

    private SheetReader() {}

    /** The rows of an XLSX or CSV file, told apart by their content and not by their name. */
    public static Reading read(byte[] bytes) {
        try {
            return rows(grid(bytes));
        } catch (Unreadable refused) {
            return Reading.refused(refused.sentence());
        }
    }

    private static Grid grid(byte[] bytes) throws Unreadable {
        if (bytes.length > MOST_BYTES) {
            throw new Unreadable("The file has more than " + MOST_BYTES / 1024 / 1024
                    + " MB. A sheet of the month's report is far smaller: send the one that you downloaded.");
        }
        if (bytes.length == 0) {
            throw new Unreadable("The file is empty. Send the sheet that you downloaded and filled in.");
        }
        if (startsWith(bytes, OLE2)) {
            throw new Unreadable(
                    "This is an old .xls workbook, or one that is protected by a password. Save it as .xlsx without a password.");
        }
        if (new String(bytes, 0, Math.min(5, bytes.length), ISO_8859_1).equals("%PDF-")) {
            throw new Unreadable(
                    "This is a PDF, whatever its name says. Send the sheet itself, as .xlsx or CSV UTF-8.");
        }
        return startsWith(bytes, ZIP) ? XlsxCells.read(bytes) : CsvCells.read(bytes);
    }

    private static boolean startsWith(byte[] bytes, byte[] beginning) {
        return bytes.length >= beginning.length
                && Arrays.equals(bytes, 0, beginning.length, beginning, 0, beginning.length);
    }

    /** @param rows read so far, the header among them */
    static void requireFewer(int rows) throws Unreadable {
        if (rows > MOST_ROWS + 1) {
            throw new Unreadable("The sheet has more than 5,000 rows. Send it in several parts, each with the header.");
        }
    }

    static Unreadable tooWide(int row) {
        return new Unreadable("Row " + row + " has more than " + MOST_COLUMNS
                + " cells. Copy the rows into the sheet that you downloaded.");
    }

    private static Reading rows(Grid grid) throws Unreadable {
        if (grid.rows().isEmpty()) {
            throw new Unreadable("The sheet is empty. Its first row should name the columns.");
        }
        Map<Column, Integer> places = places(grid.rows().getFirst());
        List<Line> lines = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        Map<String, Integer> spoken = new HashMap<>();
        int silent = 0;
        for (Grid.Row row : grid.rows().subList(1, grid.rows().size())) {
            RowReader reader = new RowReader(row, places);
            Line line = reader.read();
            if (line == null) {
                problems.addAll(reader.problems());
            } else if (line.word() == null) {
                silent++;
            } else {
                Integer first = spoken.putIfAbsent(line.milestoneId().value(), row.number());
                if (first == null) {
                    lines.add(line);
                } else {
                    problems.add(new Problem(
                            row.number(),
                            Column.MILESTONE_ID.header(),
                            "\"" + line.milestoneId() + "\" has a word in row " + first
                                    + " already, which is the one that is taken: say it once."));
                }
            }
        }
        return new Reading(lines, silent, problems);
    }

    private static Map<Column, Integer> places(Grid.Row header) throws Unreadable {
        Map<Column, Integer> places = new EnumMap<>(Column.class);
        List<String> unknown = new ArrayList<>();
        List<String> twice = new ArrayList<>();
        for (int i = 0; i < header.cells().size(); i++) {
            String name = header.cell(i).text();
            int place = i;
            if (name.isEmpty()) {
                continue;
            }
            Column.named(name)
                    .ifPresentOrElse(
                            column -> {
                                if (places.putIfAbsent(column, place) != null) {
                                    twice.add(name);
                                }
                            },
                            () -> unknown.add(RowReader.quoted(name)));
        }
        List<String> missing = Arrays.stream(Column.values())
                .filter(column -> !places.containsKey(column))
                .map(Column::header)
                .toList();
        if (!missing.isEmpty() || !unknown.isEmpty() || !twice.isEmpty()) {
            throw new Unreadable("Row " + header.number() + " is not the header of the sheet that you downloaded:"
                    + named(" missing is ", missing) + named(" unknown is ", unknown)
                    + named(" there twice is ", twice) + " Keep the header as it is.");
        }
        return places;
    }

    private static String named(String beginning, List<String> names) {
        int most = 20;
        if (names.isEmpty()) {
            return "";
        }
        return names.stream()
                .limit(most)
                .collect(Collectors.joining(", ", beginning, names.size() > most ? ", …." : "."));
    }
}
