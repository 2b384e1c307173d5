package centralcommand.web.board;

import centralcommand.web.api.QueryStreams.Received;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionBindingListener;
import java.io.IOException;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.util.WebUtils;

/** The boards that one session keeps open. They end with it: nobody goes on receiving after signing out. */
final class OpenStreams implements HttpSessionBindingListener {

    /** A browser opens at most six connections to one host; more than these would starve the pages themselves. */
    static final int MOST = 4;

    private static final Logger LOG = LoggerFactory.getLogger(OpenStreams.class);
    private static final String KEY = OpenStreams.class.getName();

    private final Deque<Received> open = new ConcurrentLinkedDeque<>();

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

    /**
     * Keeps one more. Where there are too many the oldest ends: that a browser left is only noticed at the next sign of life, so
     * the oldest is most likely one that nobody receives any more; if somebody does, their browser asks again.
     */
    void add(Received stream) {
        open.addLast(stream);
        while (open.size() > MOST) {
            Received oldest = open.pollFirst();
            if (oldest != null) {
                end(oldest);
            }
        }
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
