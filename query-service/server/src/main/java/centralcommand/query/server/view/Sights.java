package centralcommand.query.server.view;

/** Other standpoints of the same viewer. */
public interface Sights {

    /** What the viewer sees now. */
    Sight live(Sight sight);

    /**
     * What the viewer sees from another moment.
     *
     * @param field the parameter that the moment was given in
     * @param moment a position, an ISO day or an ISO instant
     * @throws BadQuery if it is none of these, or lies beyond what is recorded
     */
    Sight at(Sight sight, String field, String moment);
}
