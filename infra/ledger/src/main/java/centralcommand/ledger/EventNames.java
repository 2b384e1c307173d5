package centralcommand.ledger;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The logical names and revisions under which classes of events are stored, so that a class may be renamed or moved freely. */
public final class EventNames {
    private final Map<Class<?>, Name> names;
    private final Map<String, Class<?>> classes;

    private EventNames(Map<Class<?>, Name> names, Map<String, Class<?>> classes) {
        this.names = Map.copyOf(names);
        this.classes = Map.copyOf(classes);
    }

    /** @throws IllegalArgumentException if two classes have the same type */
    public static EventNames of(Map<? extends Class<?>, Name> names) {
        var classes = new HashMap<String, Class<?>>();
        names.forEach((eventClass, name) -> {
            var other = classes.put(name.type(), eventClass);
            if (other != null) {
                throw new IllegalArgumentException("%s and %s would both be stored as %s."
                        .formatted(eventClass.getName(), other.getName(), name.type()));
            }
        });
        return new EventNames(Map.copyOf(names), classes);
    }

    /** @throws IllegalArgumentException if the class has no name, so that it can never be stored by accident */
    public Name nameOf(Class<?> eventClass) {
        var name = names.get(eventClass);
        if (name == null) {
            throw new IllegalArgumentException(
                    "%s has no stored name; give it one before it is recorded.".formatted(eventClass.getName()));
        }
        return name;
    }

    /** The class whose events are stored under this type today. */
    public Optional<Class<?>> classOf(String type) {
        return Optional.ofNullable(classes.get(type));
    }

    /**
     * @param type logical name, such as {@code funds-obligated}
     * @param revision of the shape of the payload, from 1
     */
    public record Name(String type, int revision) {
        public Name {
            Text.check("type", type);
            if (revision < 1) {
                throw new IllegalArgumentException("The revision %d of %s is not positive.".formatted(revision, type));
            }
        }
    }
}
