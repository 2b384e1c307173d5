package centralcommand.command.contract.shared;

/** What a person may do; a person of an agency acts for that agency only. */
public enum Role {
    /** Proposes, amends, reports, confirms, records, pledges, links and corrects for the lead agency; reports and confirms for a supporting one. */
    AGENCY_STAFF,
    /** Releases, certifies and approves a first baseline; never what they proposed or submitted themselves. */
    AGENCY_APPROVER,
    /** The czar's office: approves, suspends, resumes and cancels programs, approves baselines, sets targets; never their own request. */
    CZAR,
    /** Reads everything, marked so; commands nothing. */
    AUDITOR,
    /** Keeps accounts; commands nothing. */
    ADMIN
}
