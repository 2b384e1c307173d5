package centralcommand.query.server.board;

import centralcommand.query.contract.board.Headline;
import centralcommand.query.contract.board.Headline.Part;
import centralcommand.query.contract.board.Headline.Subject;
import java.util.ArrayList;
import java.util.List;

/** A sentence under way: words, and figures that can be opened. */
final class Sentence {
    private final List<Part> parts = new ArrayList<>();

    /** Adds words; those that follow words become one part with them. */
    Sentence say(String words) {
        if (words.isEmpty()) {
            return this;
        }
        if (!parts.isEmpty() && parts.getLast().figure() == null) {
            parts.addLast(new Part(parts.removeLast().text() + words, null));
        } else {
            parts.add(new Part(words, null));
        }
        return this;
    }

    Sentence figure(String words, String figure) {
        parts.add(new Part(words, figure));
        return this;
    }

    Headline about(Subject subject) {
        return new Headline(subject, List.copyOf(parts));
    }
}
