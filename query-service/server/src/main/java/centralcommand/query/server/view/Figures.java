package centralcommand.query.server.view;

import centralcommand.command.contract.capacity.CapacityId;
import centralcommand.command.contract.capacity.Material;
import centralcommand.command.contract.funding.FundingColumn;
import centralcommand.command.contract.funding.FundingId;
import centralcommand.command.contract.funding.Instrument;
import centralcommand.command.contract.handoff.HandoffId;
import centralcommand.command.contract.program.ProgramId;
import centralcommand.command.contract.program.Stage;
import centralcommand.command.contract.schedule.LinkId;
import centralcommand.command.contract.schedule.MilestoneId;
import java.time.YearMonth;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** Ids of figures, for {@code /api/lineage}: what it is, of what, narrowed to what. */
public final class Figures {
    public static final String COVERAGE = "coverage";
    public static final String HANDOFFS_AT_RISK = "handoffs-at-risk";
    public static final String HIDDEN_SLIPS = "hidden-slips";

    private Figures() {}

    public static String slip(MilestoneId id) {
        return "slip/" + id;
    }

    /** @param which original, current, forecast or actual */
    public static String date(MilestoneId id, String which) {
        return "date/" + id + "/" + which;
    }

    /** The date that follows from what the milestone waits for. */
    public static String implied(MilestoneId id) {
        return "implied/" + id;
    }

    public static String status(MilestoneId id) {
        return "status/" + id;
    }

    /** What is left of a margin. */
    public static String margin(MilestoneId id) {
        return "margin/" + id;
    }

    /** One milestone of a request for other dates. */
    public static String rebaseline(ProgramId programId, int number, MilestoneId id) {
        return "rebaseline/" + programId + "/" + number + "/" + id;
    }

    public static String program(ProgramId id) {
        return "program/" + id;
    }

    /** What got worse by what was stated in the month. */
    public static String badNews(YearMonth month) {
        return "bad-news/" + month;
    }

    /** From the first doubt or slip that was stated to the promised date that was missed. */
    public static String warning(MilestoneId id) {
        return "warning/" + id;
    }

    /** What promises like its latest one became. */
    public static String reference(MilestoneId id) {
        return "reference/" + id;
    }

    /** When it will be, by trials. */
    public static String risk(MilestoneId id) {
        return "risk/" + id;
    }

    /** Median warning time of one agency or program. */
    public static String warningTimes(Filter filter) {
        return "warning-times" + filter.suffix();
    }

    public static String handoff(HandoffId id) {
        return "handoff/" + id;
    }

    public static String link(LinkId id) {
        return "link/" + id;
    }

    public static String fundingLine(FundingId id) {
        return "funding-line/" + id;
    }

    public static String fundingColumn(FundingColumn column, Currency currency, Filter filter) {
        return "funding-column/" + column + "/" + currency + filter.suffix();
    }

    public static String fundingInstrument(
            Instrument instrument, FundingColumn column, Currency currency, Filter filter) {
        return "funding-instrument/" + instrument + "/" + column + "/" + currency + filter.suffix();
    }

    public static String capacityLine(CapacityId id) {
        return "capacity-line/" + id;
    }

    /** The three kinds of one group; {@code .planned}, {@code .nameplate}, {@code .actual}, {@code .targets} or {@code .doubtful} is appended for one of them. */
    public static String capacity(Material material, Stage stage, @Nullable Integer year, Filter filter) {
        return "capacity/" + material + "/" + stage + "/" + (year == null ? "none" : year) + filter.suffix();
    }
}
