package centralcommand.query.contract.threshold;

/** Which slip a threshold is held against: never one number alone. */
public enum Measure {
    /** Against what was promised first: GAO-05-182. */
    VS_ORIGINAL,
    /** Against what is promised now. */
    VS_CURRENT,
    /** Against what was reported before. */
    SINCE_LAST_REPORT
}
