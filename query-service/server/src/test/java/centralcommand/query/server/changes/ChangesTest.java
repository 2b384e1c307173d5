package centralcommand.query.server.changes;

import static centralcommand.query.server.told.History.ENERGY;
import static centralcommand.query.server.told.History.ENERGY_APPROVER;
import static centralcommand.query.server.told.History.ENERGY_STAFF;
import static centralcommand.query.server.told.History.on;
import static org.assertj.core.api.Assertions.assertThat;

import centralcommand.command.contract.clearance.ClearanceEvent.EntriesReleased;
import centralcommand.query.contract.history.Changes;
import centralcommand.query.contract.history.Changes.Change;
import centralcommand.query.contract.history.EventRow;
import centralcommand.query.server.told.History;
import centralcommand.query.server.told.Looking;
import centralcommand.query.server.told.Story;
import centralcommand.query.server.view.Sight;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChangesTest {
    private final History history = Story.told();
    private final Sight before = Looking.asCzar(history, Looking.TODAY);
    private final long entry = history.says(
            ENERGY_STAFF, Story.forecast(Story.OPEN, Story.FIRST, "2027-05-31", null, "", on("2026-01-04")));

    private Changes since(Sight start) {
        return ChangesView.of(start, Looking.asCzar(history, Looking.TODAY), Looking.log(history), null, 100);
    }

    @Test
    void an_entry_that_waits_inside_its_agency_changes_nothing_for_others() {
        Changes changes = since(before);
        assertThat(changes.rows()).isEmpty();
        assertThat(changes.events()).isEmpty();
    }

    @Test
    void a_release_changes_the_date_the_slip_and_what_follows_and_names_entry_and_release() {
        long release = history.says(ENERGY_APPROVER, new EntriesReleased(ENERGY, List.of(entry)));
        Changes changes = since(before);
        assertThat(changes.rows().stream().map(Change::what))
                .containsExactlyInAnyOrder("expected date", "slip against the original baseline");
        Change date = changes.rows().stream()
                .filter(change -> change.what().equals("expected date"))
                .findFirst()
                .orElseThrow();
        assertThat(date.before()).isEqualTo("2026-09-30");
        assertThat(date.after()).isEqualTo("2027-05-31");
        assertThat(date.positions()).containsExactly(entry, release);
        assertThat(changes.events().stream().map(EventRow::position)).containsExactly(entry, release);
    }

    @Test
    void events_come_in_pages_that_go_on_where_the_last_ended() {
        history.says(ENERGY_APPROVER, new EntriesReleased(ENERGY, List.of(entry)));
        Sight now = Looking.asCzar(history, Looking.TODAY);
        Changes first = ChangesView.of(before, now, Looking.log(history), null, 1);
        assertThat(first.next()).isEqualTo(entry);
        Changes second = ChangesView.of(before, now, Looking.log(history), first.next(), 1);
        assertThat(second.events().stream().map(EventRow::type)).containsExactly("entries-released");
        assertThat(second.next()).isNull();
    }
}
