package centralcommand.command.contract.schedule;

/** What the owner of a date says to one that its network implies. */
public enum HiddenSlipAnswer {
    /** It is right: a new forecast follows. */
    NEW_FORECAST_FOLLOWS,
    /** The date holds because the work no longer waits for the other. */
    NOT_DEPENDENT,
    /** The date holds because time is made up. */
    RECOVERED,
    /** The other date is wrong. */
    DISPUTED
}
