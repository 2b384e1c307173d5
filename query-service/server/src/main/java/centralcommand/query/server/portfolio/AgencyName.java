package centralcommand.query.server.portfolio;

import centralcommand.command.contract.shared.Agency;
import java.util.Locale;

/** An agency as sentences name it: its code is for programs. */
public final class AgencyName {
    private AgencyName() {}

    /** "Energy". */
    public static String of(Agency agency) {
        String name = agency.code().replace('_', ' ').toLowerCase(Locale.ROOT);
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }
}
