package centralcommand.standalone;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;

/** Only this module assembles servers, and nobody builds on it. Seen from here, because only here is everything on one class path. */
@AnalyzeClasses(packages = "centralcommand", importOptions = ImportOption.DoNotIncludeTests.class)
class StandaloneArchitectureTest {
    private static final String STANDALONE = "centralcommand.standalone..";

    @ArchTest
    static final ArchRule nobody_depends_on_the_standalone_process = noClasses()
            .that()
            .resideOutsideOfPackage(STANDALONE)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(STANDALONE);

    @ArchTest
    static final ArchRule a_server_is_assembled_here_and_known_to_nobody_else = noClasses()
            .that()
            .resideOutsideOfPackages("centralcommand.command.server..", "centralcommand.standalone")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("centralcommand.command.server..");

    @ArchTest
    static final ArchRule the_query_server_is_assembled_here_and_known_to_nobody_else = noClasses()
            .that()
            .resideOutsideOfPackages("centralcommand.query.server..", "centralcommand.standalone")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("centralcommand.query.server..");

    @ArchTest
    static final ArchRule the_library_that_reads_schedule_files_is_known_to_one_module_alone = noClasses()
            .that()
            .resideOutsideOfPackage("centralcommand.plans.file..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.mpxj..");

    @ArchTest
    static final ArchRule accounts_know_no_ledger_and_no_server = noClasses()
            .that()
            .resideInAPackage("centralcommand.standalone.identity..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "centralcommand.ledger..",
                    "centralcommand.command.server..",
                    "centralcommand.query..",
                    "centralcommand.web..");

    @ArchTest
    static final ArchRule the_sample_is_sent_by_command_and_never_written_into_the_ledger = noClasses()
            .that()
            .resideInAPackage("centralcommand.standalone.sample..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("centralcommand.ledger..", "centralcommand.command.server..");

    @ArchTest
    static final ArchRule nobody_here_asks_for_the_time_without_a_clock = noClasses()
            .that()
            .resideInAPackage(STANDALONE)
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now");
}
