package centralcommand.web.history;

import centralcommand.query.contract.board.MilestoneBoard;
import centralcommand.query.contract.history.Changes;
import centralcommand.query.contract.history.Events;
import centralcommand.query.contract.history.LedgerState;
import centralcommand.web.api.QueryApi;
import centralcommand.web.api.QueryStreams;
import centralcommand.web.identity.SignedIn;
import centralcommand.web.time.PointInTime;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** History on two axes: the board as it was, and beside it what the next entries changed. */
@Controller
class ReplayPages {
    /** How many entries "next" means. */
    private static final int STEP = 10;

    private static final int BOARD_ROWS = 25;
    private static final int SEARCH_ROWS = 25;
    private static final List<String> SEARCHED = List.of("actor", "source", "programId", "type");

    private final QueryApi queries;
    private final QueryStreams streams;

    ReplayPages(QueryApi queries, QueryStreams streams) {
        this.queries = queries;
        this.streams = streams;
    }

    /**
     * Where the replay stands.
     *
     * @param position of the board that is shown
     * @param head last position of the ledger
     */
    record Place(long position, long head) {
        public long before() {
            return Math.max(0, position - STEP);
        }

        public long after() {
            return Math.min(head, position + STEP);
        }

        public boolean atStart() {
            return position == 0;
        }

        public boolean atHead() {
            return position >= head;
        }
    }

    @GetMapping("/replay")
    String replay(
            HttpServletRequest request,
            SignedIn person,
            @RequestParam(name = "recordedOn", required = false) @Nullable String recordedOn,
            @RequestParam(name = "after", defaultValue = "0") long after,
            Model model) {
        if (recordedOn != null && !recordedOn.isBlank()) {
            return "redirect:" + asOf(request, recordedOn);
        }
        Map<String, @Nullable Object> now = new HashMap<>();
        now.put("asOf", null);
        now.put("statedBy", null);
        LedgerState ledger = queries.get("/api/ledger", now, LedgerState.class);
        MilestoneBoard board = queries.get("/api/board", Map.of("limit", BOARD_ROWS), MilestoneBoard.class);
        Place place = new Place(board.standpoint().position(), ledger.head());
        model.addAttribute("ledger", ledger);
        model.addAttribute("board", board);
        model.addAttribute("position", place.position());
        model.addAttribute("place", place);
        model.addAttribute("changes", place.atHead() ? null : changes(place));
        Events found = search(request, after);
        model.addAttribute("search", found);
        model.addAttribute("olderHref", older(request, found));
        model.addAttribute("searched", SEARCHED.stream().anyMatch(name -> given(request, name)));
        model.addAttribute("mayViewAs", person.auditor());
        return "history/replay";
    }

    /** To be kept elsewhere: only a checkpoint that nobody here can change shows that history was not rewritten. */
    @GetMapping("/replay/checkpoint.txt")
    void checkpoint(HttpServletResponse response) throws IOException {
        try (var note = streams.open("/api/ledger/checkpoint", Map.of(), "text/plain", Map.of())) {
            response.setContentType(note.contentType());
            response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"checkpoint.txt\"");
            note.body().transferTo(response.getOutputStream());
        }
    }

    private Changes changes(Place place) {
        Map<String, @Nullable Object> asked = new HashMap<>();
        asked.put("asOf", null);
        asked.put("from", place.position());
        asked.put("to", place.after());
        return queries.get("/api/changes", asked, Changes.class);
    }

    private Events search(HttpServletRequest request, long after) {
        Map<String, @Nullable Object> asked = new HashMap<>();
        SEARCHED.forEach(name -> asked.put(name, request.getParameter(name)));
        asked.put("limit", SEARCH_ROWS);
        asked.put("order", "desc");
        if (after > 0) {
            asked.put("after", after);
        }
        return queries.get("/api/events", asked, Events.class);
    }

    private static boolean given(HttpServletRequest request, String name) {
        String value = request.getParameter(name);
        return value != null && !value.isBlank();
    }

    /** A day typed for the recorded axis takes the place of the slider's position in the address. */
    private static String asOf(HttpServletRequest request, String recordedOn) {
        Map<String, String> kept = single(request);
        kept.remove("recordedOn");
        kept.put("asOf", recordedOn);
        return PointInTime.address("/replay", kept);
    }

    private static @Nullable String older(HttpServletRequest request, Events found) {
        if (found.next() == null) {
            return null;
        }
        Map<String, String> kept = single(request);
        kept.put("after", String.valueOf(found.next()));
        return PointInTime.address("/replay", kept);
    }

    private static Map<String, String> single(HttpServletRequest request) {
        Map<String, String> single = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, values) -> {
            if (!values[0].isBlank()) {
                single.put(name, values[0]);
            }
        });
        return single;
    }
}
