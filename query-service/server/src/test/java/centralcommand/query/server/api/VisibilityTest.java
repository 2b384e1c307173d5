package centralcommand.query.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import centralcommand.command.contract.shared.Role;
import centralcommand.query.server.told.History;
import centralcommand.query.server.told.Story;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Walks every query, for every role, from every moment, and looks for words that the role may not read. */
class VisibilityTest {
    private static final Pattern PLANTED = Pattern.compile("zz(inside|marked|czar|released)");
    /** Amounts that stand only in hidden entries, alone or added to others: 987,654,321, 123,456,789, and sums with 400 million. */
    private static final List<String> HIDDEN_AMOUNTS_INSIDE = List.of("987654321", "987,654,321", "1387654321", "8777");

    private static final Pattern FIGURE = Pattern.compile("\"figure\":\"([^\"]+)\"");

    @TempDir
    private static Path folder;

    private static RunningService service;
    private static long head;
    private static String auditor;
    private static List<String> paths;

    @BeforeAll
    static void start() throws Exception {
        service = new RunningService(folder);
        History history = Story.told();
        head = service.record(history.facts());
        auditor = service.token("auditor", null, Role.AUDITOR);
        service.json(auditor, "/api/board?minPosition=" + head);
        paths = paths();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "energy | ENERGY | AGENCY_STAFF | | inside marked released",
                "energy.approver | ENERGY | AGENCY_APPROVER | | inside marked released",
                "defense | DEFENSE | AGENCY_STAFF | | released",
                "defense.approver | DEFENSE | AGENCY_APPROVER | | released",
                "commerce | COMMERCE | AGENCY_STAFF | | released",
                "czar | none | CZAR | | marked czar released",
                "admin | none | ADMIN | | released",
                "auditor | none | AUDITOR | | inside marked czar released",
                "auditor | none | AUDITOR | ENERGY | inside marked released",
                "auditor | none | AUDITOR | DEFENSE | released",
                "auditor | none | AUDITOR | CZAR | marked czar released",
                "auditor | none | AUDITOR | PUBLIC | released",
            })
    void a_role_reads_what_it_may_and_nothing_else_wherever_it_looks(
            String account, String agency, Role role, String viewAs, String readable) throws Exception {
        String token = service.token(account, agency, role);
        Set<String> found = new TreeSet<>();
        for (String path : paths) {
            String asked = viewAs == null || viewAs.isBlank()
                    ? path
                    : path + (path.contains("?") ? "&" : "?") + "viewAs=" + viewAs;
            HttpResponse<String> response = service.get(token, asked);
            assertThat(response.statusCode()).as(asked).isIn(200, 404);
            if (response.statusCode() == 404) {
                continue; // It repeats what was asked for, which proves nothing.
            }
            Set<String> here = planted(response.body());
            assertThat(Set.of(readable.split(" "))).as(account + " at " + asked).containsAll(here);
            if (!readable.contains("inside")) {
                assertThat(HIDDEN_AMOUNTS_INSIDE).as(asked).noneMatch(response.body()::contains);
            }
            found.addAll(here);
        }
        assertThat(found).containsExactlyInAnyOrder(readable.split(" "));
    }

    private static Set<String> planted(String body) {
        Set<String> found = new TreeSet<>();
        Matcher matcher = PLANTED.matcher(body.toLowerCase(Locale.ROOT));
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    /** Every query from now, the lists from every moment, and every figure that an auditor is given. */
    private static List<String> paths() throws Exception {
        List<String> lists = List.of(
                "/api/board",
                "/api/slippage",
                "/api/funding",
                "/api/capacity",
                "/api/programs",
                "/api/inbox",
                "/api/warning-times",
                "/api/promises?milestoneId=first-product",
                "/api/promises?milestoneId=full-rate",
                "/api/promises?milestoneId=magnets-made",
                "/api/events?limit=1000",
                "/api/events?order=desc",
                "/api/ledger",
                "/api/hidden-slips",
                "/api/programs/open-program/schedule",
                "/api/programs/other-program/schedule",
                "/api/programs/open-program",
                "/api/programs/zzmarked-program",
                "/api/programs/zzinside-program",
                "/api/programs/other-program");
        List<String> all = new ArrayList<>(lists);
        for (String list : lists) {
            for (long position = 1; position <= head; position += 3) {
                all.add(list + (list.contains("?") ? "&" : "?") + "asOf=" + position);
            }
            all.add(list + (list.contains("?") ? "&" : "?") + "statedBy=2025-12-02");
        }
        for (String csv : List.of("board", "slippage", "funding", "capacity", "events", "warning-times")) {
            all.add("/api/" + csv + ".csv");
        }
        for (long position = 1; position <= head; position++) {
            all.add("/api/events/" + position);
            all.add("/api/changes?limit=1000&from=" + (position - 1));
        }
        for (String filter :
                List.of("source=zz", "actor=energy", "actor=czar", "type=command-refused", "programId=open-program")) {
            all.add("/api/events?" + filter);
        }
        for (String milestone : List.of("first-product", "full-rate", "magnets-made", "zzinside-milestone")) {
            all.add("/api/pushes?date=2027-05-05&milestoneId=" + milestone);
        }
        Set<String> figures = new LinkedHashSet<>();
        for (String path : List.copyOf(all)) {
            Matcher matcher = FIGURE.matcher(service.get(auditor, path).body());
            while (matcher.find()) {
                figures.add(matcher.group(1));
            }
        }
        assertThat(figures).hasSizeGreaterThan(30);
        figures.forEach(figure -> all.add("/api/lineage?figure=" + URLEncoder.encode(figure, StandardCharsets.UTF_8)));
        return all;
    }
}
