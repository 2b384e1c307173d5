package centralcommand.schedule.risk;

/** An activity waits for so many others that too few trials could be made in time. The sentence says so to whoever asked. */
public final class TooMuchToTryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooMuchToTryException(int others, int trials, int fewest) {
        super("It waits for %,d others: only %,d trials could be made in time, and fewer than %,d say too little."
                .formatted(others, trials, fewest));
    }
}
