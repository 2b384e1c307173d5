package centralcommand.standalone.sample;

import centralcommand.command.contract.shared.Agency;
import java.util.List;
import java.util.Locale;

/** The sample account that sends a command: nobody approves or releases what they themselves sent. */
record Sender(String account) {
    /** Looks at the ledger; sends nothing. */
    static final Sender AUDITOR = new Sender("auditor");

    static final Sender CZAR = new Sender("czar");

    /** Agencies that have sample accounts. */
    static final List<Agency> AGENCIES =
            List.of(new Agency("DEFENSE"), new Agency("ENERGY"), new Agency("INTERIOR"), new Agency("COMMERCE"));

    static Sender staff(Agency agency) {
        return new Sender(agency.code().toLowerCase(Locale.ROOT));
    }

    static Sender approver(Agency agency) {
        return new Sender(staff(agency).account + ".approver");
    }
}
