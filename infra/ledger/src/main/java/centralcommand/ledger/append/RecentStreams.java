package centralcommand.ledger.append;

import java.util.LinkedHashMap;
import java.util.Map;

/** What is known of the streams that were written to of late. Whoever keeps it must clear it when somebody else has written. */
public final class RecentStreams<T> extends LinkedHashMap<String, T> {
    private static final long serialVersionUID = 1L;
    private static final int MOST = 20_000;
    private static final float LOAD = 0.75f;

    public RecentStreams() {
        super(16, LOAD, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, T> eldest) {
        return size() > MOST;
    }
}
