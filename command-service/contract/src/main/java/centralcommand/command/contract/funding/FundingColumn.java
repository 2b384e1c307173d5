package centralcommand.command.contract.funding;

/** How far money has come. Columns are never added to each other. */
public enum FundingColumn {
    /** Announced, a letter of interest, an open solicitation. */
    SAID,
    /** Promised if conditions are met. */
    CONDITIONAL,
    /** An award, contract, agreement or loan. */
    BOUND,
    /** Moved or accrued. */
    PAID,
    /** An appropriation or tax credit: power to spend, not a deal. */
    AUTHORITY,
    /** The source does not say. */
    UNKNOWN
}
