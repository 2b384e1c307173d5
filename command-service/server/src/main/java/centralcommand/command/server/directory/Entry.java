package centralcommand.command.server.directory;

import centralcommand.command.contract.clearance.Viewer;
import centralcommand.command.contract.clearance.Visibility;
import centralcommand.command.contract.shared.Agency;
import centralcommand.command.contract.shared.Event;
import centralcommand.command.contract.shared.Provenance.Marking;
import org.jspecify.annotations.Nullable;

/**
 * Where an entry stands.
 *
 * @param sequence its number in its stream
 * @param author subject of the account that submitted it
 * @param agency for which it was submitted; none for the czar's office
 * @param struckBy position of the correction that strikes it
 */
public record Entry(
        long position,
        String stream,
        long sequence,
        Class<? extends Event> type,
        String author,
        @Nullable Agency agency,
        Marking marking,
        boolean released,
        boolean withdrawn,
        @Nullable Long struckBy) {

    /** Whether it still says something: it was neither taken back nor struck. */
    public boolean counts() {
        return !withdrawn && struckBy == null;
    }

    /** Whether a viewer knows of it and it still says something. */
    public boolean countsFor(Viewer viewer) {
        return counts() && shownTo(viewer);
    }

    public boolean shownTo(Viewer viewer) {
        return Visibility.shows(viewer, agency, released && !withdrawn, marking);
    }

    Entry release() {
        return new Entry(position, stream, sequence, type, author, agency, marking, true, withdrawn, struckBy);
    }

    Entry withdraw() {
        return new Entry(position, stream, sequence, type, author, agency, marking, released, true, struckBy);
    }

    Entry struck(@Nullable Long by) {
        return new Entry(position, stream, sequence, type, author, agency, marking, released, withdrawn, by);
    }
}
