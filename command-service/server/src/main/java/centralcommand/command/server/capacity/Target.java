package centralcommand.command.server.capacity;

import static centralcommand.command.server.decision.CommonRejections.idTaken;
import static centralcommand.command.server.decision.CommonRejections.statedInFuture;
import static centralcommand.command.server.decision.Decision.accept;
import static centralcommand.command.server.decision.Decision.acceptIfNothingElseHappened;
import static centralcommand.command.server.decision.Decision.nothingToDo;
import static centralcommand.command.server.decision.Decision.reject;

import centralcommand.command.contract.capacity.CapacityCommand.SetCapacityTarget;
import centralcommand.command.contract.capacity.CapacityEvent.CapacityTargetSet;
import centralcommand.command.server.decision.Context;
import centralcommand.command.server.decision.Decision;
import java.time.LocalDate;

/** A national figure, set by the czar's office and set anew under the same id. */
sealed interface Target {

    /** Never set. */
    record Unset() implements Target {}

    /** @param last what stands now */
    record Set(CapacityTargetSet last) implements Target {}

    static Decision decide(Target state, SetCapacityTarget c, Context context) {
        LocalDate statedOn = c.stated().statedOn(context.today());
        if (state instanceof Unset && context.directory().kindOf(c.targetId().value()) != null) {
            return reject(idTaken(c.targetId().value(), "targetId"));
        }
        if (statedOn.isAfter(context.today())) {
            return reject(statedInFuture(statedOn, context.today()));
        }
        CapacityTargetSet event = new CapacityTargetSet(
                c.targetId(),
                c.material(),
                c.stage(),
                c.year(),
                c.tonnesPerYear(),
                c.kind(),
                c.basis(),
                c.stated().provenance(context.today()));
        return switch (state) {
            case Unset unset -> acceptIfNothingElseHappened(event);
            case Set set -> set.last().equals(event) ? nothingToDo() : accept(event);
        };
    }

    static Target evolve(Target state, CapacityTargetSet event) {
        return new Set(event);
    }
}
