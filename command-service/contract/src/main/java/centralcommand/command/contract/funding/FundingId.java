package centralcommand.command.contract.funding;

import centralcommand.command.contract.shared.KebabCase;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Id of a funding line: kebab-case, at most 64 characters, chosen by the caller, unique across kinds. */
public record FundingId(@JsonValue String value) {

    @JsonCreator
    public FundingId {
        KebabCase.require(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
