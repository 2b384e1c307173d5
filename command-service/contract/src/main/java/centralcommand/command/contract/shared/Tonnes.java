package centralcommand.command.contract.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;

/** Metric tonnes, in a year unless said otherwise, of the material named beside it: never negative, at most 9 digits before the point and 3 after. */
public record Tonnes(@JsonValue BigDecimal value) {

    @JsonCreator
    public Tonnes {
        if (value.signum() < 0) {
            throw new IllegalArgumentException("tonnes are negative: give zero or more.");
        }
        if ((long) value.precision() - value.scale() > 9
                || value.stripTrailingZeros().scale() > 3) {
            throw new IllegalArgumentException("tonnes have at most 9 digits before the point and 3 after.");
        }
        value = value.signum() == 0
                ? BigDecimal.ZERO
                : new BigDecimal(value.stripTrailingZeros().toPlainString());
    }
}
