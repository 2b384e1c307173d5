package centralcommand.standalone.story;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Entries with words that occur nowhere else, in every place where somebody can write. */
final class Plants {
    /** Up to where an entry is meant to be seen once it is released. */
    enum Reach {
        EVERYONE,
        CZAR,
        NEVER_RELEASED
    }

    /**
     * One entry.
     *
     * @param words that are met wherever it is seen
     * @param agency for which it was submitted; none for the czar's office
     * @param shownIn the query that shows the words besides the events; none where only the events do
     */
    record Plant(
            String words,
            long position,
            @Nullable String agency,
            Reach reach,
            @Nullable String shownIn) {

        boolean seenBy(String account, boolean afterRelease) {
            if (account.equals("auditor") || (agency != null && account.split("\\.")[0].equals(agency))) {
                return true;
            }
            boolean released = reach != Reach.NEVER_RELEASED && (afterRelease || agency == null);
            return released && (reach == Reach.EVERYONE || account.startsWith("czar"));
        }
    }

    private final List<Plant> all = new ArrayList<>();
    private final Api api;

    private Plants(Api api) {
        this.api = api;
    }

    List<Plant> all() {
        return all;
    }

    static Plants in(Api api) {
        Plants plants = new Plants(api);
        plants.reports();
        plants.money();
        plants.promises();
        plants.whatIsTakenBackOrRefused();
        return plants;
    }

    private void reports() {
        energy(
                "report-forecast",
                "zqforecast",
                "board",
                Reach.EVERYONE,
                Map.of(
                        "programId", "rer-upton",
                        "milestoneId", "rer-demo-ops",
                        "date", Dates.IN_HALF_A_YEAR,
                        "narrative", "zqforecast"));
        energy(
                "report-doubt",
                "zqdoubt",
                "board",
                Reach.CZAR,
                Map.of(
                        "programId", "niron-sartell",
                        "milestoneId", "niron-ops",
                        "narrative", "zqdoubt",
                        "marking", "PRE_DECISIONAL"));
        energy(
                "report-forecast",
                "zqproprietary",
                "board",
                Reach.CZAR,
                Map.of(
                        "programId", "wvu-amd",
                        "milestoneId", "wvu-phase1",
                        "date", Dates.IN_HALF_A_YEAR,
                        "narrative", "zqproprietary",
                        "marking", "PROPRIETARY"));
        energy(
                "report-forecast",
                "zqsource",
                null,
                Reach.EVERYONE,
                Map.of(
                        "programId", "cyclic-us",
                        "milestoneId", "cyclic-mcbee-ops",
                        "date", "2099-12-31",
                        "source", "zqsource",
                        "marking", "CUI"));
        energy(
                "link-milestones",
                "zqlink",
                "programs/rer-upton",
                Reach.EVERYONE,
                Map.of(
                        "linkId", "zqlink-id",
                        "from", Map.of("externalParty", "Licensing board"),
                        "to", Map.of("programId", "rer-upton", "milestoneId", "rer-demo-ops"),
                        "kind", "PERMIT",
                        "note", "zqlink"));
    }

    private void money() {
        energy(
                "record-funding",
                "zqfunding",
                "funding",
                Reach.EVERYONE,
                Map.of(
                        "fundingId", "zqfunding-id",
                        "programId", "rer-upton",
                        "instrument", "GRANT",
                        "payer", "DOE",
                        "amount", Map.of("amount", "7000000.00", "currency", "USD"),
                        "column", "BOUND",
                        "note", "zqfunding"));
        energy(
                "pledge-capacity",
                "zqcapacity",
                "capacity",
                Reach.EVERYONE,
                Map.of(
                        "capacityId", "zqcapacity-id",
                        "programId", "rer-upton",
                        "material", "NDPR_OXIDE",
                        "stage", "SEPARATION",
                        "tonnesPerYear", 12,
                        "year", 2029,
                        "kind", "PLANNED",
                        "note", "zqcapacity",
                        "marking", "CUI"));
        plant(
                "defense",
                "record-funding",
                "zqdefense",
                "funding",
                Reach.CZAR,
                Map.of(
                        "fundingId", "zqdefense-id",
                        "programId", "mp-10x",
                        "instrument", "LOAN",
                        "payer", "DoW",
                        "column", "CONDITIONAL",
                        "note", "zqdefense",
                        "marking", "PROPRIETARY"));
        long position = send(
                "czar",
                "set-capacity-target",
                Map.of(
                        "targetId", "zqtarget-id",
                        "material", "NDFEB_MAGNET",
                        "stage", "MAGNET",
                        "year", 2031,
                        "kind", "TARGET",
                        "basis", "zqtarget",
                        "marking", "PRE_DECISIONAL"));
        all.add(new Plant("zqtarget", position, null, Reach.CZAR, "capacity"));
    }

