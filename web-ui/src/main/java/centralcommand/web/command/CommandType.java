package centralcommand.web.command;

import centralcommand.command.contract.shared.Role;
import centralcommand.web.identity.SignedIn;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * A command as the command service publishes it.
 *
 * @param name kebab-case
 * @param purpose one sentence for a person
 * @param roles that may send it at all
 * @param yields stored names of the events it may yield
 * @param schema JSON Schema of its body
 */
record CommandType(String name, String purpose, List<String> roles, List<String> yields, JsonNode schema) {

    boolean openTo(SignedIn person) {
        return person.roles().stream().map(Role::name).anyMatch(roles::contains);
    }

    /** "report-forecast" reads "Report forecast". */
    public String title() {
        String words = name.replace('-', ' ');
        return words.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + words.substring(1);
    }
}
