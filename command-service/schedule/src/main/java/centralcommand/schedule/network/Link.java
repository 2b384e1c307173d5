package centralcommand.schedule.network;

/**
 * One activity waits for another.
 *
 * @param lag working days of the successor's calendar that must lie between the two ends; negative for a lead
 */
public record Link<K>(K from, K to, LinkType type, int lag) {
    private static final int LONGEST = 50_000;

    public Link {
        if (Math.abs((long) lag) > LONGEST) {
            throw new IllegalArgumentException(
                    "The lag from %s to %s is %d working days: give %d at most.".formatted(from, to, lag, LONGEST));
        }
    }
}
