package centralcommand.web;

import centralcommand.command.contract.capacity.CapacityId;
import centralcommand.command.contract.capacity.Material;
import centralcommand.command.contract.capacity.TargetId;
import centralcommand.command.contract.capacity.TargetKind;
import centralcommand.command.contract.funding.FundingColumn;
import centralcommand.command.contract.funding.FundingId;
import centralcommand.command.contract.funding.Instrument;
import centralcommand.command.contract.program.LineOfEffort;
import centralcommand.command.contract.program.ProgramId;
import centralcommand.command.contract.program.Stage;
import centralcommand.command.contract.schedule.Cause;
import centralcommand.command.contract.schedule.CauseBasis;
import centralcommand.command.contract.schedule.MilestoneId;
import centralcommand.command.contract.schedule.MilestoneKind;
import centralcommand.command.contract.shared.Agency;
import centralcommand.command.contract.shared.Money;
import centralcommand.command.contract.shared.Precision;
import centralcommand.command.contract.shared.Provenance.Marking;
import centralcommand.command.contract.shared.Tonnes;
import centralcommand.query.contract.board.Coverage;
import centralcommand.query.contract.board.Decision;
import centralcommand.query.contract.board.Headline;
import centralcommand.query.contract.board.MilestoneBoard;
import centralcommand.query.contract.board.MilestoneRow;
import centralcommand.query.contract.board.MilestoneStatus;
import centralcommand.query.contract.board.Slippage;
import centralcommand.query.contract.board.StatedDay;
import centralcommand.query.contract.capacity.Capacity;
import centralcommand.query.contract.funding.Funding;
import centralcommand.query.contract.funding.FundingRow;
import centralcommand.query.contract.history.Changes;
import centralcommand.query.contract.shared.EntryStatus;
import centralcommand.query.contract.shared.Standpoint;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What the query service may answer, as records of its contract, for pages that are tested without it. */
public final class Answers {

    public static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Answers() {}

    public static String json(Object answer) {
        return JSON.writeValueAsString(answer);
    }

    public static Standpoint seenAs(String viewer) {
        return new Standpoint(412, null, null, viewer, TODAY, LocalDate.of(2026, 6, 12));
    }

    public static Coverage coverage() {
        return new Coverage(
                55,
                27,
                30,
                4,
                9,
                "27 of 55 programs have no dated milestone; 4 milestones were never heard of.",
                List.of(new Agency("COMMERCE"), new Agency("ENERGY")),
                "coverage");
    }

    public static StatedDay day(String date, Precision precision, String words, long position) {
        LocalDate last = LocalDate.parse(date);
        return new StatedDay(
                last,
                precision.first(last),
                precision,
                words,
                LocalDate.of(2023, 1, 2),
                position,
                EntryStatus.RELEASED,
                Marking.NONE,
                "day:" + position);
    }

    /** The same day, as its agency and auditors see it while it waits for release. */
    public static StatedDay waiting(StatedDay day) {
        return new StatedDay(
                day.date(),
                day.first(),
                day.precision(),
                day.asStated(),
                day.statedOn(),
                day.position(),
                EntryStatus.SUBMITTED,
                Marking.PRE_DECISIONAL,
                day.figure());
    }

    /** A milestone that moved from the end of 2023 to the end of 2026, both known to the year. */
    public static MilestoneRow late(String id, String title) {
        return row(
                id,
                title,
                day("2023-12-31", Precision.YEAR, "2023", 10),
                day("2026-12-31", Precision.YEAR, "during 2026", 20),
                null,
                MilestoneStatus.LATE,
                1096L,
                List.of(732L, 1460L),
                false);
    }

    public static MilestoneRow row(
            String id,
            String title,
            @Nullable StatedDay baseline,
            @Nullable StatedDay forecast,
            @Nullable StatedDay actual,
            MilestoneStatus status,
            @Nullable Long slip,
            @Nullable List<Long> interval,
            boolean withinPrecision) {
        return row(
                MilestoneKind.FIRST_PRODUCT,
                id,
                title,
                baseline,
                forecast,
                actual,
                status,
                slip,
                interval,
                withinPrecision);
    }

    public static MilestoneRow row(
            MilestoneKind kind,
            String id,
            String title,
            @Nullable StatedDay baseline,
            @Nullable StatedDay forecast,
            @Nullable StatedDay actual,
            MilestoneStatus status,
            @Nullable Long slip,
            @Nullable List<Long> interval,
            boolean withinPrecision) {
        return new MilestoneRow(
                new MilestoneId(id),
                new ProgramId("ucore-smc"),
                "Strategic Metals Complex",
                title,
                kind,
                null,
                new Agency("ENERGY"),
                "ENERGY",
                LineOfEffort.CAPITAL,
                Stage.SEPARATION,
                baseline,
                baseline,
                forecast,
                actual,
                status == MilestoneStatus.IN_DOUBT,
                status,
                actual != null,
                slip,
                slip,
                null,
                interval,
                withinPrecision,
                null,
                Cause.EQUIPMENT,
                CauseBasis.STATED,
                "The kiln came late.",
                null,
                null,
                actual == null ? null : "An inspection.",
                null,
                LocalDate.of(2026, 5, 4),
                203L,
                null,
                null,
                List.of(),
                List.of(),
                null,
                null,
                false,
                7,
                "slip:" + id);
    }

    public static MilestoneBoard board(List<MilestoneRow> rows) {
        return board(rows, "CZAR", null);
    }

