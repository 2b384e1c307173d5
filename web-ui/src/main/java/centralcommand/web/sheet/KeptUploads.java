package centralcommand.web.sheet;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Uploads between their dry run and their sending: in memory, for the session that sent them, bounded as a whole. What had to give way is
 * uploaded again; as its ids follow from its content, nothing is recorded twice.
 */
@Component
class KeptUploads {
    private static final String SESSION_KEY = KeptUploads.class.getName() + ".key";
    private static final int MOST_KEPT = 200;
    private static final int MOST_ROWS = 100_000;

    private final Map<String, Upload> kept = new LinkedHashMap<>(16, 0.75f, true);
    private int rows;

    synchronized void keep(HttpServletRequest request, Upload upload) {
        Upload before = kept.put(key(request.getSession(), upload.sha256()), upload);
        rows += rows(upload) - (before == null ? 0 : rows(before));
        Iterator<Upload> eldest = kept.values().iterator();
        while (kept.size() > MOST_KEPT || (rows > MOST_ROWS && kept.size() > 1)) {
            rows -= rows(eldest.next());
            eldest.remove();
        }
    }

    private static int rows(Upload upload) {
        return upload.reading().lines().size() + upload.reading().problems().size();
    }

    synchronized Optional<Upload> find(HttpServletRequest request, String sha256) {
        HttpSession session = request.getSession(false);
        return session == null || session.getAttribute(SESSION_KEY) == null
                ? Optional.empty()
                : Optional.ofNullable(kept.get(key(session, sha256)));
    }

    private static String key(HttpSession session, String sha256) {
        String key = (String) session.getAttribute(SESSION_KEY);
        if (key == null) {
            key = UUID.randomUUID().toString();
            session.setAttribute(SESSION_KEY, key);
        }
        return key + " " + sha256;
    }
}