    private void promises() {
        energy(
                "propose-program",
                "zqprogram",
                "programs",
                Reach.EVERYONE,
                Map.of(
                        "programId", "zqprogram-id",
                        "name", "zqprogram",
                        "performer", "A laboratory",
                        "leadAgency", "ENERGY",
                        "lineOfEffort", "CAPITAL",
                        "stage", "SEPARATION",
                        "description", "zqprogram"));
        energy(
                "propose-baseline",
                "zqbaseline",
                "programs/cmi-hub",
                Reach.EVERYONE,
                Map.of(
                        "programId", "cmi-hub",
                        "basis", "annual plan",
                        "milestones",
                                List.of(Map.of(
                                        "milestoneId", "zqbaseline-id",
                                        "title", "zqbaseline",
                                        "date", Dates.IN_HALF_A_YEAR))));
        energy(
                "amend-program",
                "zqamendment",
                "programs/und-lignite",
                Reach.CZAR,
                Map.of("programId", "und-lignite", "description", "zqamendment", "marking", "PRE_DECISIONAL"));
        energy(
                "correct-entry",
                "zqcorrection",
                null,
                Reach.EVERYONE,
                Map.of("position", releasedFundingLineOfEnergy(), "reason", "zqcorrection"));
    }

    private void whatIsTakenBackOrRefused() {
        energy(
                "report-forecast",
                "zqwithdrawn",
                null,
                Reach.NEVER_RELEASED,
                Map.of(
                        "programId", "ramaco-brook",
                        "milestoneId", "ramaco-pilot",
                        "date", Dates.IN_HALF_A_YEAR,
                        "narrative", "zqwithdrawn"));
        long taken = all.getLast().position();
        energy(
                "withdraw-entry",
                "zqwithdrawal",
                null,
                Reach.NEVER_RELEASED,
                Map.of("position", taken, "reason", "zqwithdrawal"));
        api.command(
                        "energy",
                        "report-forecast",
                        Map.of(
                                "programId", "ucore-smc",
                                "milestoneId", "ucore-first-prod",
                                "date", Dates.IN_HALF_A_YEAR,
                                "narrative", "zqrefused"))
                .expecting(403);
        all.add(new Plant("zqrefused", api.head(), "energy", Reach.NEVER_RELEASED, null));
    }

    private long releasedFundingLineOfEnergy() {
        return api.allRows("energy", "/api/events?limit=1000&type=funding-recorded").stream()
                .filter(event -> event.get("actor").asString().equals("energy"))
                .mapToLong(event -> event.get("position").asLong())
                .findFirst()
                .orElseThrow();
    }

    private void energy(String command, String words, @Nullable String shownIn, Reach reach, Map<String, ?> fields) {
        plant("energy", command, words, shownIn, reach, fields);
    }

    private void plant(
            String account,
            String command,
            String words,
            @Nullable String shownIn,
            Reach reach,
            Map<String, ?> fields) {
        long position = send(account, command, fields);
        all.add(new Plant(words, position, account, reach, shownIn));
    }

    private long send(String account, String command, Map<String, ?> fields) {
        return api.command(account, command, new HashMap<>(fields))
                .expecting(200)
                .position();
    }

    /** The approvers release what may be released; answers the last position. */
    long release(Api api) {
        long last = 0;
        for (String agency : List.of("energy", "defense")) {
            List<Long> positions = all.stream()
                    .filter(plant -> agency.equals(plant.agency()) && plant.reach() != Reach.NEVER_RELEASED)
                    .map(Plant::position)
                    .toList();
            JsonNode answer = api.command(agency + ".approver", "release-entries", Map.of("positions", positions))
                    .expecting(200)
                    .json();
            last = answer.get("position").asLong();
        }
        return last;
    }
}
