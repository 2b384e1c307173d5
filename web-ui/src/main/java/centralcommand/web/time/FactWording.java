package centralcommand.web.time;

import centralcommand.command.contract.capacity.Material;
import centralcommand.command.contract.program.Regime;
import centralcommand.command.contract.schedule.Cause;
import centralcommand.command.contract.schedule.CauseBasis;
import centralcommand.command.contract.schedule.MilestoneKind;
import centralcommand.command.contract.shared.Agency;
import centralcommand.command.contract.shared.Money;
import centralcommand.command.contract.shared.Precision;
import centralcommand.command.contract.shared.Provenance.Marking;
import centralcommand.command.contract.shared.StatedDate;
import centralcommand.command.contract.shared.Tonnes;
import centralcommand.query.contract.board.MilestoneRow;
import centralcommand.query.contract.board.MissedNotice;
import centralcommand.query.contract.board.StatedDay;
import centralcommand.query.contract.program.ProgramPage.Measured;
import centralcommand.query.contract.schedule.Downstream;
import centralcommand.query.contract.schedule.HiddenSlips;
import centralcommand.query.contract.shared.EntryStatus;
import centralcommand.query.contract.shared.Standpoint;
import centralcommand.query.contract.threshold.Thresholds.Threshold;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How the facts of the ledger are written on every page: dates with their precision, slips, money, tonnes, codes; in templates {@code @facts}. */
@Component("facts")
public class FactWording {

    private static final Pattern ISO_DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private static final String PAUSED = "PAUSED_";
    private static final String PROMISED_ANEW = "PROMISED_ANEW_";

    private final Wording wording;

    public FactWording(Wording wording) {
        this.wording = wording;
    }

    /** A date as exactly as it was said and no more: "Jun 30, 2026", "Q2 2026", "late 2026"; and whether others may see it: ", not released yet". */
    public String day(@Nullable StatedDay day) {
        return day == null ? "none" : period(day.date(), day.precision()) + kept(day.status(), day.marking());
    }

    /** The notice of a missed date: "Jan 26, 2018 passed without a word that it was reached; notice given Feb 2, 2018". */
    public String missed(MissedNotice notice) {
        return "%s passed without a word that it was reached; notice given %s"
                .formatted(wording.day(notice.promised()), wording.day(notice.givenOn()));
    }

    /** Whether others may see an entry: ", not released yet, proprietary"; nothing for one that is open to all. */
    public String kept(EntryStatus status, Marking marking) {
        return (status == EntryStatus.SUBMITTED ? ", not released yet" : "")
                + switch (marking) {
                    case NONE -> "";
                    case PRE_DECISIONAL -> ", pre-decisional";
                    case CUI -> ", CUI";
                    case PROPRIETARY -> ", proprietary";
                };
    }

    /** The same for the last day of a period. */
    public String period(LocalDate last, Precision precision) {
        int year = last.getYear();
        return switch (precision) {
            case DAY -> wording.day(last);
            case MONTH -> sentence(last.getMonth().name()) + " " + year;
            case QUARTER -> "Q" + (last.getMonthValue() + 2) / 3 + " " + year;
            case SEASON -> season(last);
            case HALF -> (last.getMonthValue() <= 6 ? "first half of " : "second half of ") + year;
            case EARLY_YEAR -> "early " + year;
            case MID_YEAR -> "mid-" + year;
            case LATE_YEAR -> "late " + year;
            case YEAR -> Integer.toString(year);
            case FISCAL_YEAR -> "fiscal year to " + wording.day(last);
        };
    }

    /** Winter is named by both of its years, because it ends in the second. */
    private static String season(LocalDate last) {
        int year = last.getYear();
        return switch (last.getMonth()) {
            case MARCH, APRIL, MAY -> "spring " + year;
            case JUNE, JULY, AUGUST -> "summer " + year;
            case SEPTEMBER, OCTOBER, NOVEMBER -> "autumn " + year;
            case DECEMBER -> "winter " + year + "–" + (year + 1);
            case JANUARY, FEBRUARY -> "winter " + (year - 1) + "–" + year;
        };
    }

    /** The slip against the original baseline with its interval: "1,096 days; between 913 and 1,460". */
    public String slip(MilestoneRow row) {
        Long days = row.slipVsOriginalDays();
        if (days == null) {
            return "none";
        }
        if (row.withinPrecision() && days != 0) {
            return "within precision (" + signed(days) + ")";
        }
        return days == 0 && row.slipInterval() == null ? "0 days" : lateOrEarly(days) + between(row.slipInterval());
    }

    /** The slip in as few letters as a picture allows: "+577 d". */
    public String shortSlip(MilestoneRow row) {
        Long days = row.slipVsOriginalDays();
        if (days == null || days == 0) {
            return "";
        }
        if (row.withinPrecision()) {
            return "within precision";
        }
        return row.kind() == MilestoneKind.STATUTORY ? "set anew, " + signed(days) : signed(days);
    }

    /** Whether another promise took the place of the first one, so that slips are told against both. */
    public boolean rebaselined(MilestoneRow row) {
        StatedDay first = row.originalBaseline();
        StatedDay current = row.currentBaseline();
        return first != null && current != null && first.position() != current.position();
    }

