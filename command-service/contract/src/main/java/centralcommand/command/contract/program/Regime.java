package centralcommand.command.contract.program;

/** A body of rules that binds a program by law or order. Its thresholds bind those programs; elsewhere they are advice, borrowed. */
public enum Regime {
    /** 10 U.S.C. 4201: a major defense acquisition program. */
    MAJOR_DEFENSE_ACQUISITION,
    /** 51 U.S.C. 30104: a development program of NASA under a Baseline Report. */
    NASA_MAJOR_PROGRAM,
    /** 42 U.S.C. 4370m: a covered project under title 41 of the FAST Act, with a permitting timetable. */
    FAST_41,
    /** DOE Order 413.3B: a capital asset project of the Department of Energy. */
    DOE_CAPITAL_ASSET
}
