package centralcommand.standalone.identity;

import java.time.Instant;

/**
 * One line of the history of accounts.
 *
 * @param by   the administrator, or {@code system} for what a start did by itself
 * @param what one sentence without secrets
 */
record AccountChange(Instant at, String by, String account, String what) {}
