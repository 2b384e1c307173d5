package centralcommand.command.contract.organization;

import centralcommand.command.contract.shared.KebabCase;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Id of an organization: kebab-case, at most 64 characters, chosen by the caller, unique across kinds. */
public record OrganizationId(@JsonValue String value) {

    @JsonCreator
    public OrganizationId {
        KebabCase.require(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
