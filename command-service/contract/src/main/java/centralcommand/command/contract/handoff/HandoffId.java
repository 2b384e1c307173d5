package centralcommand.command.contract.handoff;

import centralcommand.command.contract.shared.KebabCase;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Id of a hand-off: kebab-case, at most 64 characters, chosen by the caller, unique across kinds. */
public record HandoffId(@JsonValue String value) {

    @JsonCreator
    public HandoffId {
        KebabCase.require(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
