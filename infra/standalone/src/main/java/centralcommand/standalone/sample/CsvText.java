package centralcommand.standalone.sample;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.EOFException;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The records of one file. A quotation mark that is never closed would swallow the rest of the file; here it costs its
 * own line, and reading goes on with the next one.
 */
final class CsvText {
    static final int LONGEST_CELL = 65_536;
    static final int MOST_RECORDS = 200_000;

    private static final int MOST_COLUMNS = 200;
    private static final int MOST_BROKEN = 1_000;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** @param line on which it starts, from 1 */
    record Line(long line, List<String> cells) {}

    private final String fileName;
    private final String text;
    private final List<NotTaken> notTaken;
    private final List<Line> lines = new ArrayList<>();
    private int offset;
    private long line = 1;
    private int columns = -1;
    private int broken;

    private CsvText(String fileName, String text, List<NotTaken> notTaken) {
        this.fileName = fileName;
        this.text = text;
        this.notTaken = notTaken;
    }

    /** The records of the file, the header first; what cannot be read is added to {@code notTaken}. */
    static List<Line> read(String fileName, byte[] bytes, List<NotTaken> notTaken) {
        String text = decoded(fileName, bytes, notTaken);
        if (text == null) {
            return List.of();
        }
        CsvText csv = new CsvText(fileName, text, notTaken);
        csv.readAll();
        return csv.lines;
    }

    private static @Nullable String decoded(String fileName, byte[] bytes, List<NotTaken> notTaken) {
        CharsetDecoder decoder = UTF_8.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        try {
            String text = decoder.decode(in).toString();
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException notUtf8) {
            String before = new String(bytes, 0, in.position(), UTF_8);
            notTaken.add(new NotTaken(
                    fileName,
                    1 + lineBreaks(before),
                    null,
                    "is not UTF-8 text from here on, so nothing of the file was taken: save it as \"CSV UTF-8\"."));
            return null;
        }
    }

    private void readAll() {
        while (offset < text.length() && readOn()) {
            // each turn resumes after a broken line
        }
    }

    /** Reads until the end or a broken line; false where the rest of the file is left. */
    private boolean readOn() {
        long first = line;
        try (CsvReader<CsvRecord> reader = reader(text, offset)) {
            for (CsvRecord found : reader) {
                goTo(first - 1 + found.getStartingLineNumber());
                long breaks = found.getFields().stream()
                        .mapToLong(CsvText::lineBreaks)
                        .sum();
                if (columns < 0) {
                    columns = found.getFieldCount();
                } else if (found.getFieldCount() != columns) {
                    notTaken.add(new NotTaken(fileName, line, null, wrongCount(found, breaks)));
                    boolean goesOn = resume();
                    if (breaks > 0 || !goesOn) {
                        return goesOn;
                    }
                    continue;
                }
                if (lines.size() > MOST_RECORDS) {
                    notTaken.add(new NotTaken(
                            fileName, line, null, "is past the first 200,000 rows: nothing from here on was taken."));
                    return false;
                }
                lines.add(new Line(line, found.getFields()));
                goTo(line + breaks + 1);
            }
            offset = text.length();
            return false;
        } catch (CsvParseException unreadable) {
            skipEmptyLines();
            notTaken.add(new NotTaken(
                    fileName,
                    line,
                    null,
                    "is not a row of CSV: a quotation mark is missing or out of place, or a cell has more than 65,536"
                            + " characters."));
            return resume();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private String wrongCount(CsvRecord found, long breaks) {
        String cells = "has " + found.getFieldCount() + (found.getFieldCount() == 1 ? " cell" : " cells")
                + " where the header has " + columns + ": ";
        return cells
                + (breaks > 0
                        ? "is a quotation mark missing?"
                        : "put cells that contain a comma between quotation marks.");
    }

    /** Steps over a broken line; false where there were too many. */
    private boolean resume() {
        goTo(line + 1);
        broken++;
        if (broken >= MOST_BROKEN) {
            notTaken.add(new NotTaken(
                    fileName, line, null, "comes after 1,000 broken rows: nothing from here on was taken."));
            return false;
        }
        return true;
    }

    private static CsvReader<CsvRecord> reader(String text, int offset) throws IOException {
        Reader from = new StringReader(text);
        long skipped = from.skip(offset);
        if (skipped != offset) {
            throw new EOFException("The text ends before " + offset + ".");
        }
        return CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .maxBufferSize(4 * LONGEST_CELL)
                .build(
                        CsvRecordHandler.of(
                                bounds -> bounds.maxFields(MOST_COLUMNS).maxFieldSize(LONGEST_CELL)),
                        from);
    }

    /** Moves to the start of a later line; lines end with LF, CR LF or CR, as the parser counts them. */
    private void goTo(long wanted) {
        while (line < wanted && offset < text.length()) {
            char c = text.charAt(offset++);
            if (c == '\n' || (c == '\r' && (offset == text.length() || text.charAt(offset) != '\n'))) {
                line++;
            }
        }
    }

    private void skipEmptyLines() {
        while (offset < text.length() && (text.charAt(offset) == '\n' || text.charAt(offset) == '\r')) {
            goTo(line + 1);
        }
    }

    private static long lineBreaks(String text) {
        long breaks = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || (c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'))) {
                breaks++;
            }
        }
        return breaks;
    }
}
