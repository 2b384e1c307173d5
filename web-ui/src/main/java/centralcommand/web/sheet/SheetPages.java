package centralcommand.web.sheet;

import centralcommand.query.contract.board.MilestoneRow;
import centralcommand.query.contract.history.EventRow;
import centralcommand.query.contract.history.Events;
import centralcommand.query.contract.inbox.Inbox;
import centralcommand.sheets.Line;
import centralcommand.sheets.Problem;
import centralcommand.sheets.Reading;
import centralcommand.sheets.SheetReader;
import centralcommand.sheets.SheetWriter;
import centralcommand.web.api.CommandApi;
import centralcommand.web.api.QueryApi;
import centralcommand.web.desk.DateWords;
import centralcommand.web.desk.Desk;
import centralcommand.web.identity.SignedIn;
import centralcommand.web.sheet.CheckedRow.State;
import centralcommand.web.time.PointInTime;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Download the lines, upload them, see what would be recorded, send what is good. */
@Controller
class SheetPages {
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    /** Rows of which one page asks the service: more are shown page by page. */
    private static final int ROWS_OF_A_PAGE = 200;

    private static final int MOST_PROBLEMS_SHOWN = 500;
    /** A page answers within this; what is left is sent by the next press. */
    private static final Duration ONE_GO = Duration.ofSeconds(8);

    private final QueryApi queries;
    private final CommandApi commands;
    private final KeptUploads kept;
    private final Clock clock;

    SheetPages(QueryApi queries, CommandApi commands, KeptUploads kept, Clock clock) {
        this.queries = queries;
        this.commands = commands;
        this.kept = kept;
        this.clock = clock;
    }

    @GetMapping("/desk/sheet")
    String sheet(SignedIn signedIn, PointInTime at, Model model) {
        return page("sheet/sheet", signedIn, at, inbox(), model);
    }

    @GetMapping("/desk/sheet.xlsx")
    ResponseEntity<byte[]> xlsx() {
        Inbox inbox = inbox();
        return file(inbox, ".xlsx", XLSX, SheetWriter.xlsx(lines(inbox)));
    }

    @GetMapping("/desk/sheet.csv")
    ResponseEntity<byte[]> csv() {
        Inbox inbox = inbox();
        return file(inbox, ".csv", "text/csv;charset=UTF-8", SheetWriter.csv(lines(inbox)));
    }

    private static ResponseEntity<byte[]> file(Inbox inbox, String ending, String type, byte[] bytes) {
        String name = "report-" + inbox.month() + ending;
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(bytes);
    }

    private static List<Line> lines(Inbox inbox) {
        List<Line> lines = new ArrayList<>();
        for (MilestoneRow row : inbox.toReport()) {
            lines.add(Line.blank(
                    lines.size() + 2,
                    row.programId(),
                    row.programName(),
                    row.milestoneId(),
                    row.title(),
                    DateWords.onFile(row),
                    row.version()));
        }
        return lines;
    }

    @PostMapping(path = "/desk/sheet", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    String upload(
            @RequestParam("sheet") MultipartFile file,
            HttpServletRequest request,
            HttpServletResponse response,
            SignedIn signedIn,
            Model model)
            throws IOException {
        Upload upload;
        try (InputStream in = file.getInputStream()) {
            upload = Upload.of(file.getOriginalFilename(), in.readNBytes(SheetReader.MOST_BYTES + 1));
        } catch (IllegalArgumentException unsigned) {
            return refused(String.valueOf(unsigned.getMessage()), response, signedIn, model);
        }
        Reading reading = upload.reading();
        if (reading.refused()) {
            return refused(reading.problems().getFirst().sentence(), response, signedIn, model);
        }
        if (reading.lines().isEmpty() && reading.problems().isEmpty()) {
            String nothing = "No row says anything: write CONFIRM, FORECAST, DOUBT or ACTUAL into the column word.";
            return refused(nothing, response, signedIn, model);
        }
        kept.keep(request, upload);
        return "redirect:/desk/sheet/check?upload=" + upload.sha256();
    }

    private String refused(String sentence, HttpServletResponse response, SignedIn signedIn, Model model) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("refusal", sentence);
        return page("sheet/sheet", signedIn, PointInTime.NOW, inbox(), model);
    }

