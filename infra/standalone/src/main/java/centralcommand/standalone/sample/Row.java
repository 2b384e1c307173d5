package centralcommand.standalone.sample;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One row of a file. Only the form of a cell is judged here; whether it may be so is for the service to say.
 *
 * @param line on which it starts
 * @param cells by column, without outer blanks; a blank cell is not there
 */
record Row(SampleFile file, long line, Map<String, String> cells) {
    private static final Pattern NUMBER = Pattern.compile("\\d{1,20}(\\.\\d{1,10})?");
    private static final Pattern YEAR = Pattern.compile("\\d{4}");
    private static final int LONGEST_QUOTE = 60;

    Row {
        cells = Map.copyOf(cells);
    }

    @Nullable
    String optional(String column) {
        return cells.get(column);
    }

    String text(String column) throws UnusableCellException {
        String value = cells.get(column);
        if (value == null) {
            throw new UnusableCellException(column, "is empty.");
        }
        return value;
    }

    /** Cells that hold several values hold them with semicolons between. */
    List<String> list(String column) {
        String value = cells.get(column);
        return value == null
                ? List.of()
                : Arrays.stream(value.split(";"))
                        .map(String::strip)
                        .filter(part -> !part.isEmpty())
                        .toList();
    }

    /** Such a cell as values of the contract. */
    <T> List<T> listAs(String column, Function<String, T> value) throws UnusableCellException {
        try {
            return list(column).stream().map(value).toList();
        } catch (IllegalArgumentException unusable) {
            throw new UnusableCellException(column, String.valueOf(unusable.getMessage()));
        }
    }

    @Nullable
    LocalDate day(String column) throws UnusableCellException {
        String value = cells.get(column);
        if (value == null) {
            return null;
        }
        try {
            return LocalDate.parse(value);
        } catch (DateTimeException notADay) {
            throw new UnusableCellException(column, quoted(value) + " is not a day: write it as 2026-06-30.");
        }
    }

    @Nullable
    BigDecimal number(String column) throws UnusableCellException {
        String value = cells.get(column);
        if (value == null) {
            return null;
        }
        if (!NUMBER.matcher(value).matches()) {
            throw new UnusableCellException(
                    column, quoted(value) + " is not a number: write digits with a point, as in 1250.5.");
        }
        return new BigDecimal(value);
    }

    @Nullable
    Integer year(String column) throws UnusableCellException {
        String value = cells.get(column);
        if (value == null) {
            return null;
        }
        if (!YEAR.matcher(value).matches()) {
            throw new UnusableCellException(column, quoted(value) + " is not a year: write four digits.");
        }
        return Integer.valueOf(value);
    }

    <E extends Enum<E>> @Nullable E optionalCode(String column, Class<E> codes) throws UnusableCellException {
        return cells.containsKey(column) ? code(column, codes) : null;
    }

    <E extends Enum<E>> E code(String column, Class<E> codes) throws UnusableCellException {
        String value = text(column);
        for (E code : codes.getEnumConstants()) {
            if (code.name().equals(value)) {
                return code;
            }
        }
        throw new UnusableCellException(
                column,
                quoted(value) + " is not a code: use "
                        + Arrays.stream(codes.getEnumConstants())
                                .map(Enum::name)
                                .collect(Collectors.joining(", "))
                        + ".");
    }

    /** A cell as a value of the contract, whose own sentence says what is wrong with it. */
    <T> T as(String column, Function<String, T> value) throws UnusableCellException {
        String text = text(column);
        try {
            return value.apply(text);
        } catch (IllegalArgumentException unusable) {
            throw new UnusableCellException(column, String.valueOf(unusable.getMessage()));
        }
    }

    <T> @Nullable T optionalAs(String column, Function<String, T> value) throws UnusableCellException {
        return cells.containsKey(column) ? as(column, value) : null;
    }

    static String quoted(String value) {
        return '"' + (value.length() <= LONGEST_QUOTE ? value : value.substring(0, LONGEST_QUOTE) + "…") + '"';
    }
}
