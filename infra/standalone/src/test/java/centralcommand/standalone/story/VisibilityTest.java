package centralcommand.standalone.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Entries that carry marked words are planted in every place where an agency can write; then everything that the query service
 * answers is read as every account. The words must be met exactly where they may be, before the release and after it.
 */
@ExtendWith(WithSample.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VisibilityTest {
    private static final List<String> ACCOUNTS = List.of(
            "energy",
            "energy.approver",
            "defense",
            "defense.approver",
            "interior",
            "interior.approver",
            "commerce",
            "commerce.approver",
            "czar",
            "czar.deputy",
            "auditor",
            "admin");

    private Plants plants;
    private long beforePlanting;
    private long beforeRelease;
    private Map<String, Map<String, String>> figuresBefore = Map.of();
    private Map<String, Map<String, String>> figuresPlanted = Map.of();
    private final Map<String, Walk> planted = new HashMap<>();
    private final Map<String, Walk> released = new HashMap<>();
    private final Map<String, Walk> lookingBack = new HashMap<>();
    private final Map<String, List<String>> streamed = new HashMap<>();

    private final RunningSystem system;

    VisibilityTest(RunningSystem system) {
        this.system = system;
    }

    @BeforeAll
    void plant_and_release_while_everybody_looks() throws IOException {
        Api api = system.api();
        beforePlanting = api.head();
        figuresBefore = figures();
        Map<String, EventStream> streams = new HashMap<>();
        ACCOUNTS.forEach(account -> streams.put(account, api.stream(account, beforePlanting)));

        plants = Plants.in(api);
        beforeRelease = api.head();
        api.query("czar", "/api/board?minPosition=" + beforeRelease).expecting(200);
        figuresPlanted = figures();
        ACCOUNTS.forEach(account -> planted.put(account, walk(account, "", "&asOf=" + beforeRelease)));

        long fence = fence(api);
        for (String account : ACCOUNTS) {
            await(account)
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> of(streams, account).reached(fence));
            streamed.put(account, of(streams, account).received());
            of(streams, account).close();
        }
        long head = plants.release(api);
        api.query("czar", "/api/board?minPosition=" + head).expecting(200);
        String today = "&statedBy=" + Dates.TODAY;
        ACCOUNTS.forEach(account -> released.put(account, walk(account, "", "&asOf=" + head, today)));
        ACCOUNTS.forEach(account -> lookingBack.put(account, walk(account, "&asOf=" + beforeRelease)));
    }

    /** Figures are opened once for each audience: its members differ in what they may do, not in what they see. */
    private Walk walk(String account, String... views) {
        Walk walk = Walk.as(account, system.api(), beforePlanting, views);
        return account.contains(".") ? walk : walk.openingFigures(views[0]);
    }

    /** Something that everybody sees, so that what was to come before it has come. */
    private static long fence(Api api) {
        return api.command(
                        "czar",
                        "register-organization",
                        Map.of("organizationId", "fence-bureau", "name", "Bureau of Fences", "validFrom", "2020-01-01"))
                .expecting(200)
                .position();
    }

    @Test
    void what_is_submitted_is_met_inside_its_agency_and_by_auditors_only() {
        assertMetExactlyWhereAllowed(planted, false);
    }

    @Test
    void what_is_released_is_met_by_everyone_but_what_is_marked_only_by_its_agency_the_czars_office_and_auditors() {
        assertMetExactlyWhereAllowed(released, true);
    }

    @Test
    void looking_back_to_before_the_release_shows_no_more_than_was_to_be_seen_then() {
        assertMetExactlyWhereAllowed(lookingBack, false);
    }

    @Test
    void a_hidden_entry_is_named_by_no_answer_and_found_under_no_address() {
        SoftAssertions all = new SoftAssertions();
        for (String account : ACCOUNTS) {
            for (Plants.Plant plant : plants.all()) {
                if (!plant.seenBy(account, false)) {
                    all.assertThat(of(planted, account).positions())
                            .as("%s before release: positions named", account)
                            .doesNotContain(plant.position());
                }
                boolean may = plant.seenBy(account, true);
                all.assertThat(system.api()
                                .query(account, "/api/events/" + plant.position())
                                .status())
                        .as("%s asks for %s", account, plant)
                        .isEqualTo(may ? 200 : 404);
                if (!may) {
                    all.assertThat(of(released, account).positions())
                            .as("%s after release: positions named", account)
                            .doesNotContain(plant.position());
                }
            }
        }
        all.assertAll();
    }

    @Test
    void no_figure_of_others_moves_by_what_is_not_released() {
        SoftAssertions all = new SoftAssertions();
        figuresBefore.forEach((account, answers) -> answers.forEach(
                (path, answer) -> all.assertThat(of(figuresPlanted, account).get(path))
                        .as("%s %s", account, path)
                        .isEqualTo(answer)));
        all.assertAll();
    }

    @Test
    void the_stream_is_silent_about_what_its_reader_may_not_see() {
        SoftAssertions all = new SoftAssertions();
        for (String account : ACCOUNTS) {
            List<Long> told = of(streamed, account).stream()
                    .filter(line -> line.startsWith("id:"))
                    .map(line -> Long.parseLong(line.substring(3).strip()))
                    .toList();
            if (plants.all().stream().noneMatch(plant -> plant.seenBy(account, false))) {
                all.assertThat(told).as(account).hasSize(1).allMatch(position -> position > beforeRelease);
            } else {
                all.assertThat(told)
                        .as(account)
                        .isNotEmpty()
                        .first()
                        .satisfies(position -> assertThat(position)
                                .isGreaterThan(beforePlanting)
                                .isLessThanOrEqualTo(beforeRelease));
            }
            String everything = String.join("\n", of(streamed, account));
            plants.all().forEach(plant -> all.assertThat(everything).doesNotContain(plant.words()));
        }
        all.assertAll();
    }

    @Test
    void only_auditors_see_with_the_eyes_of_others_and_then_no_more_than_they() {
        for (String account : ACCOUNTS) {
            if (!account.equals("auditor")) {
                system.api().query(account, "/api/board?viewAs=AUDITOR").expecting(403);
            }
        }
        Map<String, String> eyes = Map.of("CZAR", "czar", "ENERGY", "energy", "DEFENSE", "defense", "PUBLIC", "admin");
        eyes.forEach((viewAs, account) -> {
            String seen = Walk.as("auditor", system.api(), beforePlanting, "&viewAs=" + viewAs)
                    .openingFigures("&viewAs=" + viewAs)
                    .text();
            for (Plants.Plant plant : plants.all()) {
                assertThat(seen.contains(plant.words()))
                        .as("auditor as %s: %s", viewAs, plant)
                        .isEqualTo(plant.seenBy(account, true));
            }
        });
    }

    @Test
    void pages_and_downloads_show_their_reader_no_more_than_the_services_do() {
        List<String> paths = List.of(
                "/board",
                "/board.csv",
                "/board/changes?from=" + beforePlanting,
                "/slippage",
                "/funding",
                "/funding.csv",
                "/capacity",
                "/capacity.csv",
                "/programs",
                "/programs/rer-upton",
                "/replay");
        try (Chromium chromium = new Chromium()) {
            for (String account : List.of("energy", "interior", "czar", "auditor", "admin")) {
                try (Person person = chromium.person(system, account)) {
                    person.signIn();
                    List<String> texts = paths.stream().map(person::fetch).toList();
                    for (Plants.Plant plant : plants.all()) {
                        boolean met = texts.stream().anyMatch(text -> text.contains(plant.words()));
                        assertThat(met && !plant.seenBy(account, true))
                                .as("%s meets %s", account, plant)
                                .isFalse();
                        assertThat(person.status("/events/" + plant.position()))
                                .as("%s opens %s", account, plant)
                                .isEqualTo(plant.seenBy(account, true) ? 200 : 404);
                    }
                }
            }
        }
    }

    private void assertMetExactlyWhereAllowed(Map<String, Walk> walks, boolean afterRelease) {
        SoftAssertions all = new SoftAssertions();
        for (String account : ACCOUNTS) {
            Walk walk = of(walks, account);
            for (Plants.Plant plant : plants.all()) {
                Set<String> where = new TreeSet<>(walk.where(plant.words()));
                if (!plant.seenBy(account, afterRelease)) {
                    all.assertThat(where).as("%s meets %s", account, plant).isEmpty();
                } else {
                    all.assertThat(where)
                            .as("%s meets %s among the events", account, plant)
                            .anyMatch(path -> path.startsWith("/api/events"));
                    if (plant.shownIn() != null) {
                        all.assertThat(where)
                                .as("%s meets %s in %s", account, plant, plant.shownIn())
                                .anyMatch(path -> path.startsWith("/api/" + plant.shownIn()));
                    }
                }
            }
        }
        all.assertAll();
    }

    /** What those who may see none of the plants are answered, without what must move: position and version. */
    private Map<String, Map<String, String>> figures() {
        Map<String, Map<String, String>> figures = new LinkedHashMap<>();
        for (String account : List.of("interior", "commerce.approver", "admin")) {
            Map<String, String> answers = new LinkedHashMap<>();
            Stream.of(
                            "board?limit=1000",
                            "slippage?limit=1000",
                            "funding?limit=1000",
                            "capacity",
                            "programs?limit=1000")
                    .forEach(path -> answers.put(
                            path,
                            stable(system.api()
                                    .query(account, "/api/" + path)
                                    .expecting(200)
                                    .body())));
            answers.put(
                    "programs/rer-upton",
                    stable(system.api()
                            .query(account, "/api/programs/rer-upton")
                            .expecting(200)
                            .body()));
            figures.put(account, answers);
        }
        return figures;
    }

    /** The version is what {@code If-Match} is held against, so it counts every event of the record. */
    private static String stable(String body) {
        return body.replaceFirst("\"position\":\\d+", "").replaceAll("\"version\":\\d+", "");
    }

    private static <T> T of(Map<String, T> all, String account) {
        return Objects.requireNonNull(all.get(account), account);
    }
}
