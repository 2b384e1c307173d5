package centralcommand.query.server.portfolio;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Answers that are likely to be asked for again. They say nothing that cannot be worked out anew, so all are dropped when there are too many. */
public final class Kept<K, V> {
    private static final int MOST = 16;

    private final Map<K, V> answers = new HashMap<>();

    /** @param make asks for others of these if it has to; asked at the same time, two may be made and one is kept */
    public V get(K question, Supplier<V> make) {
        V known = known(question);
        if (known != null) {
            return known;
        }
        V made = make.get();
        keep(question, made);
        return made;
    }

    private synchronized @Nullable V known(K question) {
        return answers.get(question);
    }

    private synchronized void keep(K question, V answer) {
        if (answers.size() >= MOST) {
            answers.clear();
        }
        answers.put(question, answer);
    }
}
