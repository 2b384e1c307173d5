package centralcommand.command.contract;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;

@AnalyzeClasses(packages = "centralcommand.command.contract", importOptions = DoNotIncludeTests.class)
class ContractArchitectureTest {

    @ArchTest
    static final ArchRule a_contract_needs_the_jdk_and_annotations_only = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "org.jspecify.annotations..",
                    "com.fasterxml.jackson.annotation..",
                    "centralcommand.command.contract..");

    @ArchTest
    static final ArchRule nobody_asks_what_time_it_is_without_a_clock = noClasses()
            .should()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule shared_values_know_no_feature = noClasses()
            .that()
            .resideInAPackage("..contract.shared..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "..contract.program..",
                    "..contract.schedule..",
                    "..contract.funding..",
                    "..contract.capacity..",
                    "..contract.clearance..",
                    "..contract.organization..",
                    "..contract.catalog..");

    @ArchTest
    static final ArchRule features_have_no_circles =
            slices().matching("centralcommand.command.contract.(*)..").should().beFreeOfCycles();
}
