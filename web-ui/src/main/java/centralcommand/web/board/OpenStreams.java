package centralcommand.web.board;

import centralcommand.web.api.QueryStreams.Received;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionBindingListener;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.util.WebUtils;

/** The boards that one session keeps open. They end with it: nobody goes on receiving after signing out. */
final class OpenStreams implements HttpSessionBindingListener {

    /** A browser opens at most six connections to one host; more than these would starve the pages themselves. */
    static final int MOST = 4;

    private static final Logger LOG = LoggerFactory.getLogger(OpenStreams.class);
    private static final String KEY = OpenStreams.class.getName();

    private final Set<Received> open = ConcurrentHashMap.newKeySet();

    static OpenStreams of(HttpSession session) {
        synchronized (WebUtils.getSessionMutex(session)) {
            if (session.getAttribute(KEY) instanceof OpenStreams known) {
                return known;
            }
            var fresh = new OpenStreams();
            session.setAttribute(KEY, fresh);
            return fresh;
        }
    }

    boolean full() {
        return open.size() >= MOST;
    }

    void add(Received stream) {
        open.add(stream);
    }

    void end(Received stream) {
        open.remove(stream);
        try {
            stream.close();
        } catch (IOException alreadyGone) {
            LOG.debug("A stream could not be closed.", alreadyGone);
        }
    }

    @Override
    public void valueUnbound(HttpSessionBindingEvent ended) {
        open.forEach(this::end);
    }
}
