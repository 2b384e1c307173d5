package centralcommand.command.contract.program;

import centralcommand.command.contract.shared.KebabCase;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Id of a program: kebab-case, at most 64 characters, chosen by the caller, unique across kinds. */
public record ProgramId(@JsonValue String value) {

    @JsonCreator
    public ProgramId {
        KebabCase.require(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
