package centralcommand.command.server;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;

@AnalyzeClasses(packages = "centralcommand.command.server", importOptions = DoNotIncludeTests.class)
class CommandServerArchitectureTest {

    /** Where Axon and Spring may be known: carrying commands out, the API, and the annotated classes of a feature. */
    private static final DescribedPredicate<JavaClass> EDGE = resideInAPackage("..server.dispatch..")
            .or(resideInAPackage("..server.api.."))
            .or(simpleNameEndingWith("Aggregate"))
            .or(simpleNameEndingWith("Handler"))
            .or(simpleNameEndingWith("Automation"))
            .or(simpleNameEndingWith("Configuration"))
            .or(simpleNameEndingWith("Application"))
            .as("the edge");

    @ArchTest
    static final ArchRule rules_import_no_framework = noClasses()
            .that(DescribedPredicate.not(EDGE))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.axonframework..",
                    "org.springframework..",
                    "tools.jackson..",
                    "com.fasterxml.jackson..",
                    "jakarta..",
                    "centralcommand.ledger..");

    @ArchTest
    static final ArchRule the_api_leaves_axon_to_the_dispatch = noClasses()
            .that()
            .resideInAPackage("..server.api..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.axonframework..");

    @ArchTest
    static final ArchRule another_service_is_met_through_its_contract_only = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("centralcommand.query..", "centralcommand.web..", "centralcommand.standalone..");

    @ArchTest
    static final ArchRule only_the_ledger_knows_a_database = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..", "org.sqlite..", "com.mongodb..");

    @ArchTest
    static final ArchRule nobody_asks_what_time_it_is_without_a_clock = noClasses()
            .should()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule one_place_gives_the_clock = noClasses()
            .that()
            .haveSimpleNameNotEndingWith("Configuration")
            .should()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(Clock.class, "systemDefaultZone");

    @ArchTest
    static final ArchRule packages_have_no_circles =
            slices().matching("centralcommand.command.server.(*)..").should().beFreeOfCycles();
}
