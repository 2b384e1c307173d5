package centralcommand.query.contract.board;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One of the board's three sentences.
 *
 * @param subject TONNES, TIME or MONEY
 * @param parts the sentence cut so that each figure can be opened
 */
public record Headline(Subject subject, List<Part> parts) {

    /** What a sentence is about. */
    public enum Subject {
        TONNES,
        TIME,
        MONEY
    }

    /**
     * Words, or a figure within the sentence.
     *
     * @param figure id for {@code /api/lineage}; absent for plain words
     */
    public record Part(String text, @Nullable String figure) {}

    /** The whole sentence. */
    public String sentence() {
        return String.join("", parts.stream().map(Part::text).toList());
    }
}
