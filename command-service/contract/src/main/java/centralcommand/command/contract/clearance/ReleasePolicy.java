package centralcommand.command.contract.clearance;

/** How an agency's entries become its word. */
public enum ReleasePolicy {
    /** An approver releases each; the rule until an agency says otherwise. */
    BY_APPROVER,
    /** Each is released the moment it is recorded. */
    AT_ONCE
}
