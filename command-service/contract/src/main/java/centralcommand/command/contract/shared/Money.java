package centralcommand.command.contract.shared;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.util.Currency;

/**
 * An amount in one currency, exact: never rounded, never a double.
 *
 * @param amount at the currency's scale; JSON string, e.g. {@code "60.00"}; at most 15 digits before the point
 * @param currency ISO 4217 code
 */
public record Money(
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal amount, Currency currency) {
    private static final int MOST_DIGITS = 15;

    public Money {
        int scale = currency.getDefaultFractionDigits();
        if (amount.stripTrailingZeros().scale() > scale) {
            throw new IllegalArgumentException(
                    "amount has more decimals than " + currency + " has: give at most " + scale + ".");
        }
        if (amount.precision() - amount.scale() > MOST_DIGITS || amount.scale() < -MOST_DIGITS) {
            throw new IllegalArgumentException("amount has more than " + MOST_DIGITS + " digits before the point.");
        }
        amount = amount.setScale(scale);
    }

    public static Money usd(String amount) {
        return new Money(new BigDecimal(amount), Currency.getInstance("USD"));
    }
}
