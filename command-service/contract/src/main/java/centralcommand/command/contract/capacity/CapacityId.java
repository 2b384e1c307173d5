package centralcommand.command.contract.capacity;

import centralcommand.command.contract.shared.KebabCase;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Id of a pledge of capacity or a report of production: kebab-case, at most 64 characters, chosen by the caller, unique across kinds. */
public record CapacityId(@JsonValue String value) {

    @JsonCreator
    public CapacityId {
        KebabCase.require(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
