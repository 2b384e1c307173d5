package centralcommand.web.board;

import centralcommand.query.contract.board.Coverage;
import centralcommand.query.contract.board.MilestoneBoard;
import centralcommand.query.contract.history.Changes;
import centralcommand.web.api.QueryApi;
import centralcommand.web.identity.SignedIn;
import centralcommand.web.table.AgencyChoices;
import centralcommand.web.table.Filters;
import centralcommand.web.table.KeyFigure;
import centralcommand.web.time.FactWording;
import centralcommand.web.time.PointInTime;
import centralcommand.web.time.Wording;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The milestone board: ten seconds on the first screen, everything else below it. */
@Controller
class BoardPages {

    private static final int ROWS = 100;
    private static final int CHANGES_SHOWN = 5;

    private final QueryApi queries;
    private final FactWording facts;
    private final Wording wording;

    BoardPages(QueryApi queries, FactWording facts, Wording wording) {
        this.queries = queries;
        this.facts = facts;
        this.wording = wording;
    }

    /**
     * What changed since somebody's last look.
     *
     * @param from position of that look
     * @param rows the first of the changes
     * @param more how many more there are on this answer; the page of changes has them all
     */
    record SinceLastLook(long from, List<Changes.Change> rows, int more) {}

    @GetMapping("/board")
    String board(
            HttpServletRequest request, HttpServletResponse response, SignedIn person, PointInTime at, Model model) {
        Filters filters = BoardFilters.of(request, facts, BoardFilters.ORDERS);
        Map<String, Object> asked = new HashMap<>(filters.parameters());
        asked.put("limit", ROWS);
        MilestoneBoard board = queries.get("/api/board", asked, MilestoneBoard.class);
        model.addAttribute("board", board);
        model.addAttribute("filters", AgencyChoices.in(filters, board.coverage(), facts));
        model.addAttribute("strip", strip(board, at));
        model.addAttribute(
                "timeline", BoardTimeline.of(board.rows(), board.standpoint().today(), at, facts));
        model.addAttribute("since", at.past() ? null : since(board, person, request, response));
        model.addAttribute("mayDecide", !at.past() && (person.czar() || person.approver()));
        return request.getHeader("HX-Request") == null ? "board/board" : "board/board :: live";
    }

    /** Everything that changed since a position, one line for each figure. */
    @GetMapping("/board/changes")
    String changes(@RequestParam long from, @RequestParam(required = false) @Nullable Long after, Model model) {
        Map<String, @Nullable Object> asked = new HashMap<>();
        asked.put("from", from);
        asked.put("after", after);
        Changes changes = queries.get("/api/changes", asked, Changes.class);
        model.addAttribute("position", changes.standpoint().position());
        model.addAttribute("changes", changes);
        return "board/changes";
    }

    /** Moves the mark up to which its owner has seen the board. */
    @PostMapping("/board/seen")
    String seen(
            @RequestParam long position, SignedIn person, HttpServletRequest request, HttpServletResponse response) {
        LastLook.keep(position, person, request, response);
        return "redirect:/board";
    }

    private List<KeyFigure> strip(MilestoneBoard board, PointInTime at) {
        var standpoint = board.standpoint();
        var coverage = board.coverage();
        return List.of(
                new KeyFigure(
                        "Known to",
                        wording.day(standpoint.knownTo()),
                        "the latest day on which anything here was stated",
                        null),
                new KeyFigure(
                        "Position",
                        wording.count(standpoint.position()),
                        "the last ledger entry in these figures",
                        null),
                new KeyFigure("Shown", facts.viewedAs(standpoint), facts.viewedAsNote(standpoint), null),
                coverage(coverage, at));
    }

    private KeyFigure coverage(Coverage coverage, PointInTime at) {
        int programs = coverage.programs();
        int without = coverage.withoutDatedMilestone();
        String href = at.toFigure(coverage.figure());
        return programs == 0
                ? new KeyFigure("Coverage", "None", "there is no program yet", href)
                : new KeyFigure(
                        "Coverage",
                        wording.count(without) + " of " + wording.count(programs),
                        (programs == 1 ? "program " : "programs ")
                                + (without == 1 ? "has" : "have")
                                + " no dated milestone",
                        href);
    }

    private @Nullable SinceLastLook since(
            MilestoneBoard board, SignedIn person, HttpServletRequest request, HttpServletResponse response) {
        long now = board.standpoint().position();
        OptionalLong seen = LastLook.of(request, person);
        if (seen.isEmpty() || seen.getAsLong() > now) {
            LastLook.keep(now, person, request, response);
            return null;
        }
        if (seen.getAsLong() == now) {
            return new SinceLastLook(now, List.of(), 0);
        }
        Changes changes = queries.get("/api/changes", Map.of("from", seen.getAsLong()), Changes.class);
        List<Changes.Change> rows = changes.rows();
        return new SinceLastLook(
                seen.getAsLong(),
                rows.stream().limit(CHANGES_SHOWN).toList(),
                Math.max(0, rows.size() - CHANGES_SHOWN));
    }
}
