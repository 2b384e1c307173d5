package centralcommand.ledger;

/**
 * Names a command so that it is carried out once.
 *
 * @param actor who sent it; ids of different actors do not meet
 * @param commandId unique for the actor
 * @param bodyHash tells whether a command sent again under the same id is really the same; kept, not compared here
 */
public record CommandKey(String actor, String commandId, String bodyHash) {
    public CommandKey {
        Text.check("actor", actor);
        Text.check("command id", commandId);
        Text.check("body hash", bodyHash);
    }

    /** What it will take up, roughly and never too little. */
    long bytes() {
        // A character takes at most three bytes; four-byte characters count as two.
        return 3L * (actor.length() + commandId.length() + bodyHash.length());
    }
}
