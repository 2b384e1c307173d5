package centralcommand.ledger.append;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who wants to be woken after an append. */
public final class Listeners {
    private static final Logger LOG = LoggerFactory.getLogger(Listeners.class);

    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    /** @return what to {@link #remove}; one object for each call, so that a listener that is added twice is removed once */
    public Runnable add(Runnable wakeUp) {
        Runnable listener = wakeUp::run;
        listeners.add(listener);
        return listener;
    }

    /** @return whether it was there and nobody listens any more */
    public boolean remove(Runnable listener) {
        return listeners.remove(listener) && listeners.isEmpty();
    }

    public void clear() {
        listeners.clear();
    }

    /** Wakes all; one that fails does not silence the others. */
    public void wake() {
        for (var listener : listeners) {
            try {
                listener.run();
            } catch (RuntimeException e) {
                LOG.error("A listener of the ledger failed on being woken; the others are woken all the same.", e);
            }
        }
    }
}