    public static MilestoneBoard board(List<MilestoneRow> rows, String viewer, @Nullable String next) {
        return new MilestoneBoard(
                seenAs(viewer),
                coverage(),
                List.of(
                        headline(Headline.Subject.TONNES, "Deliverable in 2027: ", "1,300 t", "tonnes:2027"),
                        headline(Headline.Subject.TIME, "Worse this month: ", "2 milestones", "time:month"),
                        headline(Headline.Subject.MONEY, "Bound: ", "USD 848,860,000", "funding:bound")),
                List.of(new Decision(
                        "approve-baseline",
                        new ProgramId("ucore-smc"),
                        2,
                        "Energy asks to approve baseline 2 of Strategic Metals Complex",
                        LocalDate.of(2026, 5, 1),
                        40)),
                3,
                rows,
                rows.size(),
                next);
    }

    /** What the board says before the first entry. */
    public static MilestoneBoard emptyBoard() {
        return new MilestoneBoard(
                seenAs("CZAR"),
                new Coverage(0, 0, 0, 0, 0, "There is no program yet.", List.of(), "coverage"),
                List.of(),
                List.of(),
                0,
                List.of(),
                0,
                null);
    }

    private static Headline headline(Headline.Subject subject, String words, String value, String figure) {
        return new Headline(
                subject,
                List.of(
                        new Headline.Part(words, null),
                        new Headline.Part(value, figure),
                        new Headline.Part(".", null)));
    }

    public static List<MilestoneRow> many(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> late("milestone-" + i, "Milestone " + i))
                .toList();
    }

    public static Changes changes(int count) {
        return new Changes(
                seenAs("CZAR"),
                400,
                412,
                IntStream.range(0, count)
                        .mapToObj(i -> new Changes.Change(
                                "slip:m-" + i,
                                "Milestone " + i,
                                "expected date",
                                "2025-12-31",
                                "2026-12-31",
                                List.of(401L)))
                        .toList(),
                List.of(),
                null);
    }

    public static Slippage slippage(List<MilestoneRow> rows) {
        return new Slippage(
                seenAs("CZAR"),
                coverage(),
                rows.isEmpty()
                        ? List.of()
                        : List.of(new Slippage.Share("NONE_GIVEN", 7, 1399), new Slippage.Share("EQUIPMENT", 1, 1096)),
                List.of(new Slippage.Share("ENERGY", 8, 1399)),
                List.of(new Slippage.Share("MAGNET", 8, 1399)),
                rows,
                rows.size(),
                null);
    }

    public static Funding funding() {
        return new Funding(
                seenAs("CZAR"),
                coverage(),
                List.of(new Funding.ColumnTotal(
                        FundingColumn.BOUND,
                        Money.usd("848860000"),
                        11,
                        3,
                        2,
                        "11 lines; 3 name no amount; 2 left out, because another line replaces or contains them.",
                        "funding:BOUND:USD")),
                List.of(new Funding.InstrumentTotal(
                        Instrument.LOAN, FundingColumn.BOUND, Money.usd("620000000"), 1, 0, "funding:LOAN:BOUND:USD")),
                List.of(
                        fundingRow("osc-loan", "Office of Strategic Capital loan", Money.usd("620000000"), ""),
                        fundingRow("osc-loan-part", "<b>part</b>", null, "part of osc-loan")),
                2,
                null);
    }

    private static FundingRow fundingRow(String id, String authority, @Nullable Money amount, String leftOutBecause) {
        return new FundingRow(
                new FundingId(id),
                new ProgramId("ucore-smc"),
                "Strategic Metals Complex",
                new Agency("ENERGY"),
                Instrument.LOAN,
                "DoD",
                authority,
                amount,
                FundingColumn.BOUND,
                "COMMITTED",
                "a signed loan",
                "",
                leftOutBecause.isEmpty(),
                leftOutBecause,
                LocalDate.of(2025, 7, 11),
                null,
                33,
                EntryStatus.SUBMITTED,
                Marking.PROPRIETARY,
                "funding:" + id);
    }

    public static Capacity capacity() {
        return new Capacity(
                seenAs("CZAR"),
                coverage(),
                "Separation: 200 t of 300 t asked for in 2027 are planned.",
                List.of(
                        new Capacity.Group(
                                Material.DYTB_OXIDE,
                                Stage.SEPARATION,
                                2027,
                                tonnes("200"),
                                null,
                                tonnes("0"),
                                1,
                                List.of(new Capacity.Target(
                                        new TargetId("dytb-2027"),
                                        TargetKind.TARGET,
                                        tonnes("300"),
                                        "DLA design",
                                        LocalDate.of(2025, 1, 1),
                                        12)),
                                "capacity:DYTB_OXIDE:SEPARATION:2027"),
                        new Capacity.Group(
                                Material.DYTB_OXIDE,
                                Stage.SEPARATION,
                                null,
                                null,
                                tonnes("12.5"),
                                null,
                                0,
                                List.of(),
                                "capacity:DYTB_OXIDE:SEPARATION:none")),
                List.of(new Capacity.Row(
                        new CapacityId("mp-hree-dytb"),
                        new ProgramId("mp-hree"),
                        "Mountain Pass heavy rare earth separation",
                        new Agency("DEFENSE"),
                        Material.DYTB_OXIDE,
                        Stage.SEPARATION,
                        tonnes("200"),
                        2027,
                        "PLANNED",
                        true,
                        "",
                        "about 3,000 t of feed",
                        LocalDate.of(2025, 11, 7),
                        12,
                        EntryStatus.RELEASED,
                        Marking.NONE,
                        "capacity:mp-hree-dytb")));
    }

    private static Tonnes tonnes(String value) {
        return new Tonnes(new BigDecimal(value));
    }
}
