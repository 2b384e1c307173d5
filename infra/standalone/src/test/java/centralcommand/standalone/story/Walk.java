package centralcommand.standalone.story;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Everything that the query service answers to one account, by address. */
final class Walk {
    private static final List<String> QUERIES = List.of(
            "board?limit=1000",
            "slippage?limit=1000",
            "funding?limit=1000",
            "capacity?",
            "programs?limit=1000",
            "programs/rer-upton?",
            "programs/cmi-hub?",
            "programs/und-lignite?",
            "programs/niron-sartell?",
            "programs/mp-10x?",
            "programs/zqprogram-id?",
            "handoffs?",
            "inbox?",
            "ledger?",
            "pushes?milestoneId=rer-demo-ops&date=2099-12-31&precision=DAY",
            "promises?milestoneId=rer-demo-ops",
            "programs/rer-upton/schedule?",
            "programs/niron-sartell/schedule?",
            "hidden-slips?",
            "thresholds?",
            "thresholds.csv?",
            "closures?",
            "warning-times?",
            "warning-times.csv?",
            "board.csv?limit=1000",
            "slippage.csv?limit=1000",
            "funding.csv?limit=1000",
            "capacity.csv?",
            "handoffs.csv?",
            "handoff-links.csv?",
            "events.csv?limit=1000&after=0");

    private final Api api;
    private final String account;
    private final Map<String, String> answers = new LinkedHashMap<>();
    private final Set<Long> positions = new TreeSet<>();
    private final Set<String> figures = new TreeSet<>();

    private Walk(Api api, String account) {
        this.api = api;
        this.account = account;
    }

    /** @param views what is added to each address: as of when, stated by when, seen as whom */
    static Walk as(String account, Api api, long changesFrom, String... views) {
        Walk walk = new Walk(api, account);
        for (String view : views) {
            QUERIES.forEach(query -> walk.read("/api/" + query + view));
            walk.read("/api/changes?limit=1000&from=" + changesFrom + view);
            walk.read("/api/events?limit=1000&after=" + changesFrom + view);
        }
        return walk;
    }

    /** Opens each figure that was met to its entries. */
    Walk openingFigures(String view) {
        figures.forEach(figure -> read("/api/lineage?figure=" + Api.encoded(figure) + view));
        return this;
    }

    private void read(String path) {
        Answer answer = api.query(account, path);
        boolean guessed = path.startsWith("/api/programs/zqprogram-id") || path.startsWith("/api/lineage");
        if (!(guessed && answer.status() == 404)) {
            answer.expecting(200);
            answers.put(path, answer.body());
            if (!path.contains(".csv")) {
                answer.json().forEachEntry((name, value) -> collect(name, value, true));
            }
        }
    }

    /** Figures to be opened next, and positions named; at the top of an answer these say only how far it looks. */
    private void collect(String name, JsonNode value, boolean top) {
        if (value.isObject()) {
            value.forEachEntry((inner, each) -> collect(inner, each, false));
        } else if (value.isArray()) {
            value.forEach(each -> collect(name, each, false));
        } else if (name.equals("figure") && value.isString()) {
            figures.add(value.asString());
        } else if (!top
                && value.isNumber()
                && List.of("position", "positions", "clearedAt").contains(name)) {
            positions.add(value.asLong());
        }
    }

    Set<Long> positions() {
        return positions;
    }

    /** Addresses whose answers hold the words. */
    List<String> where(String words) {
        return answers.entrySet().stream()
                .filter(answer -> answer.getValue().contains(words))
                .map(Map.Entry::getKey)
                .toList();
    }

    String text() {
        return answers.values().stream().collect(Collectors.joining("\n"));
    }
}
