package centralcommand.query.server.board;

import centralcommand.query.contract.board.Headline;
import centralcommand.query.contract.board.Headline.Part;
import centralcommand.query.contract.board.Headline.Subject;
import java.util.ArrayList;
import java.util.List;

/** A sentence under way: words, and figures that can be opened. */
final class Sentence {
    private final List<Part> parts = new ArrayList<>();

    Sentence say(String words) {
        parts.add(new Part(words, null));
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