    /** How far one date lies after another: "365 days", "11 days early"; "none" where one of them is not known. */
    public String apart(@Nullable Long days) {
        return days == null ? "none" : lateOrEarly(days);
    }

    /** The slips of a milestone for which another date is asked, by what they are measured from, in the order of the columns beside them. */
    public Map<String, @Nullable Long> slips(Measured measured) {
        Map<String, @Nullable Long> slips = new LinkedHashMap<>();
        slips.put("against the first", measured.vsOriginalDays());
        slips.put("against the one before", measured.vsBeforeDays());
        slips.put("against the one asked for", measured.vsAfterDays());
        slips.put("since the last report", measured.sinceLastReportDays());
        return slips;
    }

    /** A date that somebody stated, in words. */
    public String stated(@Nullable StatedDate date) {
        return date == null ? "none" : period(date.date(), date.precision());
    }

    private String signed(long days) {
        return (days > 0 ? "+" : "−") + wording.count(Math.abs(days)) + " d";
    }

    private String lateOrEarly(long days) {
        return days < 0 ? wording.days(-days) + " early" : wording.days(days);
    }

    private String between(@Nullable List<Long> interval) {
        if (interval == null || interval.size() != 2) {
            return "";
        }
        long least = interval.getFirst();
        long most = interval.getLast();
        if (least >= 0) {
            return "; between " + wording.count(least) + " and " + wording.count(most);
        }
        if (most <= 0) {
            return "; between " + wording.count(-most) + " and " + wording.count(-least);
        }
        return "; between " + wording.count(-least) + " early and " + wording.count(most) + " late";
    }

    /** How fresh the word on a milestone is: "203 days ago", "never since the baseline". */
    public String heard(MilestoneRow row) {
        Long days = row.lastHeardDays();
        if (days == null) {
            return "never since the baseline";
        }
        return days <= 0 ? "today" : wording.days(days) + " ago";
    }

    /** From when on others see a hidden slip; while its owner's clock stands still, on what that rests. Empty where they see it already. */
    public String seenByOthers(HiddenSlips.Row slip) {
        if (slip.answerBy() == null) {
            return "";
        }
        String after = "Others see it after " + wording.day(slip.answerBy());
        return slip.lapsedSince() == null
                ? after + "."
                : after
                        + ", if work begins again tomorrow: appropriations have lapsed since %s, nobody knows until when, and this clock stands still."
                                .formatted(wording.day(slip.lapsedSince()));
    }

    /** Why a date moved, as far as it was said: "Permitting (stated by the source)". */
    public String cause(@Nullable Cause cause, @Nullable CauseBasis basis) {
        if (cause == null) {
            return "no cause given";
        }
        if (basis == null) {
            return name(cause);
        }
        return name(cause)
                + (basis == CauseBasis.STATED ? " (stated by the source)" : " (context, not proof of cause)");
    }

    /** The same for a cause that comes as text, with those that are none. */
    public String cause(String cause) {
        return switch (cause) {
            case "NONE_GIVEN" -> "No cause given";
            case "IN_WORDS_ONLY" -> "Told in words, none chosen";
            default ->
                cause.startsWith(PAUSED)
                        ? "Paused: " + inWords(cause.substring(PAUSED.length()))
                        : cause.startsWith(PROMISED_ANEW)
                                ? "Promised anew: " + inWords(cause.substring(PROMISED_ANEW.length()))
                                : code(cause);
        };
    }

    private String inWords(String code) {
        return code(code).toLowerCase(Locale.ROOT);
    }

    /** What a slip does to those who wait: "pushes 3 milestones by up to 90 days, and its program's end by 30 days". */
    public String downstream(Downstream downstream) {
        if (downstream.milestones() == 0) {
            return downstream.endDays() == 0
                    ? "pushes nobody"
                    : "pushes its program's end by " + wording.days(downstream.endDays()) + ", and nobody who waits";
        }
        String others = wording.count(downstream.milestones())
                + (downstream.milestones() == 1 ? " milestone" : " milestones")
                + " by up to "
                + wording.days(downstream.furthest().getFirst().days());
        return "pushes " + others
                + (downstream.endDays() == 0
                        ? ", and its program's end not at all"
                        : ", and its program's end by " + wording.days(downstream.endDays()));
    }

    /** "USD 848,860,000"; "no amount" where the source names none. */
    public String money(@Nullable Money money) {
        return money == null
                ? "no amount"
                : wording.money(money.amount(), money.currency().getCurrencyCode());
    }

    /** "1,300 t"; "none" where nothing is known. */
    public String tonnes(@Nullable Tonnes tonnes) {
        return tonnes == null ? "none" : wording.count(tonnes.value()) + " t";
    }

    /** An agency's code as a name: "Energy". */
    public String agency(@Nullable Agency agency) {
        return agency == null ? "none" : agencyName(agency.code());
    }

    /** The same for a code that comes as text. */
    public static String agencyName(String code) {
        return sentence(code);
    }

