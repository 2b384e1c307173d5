package centralcommand.sheets;

import static java.util.stream.Collectors.toUnmodifiableMap;

import centralcommand.command.contract.schedule.Cause;
import centralcommand.command.contract.schedule.CauseBasis;
import centralcommand.command.contract.shared.Precision;
import centralcommand.command.contract.shared.Provenance.Confidence;
import centralcommand.command.contract.shared.Provenance.Marking;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The columns of a sheet, in the order in which they are written; they are read in any order. */
public enum Column {
    PROGRAM_ID("programId", "Leave as it is.", 18),
    PROGRAM("program", "For you to read; not taken from the sheet.", 28),
    MILESTONE_ID("milestoneId", "Leave as it is.", 20),
    MILESTONE("milestone", "For you to read; not taken from the sheet.", 36),
    DATE_ON_FILE("dateOnFile", "For you to read; changing it changes nothing on file.", 22),
    WORD("word", "What you say of the milestone. Empty: nothing.", 12, names(Word.values())),
    DATE("date", "A day of the period, as 2027-06-30. With FORECAST and ACTUAL.", 12),
    PRECISION("precision", "How exact the date is. Empty: DAY.", 13, names(Precision.values())),
    AS_STATED("asStated", "The source's own words.", 24),
    CAUSE("cause", "Why a date moved or is in doubt.", 22, names(Cause.values())),
    CAUSE_BASIS("causeBasis", "Whether the source itself gives the cause.", 12, names(CauseBasis.values())),
    NARRATIVE("narrative", "One sentence. Needed with DOUBT.", 40),
    EVIDENCE("evidence", "What proves it. Needed with ACTUAL.", 30),
    SOURCE("source", "Document, page or person.", 30),
    STATED_ON("statedOn", "Day on which it was said, as 2026-11-30. Empty: the day on which it is sent.", 12),
    CONFIDENCE("confidence", "How far the source carries it. Empty: HIGH.", 12, names(Confidence.values())),
    MARKING("marking", "Who may see it once it is released. Empty: NONE.", 16, names(Marking.values())),
    VERSION("version", "Leave as it is: tells whether the record moved since you downloaded it.", 9);

    private static final Map<String, Column> BY_HEADER =
            Arrays.stream(values()).collect(toUnmodifiableMap(Column::header, Function.identity()));

    private final String header;
    private final String purpose;
    private final int width;
    private final List<String> allowed;

    Column(String header, String purpose, int width) {
        this(header, purpose, width, List.of());
    }

    Column(String header, String purpose, int width, List<String> allowed) {
        this.header = header;
        this.purpose = purpose;
        this.width = width;
        this.allowed = allowed;
    }

    private static List<String> names(Enum<?>[] constants) {
        return Arrays.stream(constants).map(Enum::name).toList();
    }

    public String header() {
        return header;
    }

    /** What may be written into it, as a sentence. */
    public String purpose() {
        return purpose;
    }

    /** The codes that it takes; empty where it takes text, a day or a number. */
    public List<String> allowed() {
        return allowed;
    }

    int width() {
        return width;
    }

    boolean holdsDay() {
        return this == DATE || this == STATED_ON;
    }

    static Optional<Column> named(String header) {
        return Optional.ofNullable(BY_HEADER.get(header));
    }
}
