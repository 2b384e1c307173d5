package centralcommand.command.contract.schedule;

/** Why a date moved or is in doubt, from a list short enough to choose from; the narrative says the rest. */
public enum Cause {
    FINANCING,
    PERMITTING,
    GOVERNMENT_DECISION,
    LEGISLATION,
    LITIGATION,
    SITE,
    DESIGN_CHANGE,
    COST_GROWTH,
    EQUIPMENT,
    FEEDSTOCK,
    WORKFORCE,
    TECHNICAL,
    CUSTOMER_QUALIFICATION,
    MARKET,
    UPSTREAM_MILESTONE,
    OTHER
}
