package centralcommand.command.contract.shared;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who made an event, as its stored metadata: text only.
 *
 * @param actor subject of the signed-in account; {@code system} for process managers
 * @param agency the agency acted for; none for the czar's office
 * @param roles roles held at that moment, in declaration order
 * @param commandId id of the command that yielded the event
 * @param command name of that command, e.g. {@code report-forecast}
 */
public record Authorship(String actor, @Nullable Agency agency, List<Role> roles, String commandId, String command) {

    public Authorship {
        roles = roles.stream().distinct().sorted().toList();
    }

    public Map<String, String> toMetadata() {
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put("actor", actor);
        if (agency != null) {
            metadata.put("agency", agency.code());
        }
        metadata.put("roles", roles.stream().map(Role::name).collect(Collectors.joining(" ")));
        metadata.put("commandId", commandId);
        metadata.put("command", command);
        return metadata;
    }

    /** Reads back what {@link #toMetadata} wrote; other keys are passed over. @throws IllegalArgumentException where the actor or the command is missing */
    public static Authorship fromMetadata(Map<String, String> metadata) {
        String agency = metadata.get("agency");
        String roles = metadata.getOrDefault("roles", "");
        return new Authorship(
                required(metadata, "actor"),
                agency == null ? null : new Agency(agency),
                Arrays.stream(roles.split(" "))
                        .filter(role -> !role.isEmpty())
                        .map(Role::valueOf)
                        .toList(),
                required(metadata, "commandId"),
                required(metadata, "command"));
    }

    private static String required(Map<String, String> metadata, String key) {
        String value = metadata.get(key);
        if (value == null) {
            throw new IllegalArgumentException("An event without " + key + " in its metadata cannot be attributed.");
        }
        return value;
    }
}
