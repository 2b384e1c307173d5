package centralcommand.web.plan;

import centralcommand.plans.proposal.ProposedImport;
import centralcommand.plans.proposal.ProposedImport.Step;
import centralcommand.web.api.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** A proposal between dry run and receipt, and what became of its commands so far. */
final class KeptImport {
    private final String owner;
    private final ProposedImport proposed;
    private final List<Result> results = new ArrayList<>();
    private final Lock sending = new ReentrantLock();
    private long position;

    /** What became of one command. */
    sealed interface Result {
        /** @param positions of its entries; empty where it changed nothing */
        record Recorded(List<Long> positions) implements Result {}

        record Refused(String code, String sentence) implements Result {}

        /** It was not sent, because what it builds on was not recorded. */
        record NotSent(String sentence) implements Result {}
    }

    KeptImport(String owner, ProposedImport proposed) {
        this.owner = owner;
        this.proposed = proposed;
    }

    String owner() {
        return owner;
    }

    ProposedImport proposed() {
        return proposed;
    }

    /** One request at a time sends; another waits and then finds the work done. */
    Lock sending() {
        return sending;
    }

    synchronized @Nullable Step next() {
        return done() ? null : proposed.steps().get(results.size());
    }

    synchronized @Nullable Result result(int step) {
        return step < results.size() ? results.get(step) : null;
    }

    synchronized void add(Result result) {
        results.add(result);
    }

    synchronized void reached(Outcome.Receipt receipt) {
        position = Math.max(position, receipt.position());
    }

    synchronized int sent() {
        return results.size();
    }

    synchronized boolean done() {
        return results.size() == proposed.steps().size();
    }

    /** What a page must have reached to show all of it; 0 before anything was sent. */
    synchronized long position() {
        return position;
    }

    int weight() {
        return proposed.rows().size() + proposed.steps().size();
    }
}
