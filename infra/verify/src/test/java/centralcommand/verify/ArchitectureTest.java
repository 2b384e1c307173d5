package centralcommand.verify;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
        packages = {"centralcommand.verify", "centralcommand.witness"},
        importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule the_verifier_shares_nothing_with_the_rest_of_the_house = classes()
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                    "centralcommand.verify..",
                    "centralcommand.witness..",
                    "java..",
                    "com.sun.net.httpserver..",
                    "org.jspecify..",
                    "org.sqlite..",
                    "com.mongodb..",
                    "org.bson..",
                    "tools.jackson.core.."));

    @ArchTest
    static final ArchRule only_the_sources_know_a_database_or_json = noClasses()
            .that()
            .resideOutsideOfPackage("centralcommand.verify.source..")
            .should()
            .dependOnClassesThat(
                    resideInAnyPackage("java.sql..", "org.sqlite..", "com.mongodb..", "org.bson..", "tools.jackson.."));

    @ArchTest
    static final ArchRule the_witness_knows_notes_and_proofs_and_no_ledger = noClasses()
            .that()
            .resideInAPackage("centralcommand.witness..")
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                    "centralcommand.verify", "centralcommand.verify.source..", "centralcommand.verify.finding.."));

    @ArchTest
    static final ArchRule notes_and_proofs_know_nobody_else = noClasses()
            .that()
            .resideInAnyPackage("centralcommand.verify.note..", "centralcommand.verify.proof..")
            .should()
            .dependOnClassesThat(resideInAPackage("centralcommand.verify.source..")
                    .or(resideInAPackage("centralcommand.verify"))
                    .or(resideInAPackage("centralcommand.witness..")));
}
