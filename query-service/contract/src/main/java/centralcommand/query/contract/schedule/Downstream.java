package centralcommand.query.contract.schedule;

import java.util.List;

/**
 * What a slip does to those who wait, after their float: each day of the network beside the one that it would be had the first promise been
 * kept. As far as the viewer may see it.
 *
 * @param milestones that are later than they would be
 * @param furthest those of them that are moved furthest, furthest first, at most five
 * @param endDays calendar days by which the end of its own program is later; 0 where it is not
 */
public record Downstream(int milestones, List<Handoffs.Push> furthest, long endDays) {}