    /** Who truly leads, where that is not the agency itself: "EXIM, via Commerce"; else empty. */
    public String lead(MilestoneRow row) {
        return row.leadOrganization().contains(", via ") ? row.leadOrganization() : "";
    }

    /** What a target rests on; the kind that a source's own words often begin with stands beside it already. */
    public String basis(String basis) {
        return basis.replaceFirst("^[A-Z_]+: *", "");
    }

    /** A figure before or after a change: a day is written as on every page, nothing is "none". */
    public String told(String value) {
        if (value.isBlank()) {
            return "none";
        }
        return ISO_DAY.matcher(value).matches() ? wording.day(LocalDate.parse(value)) : value;
    }

    /** "38 milestones"; "20 of 38 milestones" where not all are shown. */
    public String shownOf(int shown, int total) {
        return (shown < total ? wording.count(shown) + " of " : "")
                + wording.count(total)
                + (total == 1 ? " milestone" : " milestones");
    }

    /** A total, unless no line has an amount that could be in it: nothing named is not nothing. */
    public String total(Money total, int lines) {
        return lines == 0 ? "no amount" : money(total);
    }

    /** A limit in a sentence: "More than 30 days after the date first promised." */
    public String limit(Threshold threshold) {
        boolean atLeast = threshold.days() < 0;
        int days = atLeast ? threshold.days() + 1 : threshold.days();
        String time = Stream.of(
                        threshold.months() == 0
                                ? ""
                                : threshold.months() + (threshold.months() == 1 ? " month" : " months"),
                        days == 0 ? "" : wording.days(days))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" and "));
        return (atLeast ? time + " or more " : "More than " + time + " ")
                + switch (threshold.measure()) {
                    case VS_ORIGINAL -> "after the date first promised.";
                    case VS_CURRENT -> "after the date promised now.";
                    case SINCE_LAST_REPORT -> "after the date reported before.";
                };
    }

    /** Since when a limit holds, and whether it does. */
    public String inForce(Threshold threshold, LocalDate today) {
        String since = threshold.from() == null
                ? "Since when it is in force, no source at hand says."
                : "In force since " + wording.day(threshold.from()) + ".";
        if (threshold.to() != null) {
            since = since + " Until " + wording.day(threshold.to()) + ".";
        }
        return threshold.inForceOn(today) ? since : since + " Not in force on this day.";
    }

    /** The programs that a body of rules is made for. */
    public String regime(Regime regime) {
        return switch (regime) {
            case MAJOR_DEFENSE_ACQUISITION -> "major defense acquisition programs";
            case NASA_MAJOR_PROGRAM -> "development programs of NASA under a Baseline Report";
            case FAST_41 -> "covered projects under FAST-41";
            case DOE_CAPITAL_ASSET -> "capital asset projects of Energy";
        };
    }

    /** A code as words: {@code CUSTOMER_QUALIFICATION} is "Customer qualification". */
    public String name(@Nullable Enum<?> code) {
        return switch (code) {
            case null -> "none";
            case Material material -> material(material);
            default -> code(code.name());
        };
    }

    /** The same for a code that comes as text. */
    public String code(String code) {
        return code.isBlank() ? "none" : sentence(code);
    }

    /** Whose eyes a page is seen with: "Energy". */
    public String viewedAs(Standpoint standpoint) {
        return switch (standpoint.viewedAs()) {
            case "AUDITOR" -> "Everything";
            case "CZAR", "PUBLIC" -> "Released only";
            default -> "As " + sentence(standpoint.viewedAs()) + " sees it";
        };
    }

    /** What those eyes see of entries that their agency has not released yet. */
    public String viewedAsNote(Standpoint standpoint) {
        return switch (standpoint.viewedAs()) {
            case "AUDITOR" -> "unreleased entries are there, and marked";
            case "CZAR", "PUBLIC" -> "what agencies still hold is not in it";
            default -> "with its own unreleased entries";
        };
    }

    private static String sentence(String code) {
        String words = code.replace('_', ' ').toLowerCase(Locale.ROOT);
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static String material(Material material) {
        return switch (material) {
            case REO_CONCENTRATE -> "REO concentrate";
            case REO_COMPOUNDS_METALS -> "REO compounds and metals";
            case MIXED_RE -> "Mixed rare earths";
            case NDPR_OXIDE -> "NdPr oxide";
            case DY_OXIDE -> "Dy oxide";
            case TB_OXIDE -> "Tb oxide";
            case DYTB_OXIDE -> "Dy and Tb oxides";
            case SM_OXIDE -> "Sm oxide";
            case GD_OXIDE -> "Gd oxide";
            case SC_OXIDE -> "Sc oxide";
            case Y_OXIDE -> "Y oxide";
            case NDPR_METAL -> "NdPr metal";
            case SM_GD_METAL -> "Sm and Gd metal";
            case ALLOY -> "Alloy";
            case NDFEB_MAGNET -> "NdFeB magnets";
            case SMCO_MAGNET -> "SmCo magnets";
            case IRON_NITRIDE_MAGNET -> "Iron nitride magnets";
        };
    }
}
