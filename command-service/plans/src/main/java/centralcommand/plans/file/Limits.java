package centralcommand.plans.file;

import java.time.Duration;

/**
 * How much of a file is read.
 *
 * @param rows summaries included
 * @param elements of XML
 */
public record Limits(int bytes, int activities, int rows, int links, int elements, int depth, Duration time) {
    public static final Limits USUAL =
            new Limits(20 * 1024 * 1024, 5_000, 10_000, 20_000, 1_500_000, 40, Duration.ofSeconds(20));
}
