package centralcommand.schedule.network;

/** Which ends of two activities a link joins: predecessor, then successor. */
public enum LinkType {
    FINISH_TO_START,
    START_TO_START,
    FINISH_TO_FINISH,
    START_TO_FINISH;

    boolean isFromStart() {
        return this == START_TO_START || this == START_TO_FINISH;
    }

    boolean isToStart() {
        return this == FINISH_TO_START || this == START_TO_START;
    }
}
