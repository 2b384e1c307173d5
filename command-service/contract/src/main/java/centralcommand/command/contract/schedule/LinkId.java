package centralcommand.command.contract.schedule;

import centralcommand.command.contract.shared.KebabCase;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Id of a link between milestones: kebab-case, at most 64 characters, chosen by the caller, unique across kinds. */
public record LinkId(@JsonValue String value) {

    @JsonCreator
    public LinkId {
        KebabCase.require(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
