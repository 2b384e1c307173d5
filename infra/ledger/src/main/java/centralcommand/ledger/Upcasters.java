package centralcommand.ledger;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import tools.jackson.databind.node.ObjectNode;

/**
 * How payloads of earlier revisions are read today. Each step lifts one revision of a type to the next one; stored bytes are never
 * rewritten, so the steps of every revision that was ever stored stay for ever, each with an approved sample of the old form.
 */
public final class Upcasters {
    /** Nothing was ever stored in another form than today's. */
    public static final Upcasters NONE = of(List.of());

    private final Map<Revision, Step> steps;

    private Upcasters(Map<Revision, Step> steps) {
        this.steps = Map.copyOf(steps);
    }

    /** @throws IllegalArgumentException if two steps begin at the same revision of a type */
    public static Upcasters of(List<Step> steps) {
        var byRevision = new HashMap<Revision, Step>();
        for (var step : steps) {
            if (byRevision.put(new Revision(step.type(), step.revision()), step) != null) {
                throw new IllegalArgumentException(
                        "Two steps lift revision %d of %s.".formatted(step.revision(), step.type()));
            }
        }
        return new Upcasters(byRevision);
    }

    /**
     * One step.
     *
     * @param type that the event was stored under
     * @param revision that the event was stored in
     * @param newType that it has after the step: the same, unless the type was renamed
     * @param lift the payload of that revision as one of the next; must depend on nothing else
     */
    public record Step(String type, int revision, String newType, UnaryOperator<ObjectNode> lift) {
        public Step(String type, int revision, UnaryOperator<ObjectNode> lift) {
            this(type, revision, type, lift);
        }
    }

    /** A payload on its way from the revision in which it was stored to the one that is known today. */
    record Lifted(String type, int revision, ObjectNode payload) {}

    boolean lifts(String type, int revision) {
        return steps.containsKey(new Revision(type, revision));
    }

    /** The payload after every step that begins where the one before ended. */
    Lifted lift(String type, int revision, ObjectNode payload) {
        var at = new Lifted(type, revision, payload);
        for (var step = steps.get(new Revision(type, revision));
                step != null;
                step = steps.get(new Revision(at.type(), at.revision()))) {
            at = new Lifted(step.newType(), at.revision() + 1, step.lift().apply(at.payload()));
        }
        return at;
    }

    private record Revision(String type, int revision) {}
}
