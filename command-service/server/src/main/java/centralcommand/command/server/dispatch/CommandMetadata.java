package centralcommand.command.server.dispatch;

import centralcommand.command.contract.shared.Authorship;
import centralcommand.command.server.decision.Actor;
import centralcommand.ledger.CommandKey;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;

/** Who sends a command and under which conditions, as metadata of its message: text only. */
final class CommandMetadata {
    private static final String BODY_HASH = "bodyHash";
    private static final String EXPECTED_VERSION = "expectedVersion";

    private static final String REHEARSAL = "rehearsal";

    private CommandMetadata() {}

    static Map<String, String> of(Authorship authorship, String bodyHash, OptionalLong expectedVersion) {
        Map<String, String> metadata = new HashMap<>(authorship.toMetadata());
        metadata.put(BODY_HASH, bodyHash);
        expectedVersion.ifPresent(version -> metadata.put(EXPECTED_VERSION, Long.toString(version)));
        return metadata;
    }

    /** The same for a command that is only rehearsed. */
    static Map<String, String> ofRehearsal(Authorship authorship, String bodyHash, OptionalLong expectedVersion) {
        Map<String, String> metadata = of(authorship, bodyHash, expectedVersion);
        metadata.put(REHEARSAL, "true");
        return metadata;
    }

    static boolean rehearsal(MetaData metadata) {
        return metadata.containsKey(REHEARSAL);
    }

    static Authorship authorship(MetaData metadata) {
        Map<String, String> texts = new HashMap<>();
        metadata.forEach((key, value) -> texts.put(key, value.toString()));
        return Authorship.fromMetadata(texts);
    }

    static Actor actor(MetaData metadata) {
        Authorship authorship = authorship(metadata);
        return new Actor(authorship.actor(), authorship.agency(), Set.copyOf(authorship.roles()));
    }

    static OptionalLong expectedVersion(MetaData metadata) {
        Object version = metadata.get(EXPECTED_VERSION);
        return version == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(version.toString()));
    }

    /** Under which the command is carried out once; null where nobody will send it again. */
    static @Nullable CommandKey key(MetaData metadata) {
        Object bodyHash = metadata.get(BODY_HASH);
        Authorship authorship = authorship(metadata);
        return bodyHash == null
                ? null
                : new CommandKey(authorship.actor(), authorship.commandId(), bodyHash.toString());
    }
}
