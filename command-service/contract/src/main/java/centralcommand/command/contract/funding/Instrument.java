package centralcommand.command.contract.funding;

/** The legal form in which money or price support is given. */
public enum Instrument {
    APPROPRIATION,
    GRANT,
    CONTRACT,
    LOAN,
    LOAN_GUARANTEE,
    EQUITY,
    PRICE_FLOOR,
    OFFTAKE,
    TAX_CREDIT,
    INSURANCE
}
