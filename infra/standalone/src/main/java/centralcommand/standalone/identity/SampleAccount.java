package centralcommand.standalone.identity;

import centralcommand.command.contract.shared.Agency;
import centralcommand.command.contract.shared.Role;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An account that comes with the sample portfolio. Its password is public: its name and {@code -pass}. */
record SampleAccount(String name, @Nullable Agency agency, List<Role> roles) {
    static final List<SampleAccount> ALL = Stream.concat(
                    Stream.of("defense", "energy", "interior", "commerce").flatMap(SampleAccount::ofAgency),
                    Stream.of(
                            new SampleAccount("czar", null, List.of(Role.CZAR)),
                            new SampleAccount("czar.deputy", null, List.of(Role.CZAR)),
                            new SampleAccount("auditor", null, List.of(Role.AUDITOR)),
                            new SampleAccount("admin", null, List.of(Role.ADMIN))))
            .toList();

    String password() {
        return name + "-pass";
    }

    private static Stream<SampleAccount> ofAgency(String name) {
        Agency agency = new Agency(name);
        return Stream.of(
                new SampleAccount(name, agency, List.of(Role.AGENCY_STAFF)),
                new SampleAccount(name + ".approver", agency, List.of(Role.AGENCY_STAFF, Role.AGENCY_APPROVER)));
    }
}
