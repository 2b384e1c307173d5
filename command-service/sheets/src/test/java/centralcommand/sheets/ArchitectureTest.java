package centralcommand.sheets;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "centralcommand.sheets", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule sheets_know_commands_two_file_formats_and_no_framework = classes()
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                    "centralcommand.sheets..",
                    "centralcommand.command.contract.program..",
                    "centralcommand.command.contract.schedule..",
                    "centralcommand.command.contract.shared..",
                    "org.dhatim.fastexcel..",
                    "org.apache.commons.compress..",
                    "de.siegmar.fastcsv..",
                    "java..",
                    "javax.xml.stream..",
                    "org.jspecify.."));
}
