package centralcommand.query.server.history;

import static org.assertj.core.api.Assertions.assertThat;

import centralcommand.command.contract.program.LineOfEffort;
import centralcommand.command.contract.program.ProgramEvent.ProgramProposed;
import centralcommand.command.contract.program.ProgramId;
import centralcommand.command.contract.program.Stage;
import centralcommand.command.contract.shared.Provenance;
import centralcommand.command.contract.shared.Provenance.Channel;
import centralcommand.command.contract.shared.Provenance.Confidence;
import centralcommand.command.contract.shared.Provenance.Marking;
import centralcommand.query.server.told.History;
import centralcommand.query.server.told.Looking;
import centralcommand.query.server.view.Log;
import centralcommand.query.server.view.Page;
import centralcommand.query.server.view.Sight;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class EventsViewTest {
    private static final EventFilter ALL = new EventFilter(null, null, null, null, null, null, null);

    @Test
    void a_file_goes_on_where_a_page_would_end_and_reads_no_event_before_it_is_taken() {
        History history = new History();
        int events = Page.MOST + 200;
        for (int i = 0; i < events; i++) {
            ProgramId id = new ProgramId("program-" + i);
            history.says(
                    History.staff("energy", History.ENERGY),
                    new ProgramProposed(
                            id,
                            "Program " + i,
                            "Performer",
                            History.ENERGY,
                            null,
                            List.of(),
                            LineOfEffort.CAPITAL,
                            Stage.SEPARATION,
                            "",
                            null,
                            null,
                            "",
                            new Provenance(
                                    Looking.TODAY, null, "source", Confidence.HIGH, Marking.NONE, Channel.IMPORTED)));
        }
        Sight sight = Looking.asAuditor(history, Looking.TODAY);
        Log log = Looking.log(history);
        AtomicInteger read = new AtomicInteger();
        Log counting = position -> {
            read.incrementAndGet();
            return log.at(position);
        };
        assertThat(EventsView.of(sight, log, ALL, null, null, Page.MOST).rows()).hasSize(Page.MOST);
        var rows = EventsView.all(sight, counting, ALL, null, null);
        assertThat(rows.next().position()).isEqualTo(1);
        assertThat(read.get()).isLessThanOrEqualTo(2);
        assertThat(rows.size() + 1).isEqualTo(events);
    }
}