    @GetMapping("/desk/sheet/check")
    String check(
            @RequestParam("upload") String sha256,
            @RequestParam(name = "from", defaultValue = "0") int from,
            HttpServletRequest request,
            HttpServletResponse response,
            SignedIn signedIn,
            Model model) {
        Upload upload = kept.find(request, sha256).orElse(null);
        if (upload == null) {
            return gone(response, signedIn, model);
        }
        Inbox inbox = inbox();
        SheetSending sending = new SheetSending(commands, upload, inbox);
        List<Line> all = upload.reading().lines();
        int first = Math.clamp(from, 0, all.size());
        int end = Math.min(all.size(), first + ROWS_OF_A_PAGE);
        List<CheckedRow> rows = new ArrayList<>();
        try {
            all.subList(first, end).forEach(line -> rows.add(sending.check(line)));
        } catch (SheetSending.Interrupted wait) {
            model.addAttribute("interrupted", wait.getMessage());
        }
        describe(upload, rows, signedIn, model);
        model.addAttribute("total", all.size());
        model.addAttribute("first", first);
        model.addAttribute("next", first + rows.size() < all.size() ? first + rows.size() : null);
        model.addAttribute("good", rows.stream().filter(CheckedRow::good).count());
        return page("sheet/check", signedIn, PointInTime.NOW, inbox, model);
    }

    @PostMapping("/desk/sheet/apply")
    String apply(
            @RequestParam("upload") String sha256,
            @RequestParam(name = "from", defaultValue = "0") int from,
            HttpServletRequest request,
            HttpServletResponse response,
            SignedIn signedIn,
            Model model) {
        Upload upload = kept.find(request, sha256).orElse(null);
        if (upload == null) {
            return gone(response, signedIn, model);
        }
        SheetSending sending = new SheetSending(commands, upload, inbox());
        List<Line> all = upload.reading().lines();
        int first = Math.clamp(from, 0, all.size());
        List<CheckedRow> rows = new ArrayList<>();
        Instant until = clock.instant().plus(ONE_GO);
        try {
            for (Line line : all.subList(first, all.size())) {
                rows.add(sending.send(line));
                if (clock.instant().isAfter(until)) {
                    break;
                }
            }
        } catch (SheetSending.Interrupted wait) {
            model.addAttribute("interrupted", wait.getMessage());
        }
        int done = first + rows.size();
        long position = rows.stream()
                .map(CheckedRow::position)
                .filter(Objects::nonNull)
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
        Inbox now = queries.get("/api/inbox", position == 0 ? Map.of() : Map.of("minPosition", position), Inbox.class);
        describe(upload, rows, signedIn, model);
        model.addAttribute("total", all.size());
        model.addAttribute("done", done);
        model.addAttribute("next", done < all.size() ? done : null);
        model.addAttribute(
                "recorded", rows.stream().filter(row -> row.position() != null).count());
        return page("sheet/sent", signedIn, PointInTime.NOW, now, model);
    }

    private void describe(Upload upload, List<CheckedRow> rows, SignedIn signedIn, Model model) {
        Map<State, Integer> counts = new EnumMap<>(State.class);
        rows.forEach(row -> counts.merge(row.state(), 1, Integer::sum));
        List<Problem> problems = upload.reading().problems();
        model.addAttribute("upload", upload);
        model.addAttribute("rows", rows);
        model.addAttribute("counts", counts);
        model.addAttribute(
                "problems", problems.stream().limit(MOST_PROBLEMS_SHOWN).toList());
        model.addAttribute("moreProblems", Math.max(0, problems.size() - MOST_PROBLEMS_SHOWN));
        model.addAttribute(
                "badRows", problems.stream().map(Problem::row).distinct().count());
        model.addAttribute("usedBefore", usedBefore(upload, signedIn));
    }

    /** The latest entry of this agency that came under the same key; null where there is none, or no key. */
    private @Nullable EventRow usedBefore(Upload upload, SignedIn signedIn) {
        if (upload.submission() == null) {
            return null;
        }
        String fingerprint = upload.submission().key().fingerprint();
        return queries
                .get(
                        "/api/events",
                        Map.of("source", fingerprint, "order", "desc", "limit", ROWS_OF_A_PAGE),
                        Events.class)
                .rows()
                .stream()
                .filter(event -> event.agency().equals(signedIn.agency()))
                .findFirst()
                .orElse(null);
    }

    private String gone(HttpServletResponse response, SignedIn signedIn, Model model) {
        response.setStatus(HttpStatus.NOT_FOUND.value());
        model.addAttribute(
                "refusal",
                "This upload is no longer kept. Upload the same file again: what was recorded of it already is not recorded twice.");
        return page("sheet/sheet", signedIn, PointInTime.NOW, inbox(), model);
    }

    private Inbox inbox() {
        return queries.get("/api/inbox", Map.of(), Inbox.class);
    }

    private static String page(String view, SignedIn signedIn, PointInTime at, Inbox inbox, Model model) {
        model.addAttribute("desk", Desk.of(signedIn, at, inbox, "/desk/sheet"));
        model.addAttribute("clearance", Desk.clearance(inbox, Objects.requireNonNull(signedIn.agency())));
        model.addAttribute("open", inbox.toReport().size());
        model.addAttribute("position", inbox.standpoint().position());
        return view;
    }
}
