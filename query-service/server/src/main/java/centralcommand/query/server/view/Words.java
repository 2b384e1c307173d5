package centralcommand.query.server.view;

import centralcommand.command.contract.capacity.Material;
import centralcommand.command.contract.program.Stage;
import centralcommand.command.contract.shared.Money;
import centralcommand.command.contract.shared.Tonnes;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How figures are written in sentences. */
public final class Words {
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
    private static final BigDecimal BILLION = BigDecimal.valueOf(1_000_000_000);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMM d, uuuu", Locale.US);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.US);

    private Words() {}

    /** "1,096 days", "1 day", "−238 days". */
    public static String days(long days) {
        return (days < 0 ? "−" : "")
                + number(BigDecimal.valueOf(Math.abs(days)))
                + (Math.abs(days) == 1 ? " day" : " days");
    }

    /** "3 lines", "1 line". */
    public static String count(long count, String one, String many) {
        return number(BigDecimal.valueOf(count)) + " " + (count == 1 ? one : many);
    }

    /** "USD 848,860,000", with cents only where there are some. */
    public static String money(Money money) {
        return money.currency() + " " + number(money.amount());
    }

    /** "USD 848.86 million": exact, so one that would need more than three decimals is written out. */
    public static String shortMoney(Money money) {
        BigDecimal amount = money.amount().abs();
        boolean billions = amount.compareTo(BILLION) >= 0;
        BigDecimal unit = billions ? BILLION : MILLION;
        BigDecimal shortened = money.amount().divide(unit).stripTrailingZeros();
        if (amount.compareTo(MILLION) < 0 || shortened.scale() > 3) {
            return money(money);
        }
        return money.currency() + " " + number(shortened) + (billions ? " billion" : " million");
    }

    /** "10,000 t". */
    public static String tonnes(Tonnes tonnes) {
        return number(tonnes.value()) + " t";
    }

    /** "Jun 30, 2026". */
    public static String day(LocalDate day) {
        return day.format(DAY);
    }

    /** "February 2026". */
    public static String month(YearMonth month) {
        return month.format(MONTH);
    }

    /** "NdFeB magnets", "NdPr oxide". */
    public static String material(Material material) {
        return switch (material) {
            case REO_CONCENTRATE -> "rare-earth concentrate";
            case REO_COMPOUNDS_METALS -> "rare-earth compounds and metals";
            case MIXED_RE -> "mixed rare earths";
            case NDPR_OXIDE -> "NdPr oxide";
            case DY_OXIDE -> "dysprosium oxide";
            case TB_OXIDE -> "terbium oxide";
            case DYTB_OXIDE -> "dysprosium and terbium oxides";
            case SM_OXIDE -> "samarium oxide";
            case GD_OXIDE -> "gadolinium oxide";
            case SC_OXIDE -> "scandium oxide";
            case Y_OXIDE -> "yttrium oxide";
            case NDPR_METAL -> "NdPr metal";
            case SM_GD_METAL -> "samarium and gadolinium metal";
            case ALLOY -> "magnet alloy";
            case NDFEB_MAGNET -> "NdFeB magnets";
            case SMCO_MAGNET -> "SmCo magnets";
            case IRON_NITRIDE_MAGNET -> "iron-nitride magnets";
        };
    }

    /** "separation". */
    public static String stage(Stage stage) {
        return plain(stage);
    }

    /** A code as words: "customer qualification". */
    public static String plain(Enum<?> code) {
        return code.name().replace('_', ' ').toLowerCase(Locale.ROOT);
    }

    /** "1,096". */
    public static String number(long number) {
        return number(BigDecimal.valueOf(number));
    }

    static String number(BigDecimal number) {
        DecimalFormat format = new DecimalFormat("#,##0.#########", DecimalFormatSymbols.getInstance(Locale.US));
        return format.format(number);
    }
}
