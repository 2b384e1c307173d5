package centralcommand.plans;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "centralcommand.plans", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule plans_know_words_and_mathematics_and_no_framework = classes()
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                    "centralcommand.plans..",
                    "centralcommand.command.contract..",
                    "centralcommand.schedule..",
                    "org.mpxj..",
                    "java..",
                    "javax.xml.stream..",
                    "org.jspecify.."));

    @ArchTest
    static final ArchRule one_class_knows_the_library_that_reads_files = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("centralcommand.plans.file.MspdiPlan")
            .and()
            .haveNameNotMatching("centralcommand\\.plans\\.file\\.MspdiPlan\\$.*")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.mpxj..");
}
