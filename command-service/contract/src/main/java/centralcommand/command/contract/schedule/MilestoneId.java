package centralcommand.command.contract.schedule;

import centralcommand.command.contract.shared.KebabCase;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Id of a milestone: kebab-case, at most 64 characters, chosen by the caller, unique across kinds. */
public record MilestoneId(@JsonValue String value) {

    @JsonCreator
    public MilestoneId {
        KebabCase.require(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
