package centralcommand.command.contract.calendar;

import centralcommand.command.contract.shared.KebabCase;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Id of a closure: kebab-case, at most 64 characters, chosen by the caller, unique across kinds. */
public record ClosureId(@JsonValue String value) {

    @JsonCreator
    public ClosureId {
        KebabCase.require(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
