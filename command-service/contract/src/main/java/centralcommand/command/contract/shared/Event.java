package centralcommand.command.contract.shared;

/** What is now true. Stored for ever under the name and revision in {@code EventCatalog}. Who and why travel as metadata: {@link Authorship}. */
public interface Event {

    /** A reported fact. An agency's entry is seen by others only once it is released. */
    interface Entry extends Event {
        Provenance provenance();
    }
}
