package centralcommand.command.contract.shared;

import java.util.Arrays;
import java.util.Optional;

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
    ADMIN,
    /** No account: the program itself, which gives notices that follow from the calendar. */
    SYSTEM;

    /** The role that a token claims. Nobody can claim to be the system, and a role of another program gives nothing here. */
    public static Optional<Role> claimed(String name) {
        return Arrays.stream(values())
                .filter(role -> role != SYSTEM && role.name().equals(name))
                .findFirst();
    }
}
