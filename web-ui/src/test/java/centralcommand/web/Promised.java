package centralcommand.web;

import centralcommand.command.contract.handoff.HandoffId;
import centralcommand.command.contract.program.ProgramId;
import centralcommand.command.contract.schedule.MilestoneId;
import centralcommand.command.contract.shared.Agency;
import centralcommand.query.contract.schedule.Handoffs.Promise;
import centralcommand.query.contract.schedule.Handoffs.Push;
import centralcommand.query.contract.schedule.Handoffs.State;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A hand-off as the query service answers it: Defense gives ore to the plant of Energy. */
public final class Promised {
    private static final Agency ENERGY = new Agency("ENERGY");
    private static final Agency DEFENSE = new Agency("DEFENSE");

    private Promised() {}

    /** It comes 30 days late and moves the opening. */
    public static Promise broken() {
        return promise(
                State.PROMISED,
                30L,
                DEFENSE,
                List.of(new Push(
                        new MilestoneId("opening"),
                        "Opening",
                        new ProgramId("plant"),
                        LocalDate.of(2026, 6, 30),
                        LocalDate.of(2026, 7, 15),
                        15)));
    }

    public static Promise in(State state, @Nullable String toAct) {
        return promise(state, null, toAct == null ? null : new Agency(toAct), List.of());
    }

    /** The same seen from its other side: Energy gives. */
    public static Promise givenByEnergy(State state, @Nullable String toAct) {
        Promise promise = in(state, toAct);
        return new Promise(
                promise.handoffId(),
                promise.state(),
                promise.deliverable(),
                promise.fromProgramId(),
                promise.fromProgram(),
                promise.fromMilestoneId(),
                ENERGY,
                promise.toProgramId(),
                promise.toProgram(),
                promise.toMilestoneId(),
                promise.toMilestone(),
                DEFENSE,
                promise.neededBy(),
                promise.firstPromised(),
                promise.promised(),
                promise.proposed(),
                promise.proposedBy() == null ? null : DEFENSE,
                promise.expected(),
                promise.delivered(),
                promise.contested(),
                promise.lateDays(),
                promise.broken(),
                promise.reason(),
                promise.toAct(),
                promise.pushes(),
                promise.position(),
                promise.figure());
    }

    private static Promise promise(State state, @Nullable Long late, @Nullable Agency toAct, List<Push> pushes) {
        boolean promised = state != State.REQUESTED && state != State.DECLINED;
        boolean open = state == State.RENEGOTIATING;
        return new Promise(
                new HandoffId("ore"),
                state,
                "200 t of ore",
                new ProgramId("mine"),
                "The mine",
                new MilestoneId("first-ore"),
                DEFENSE,
                new ProgramId("plant"),
                "The plant",
                new MilestoneId("opening"),
                "Opening",
                ENERGY,
                LocalDate.of(2026, 6, 10),
                promised ? LocalDate.of(2026, 6, 15) : null,
                promised ? LocalDate.of(2026, 6, 15) : null,
                open ? LocalDate.of(2026, 8, 14) : null,
                open ? DEFENSE : null,
                LocalDate.of(2026, 7, 15),
                state == State.DELIVERED || state == State.CONFIRMED ? LocalDate.of(2026, 6, 15) : null,
                null,
                late,
                late != null,
                late == null ? "" : "The milestone that gives it is expected Jul 15, 2026.",
                toAct,
                pushes,
                77,
                "handoff/ore");
    }
}
