package centralcommand.web.table;

import org.jspecify.annotations.Nullable;

/**
 * One figure of the strip at the head of a page.
 *
 * @param label what is counted, in words
 * @param value the figure as it is written
 * @param note  what it leaves out or rests on
 * @param href  the way to its entries or rows
 */
public record KeyFigure(
        String label,
        String value,
        @Nullable String note,
        @Nullable String href) {}
