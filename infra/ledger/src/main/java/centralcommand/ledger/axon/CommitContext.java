package centralcommand.ledger.axon;

import centralcommand.ledger.CommandKey;
import centralcommand.ledger.Commit;
import centralcommand.ledger.NewEvent;
import centralcommand.ledger.RecordedCommit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** What the commit of the current unit of work is to say beside its events. It is kept with the root, which commits once for all. */
public final class CommitContext {
    private static final String COMMAND = CommitContext.class.getName() + ".command";
    private static final String EXPECTED_HEAD = CommitContext.class.getName() + ".expectedHead";
    private static final String REHEARSED = CommitContext.class.getName() + ".rehearsed";
    private static final String RECORDED = CommitContext.class.getName() + ".recorded";

    private CommitContext() {}

    /** The events of this unit of work carry out this command. */
    public static void command(CommandKey command) {
        CurrentUnitOfWork.get().root().resources().put(COMMAND, command);
    }

    /** The events of this unit of work are recorded only if the last position of the ledger is still this one. */
    public static void expectedHead(long position) {
        CurrentUnitOfWork.get().root().resources().put(EXPECTED_HEAD, position);
    }

    /**
     * The events of this unit of work are decided and written out, and then not recorded: its commit fails with a
     * {@link RehearsedException} that names them, so that everything it did is rolled back.
     */
    public static void rehearse() {
        CurrentUnitOfWork.get().root().resources().put(REHEARSED, true);
    }

    static boolean rehearsed(UnitOfWork<?> root) {
        return root.getResource(REHEARSED) != null;
    }

    /** What was recorded for this unit of work: from the end of its commit phase on, and only if there were events. */
    public static Optional<RecordedCommit> recorded(UnitOfWork<?> unitOfWork) {
        return Optional.ofNullable(unitOfWork.root().getResource(RECORDED));
    }

    static void recorded(UnitOfWork<?> root, RecordedCommit commit) {
        root.resources().put(RECORDED, commit);
    }

    static Commit commit(UnitOfWork<?> root, List<NewEvent> events) {
        Long expectedHead = root.getResource(EXPECTED_HEAD);
        return new Commit(
                root.getResource(COMMAND),
                expectedHead == null ? OptionalLong.empty() : OptionalLong.of(expectedHead),
                events);
    }
}
