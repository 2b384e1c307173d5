package centralcommand.query.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;

@AnalyzeClasses(packages = "centralcommand.query", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String[] FRAMEWORKS = {
        "org.springframework..", "org.axonframework..", "jakarta..", "com.nimbusds..", "java.sql..", "org.sqlite.."
    };

    @ArchTest
    static final ArchRule folds_and_views_know_no_framework = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "centralcommand.query.server",
                    "..query.server.api..",
                    "..query.server.live..",
                    "..query.server.seal..")
            .and()
            .haveSimpleNameNotEndingWith("Endpoint")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(FRAMEWORKS);

    @ArchTest
    static final ArchRule only_the_edge_of_the_fold_knows_axon = noClasses()
            .that()
            .resideOutsideOfPackage("..query.server.live..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.axonframework..");

    @ArchTest
    static final ArchRule only_who_follows_or_seals_the_ledger_knows_it = noClasses()
            .that()
            .resideOutsideOfPackages("..query.server.live..", "..query.server.seal..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("centralcommand.ledger..");

    @ArchTest
    static final ArchRule no_other_server_is_known_here = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "centralcommand.command.server..", "centralcommand.web..", "centralcommand.standalone..");

    @ArchTest
    static final ArchRule nobody_asks_the_time_without_a_clock = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule the_clock_is_made_in_one_place = noClasses()
            .that()
            .haveSimpleNameNotEndingWith("Configuration")
            .should()
            .callMethod(Clock.class, "systemUTC");

    @ArchTest
    static final ArchRule features_have_no_circles =
            slices().matching("centralcommand.query.server.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule endpoints_are_for_http_alone =
            classes().that().haveSimpleNameEndingWith("Endpoint").should().notBePublic();
}
