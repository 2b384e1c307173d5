package centralcommand.ledger;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaCall.Predicates;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "centralcommand.ledger", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String PORT = "centralcommand.ledger";
    private static final String SQLITE = "centralcommand.ledger.sqlite..";
    private static final String PROOF = "centralcommand.ledger.proof..";
    private static final String FILE = "centralcommand.ledger.file..";
    private static final String MONGO = "centralcommand.ledger.mongo..";
    private static final String LOCATION = "centralcommand.ledger.location..";
    private static final String AXON = "centralcommand.ledger.axon..";

    @ArchTest
    static final ArchRule the_port_knows_neither_axon_nor_a_database_nor_its_adapters = noClasses()
            .that()
            .resideInAPackage(PORT)
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                    "org.axonframework..",
                    "java.sql..",
                    "org.sqlite..",
                    "com.mongodb..",
                    "org.bson..",
                    SQLITE,
                    MONGO,
                    LOCATION,
                    AXON));

    @ArchTest
    static final ArchRule only_the_sqlite_adapter_knows_sql = noClasses()
            .that()
            .resideOutsideOfPackage(SQLITE)
            .should()
            .dependOnClassesThat(resideInAnyPackage("java.sql..", "javax.sql..", "org.sqlite.."));

    @ArchTest
    static final ArchRule only_the_mongo_adapter_knows_mongodb = noClasses()
            .that()
            .resideOutsideOfPackage(MONGO)
            .should()
            .dependOnClassesThat(resideInAnyPackage("com.mongodb..", "org.bson.."));

    @ArchTest
    static final ArchRule only_the_choice_between_them_knows_the_adapters = noClasses()
            .that()
            .resideOutsideOfPackages(SQLITE, MONGO, LOCATION)
            .should()
            .dependOnClassesThat(resideInAnyPackage(SQLITE, MONGO));

    @ArchTest
    static final ArchRule the_adapters_do_not_know_each_other =
            noClasses().that().resideInAPackage(MONGO).should().dependOnClassesThat(resideInAPackage(SQLITE));

    @ArchTest
    static final ArchRule only_the_axon_edge_knows_axon = noClasses()
            .that()
            .resideOutsideOfPackage(AXON)
            .should()
            .dependOnClassesThat(resideInAPackage("org.axonframework.."));

    @ArchTest
    static final ArchRule proofs_know_the_jdk_and_how_a_file_is_kept_to_its_owner_and_nothing_else = classes()
            .that()
            .resideInAPackage(PROOF)
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(PROOF, FILE, "java..", "org.jspecify.."));

    @ArchTest
    static final ArchRule proofs_know_no_files_but_that_of_the_key = noClasses()
            .that()
            .resideInAPackage(PROOF)
            .and()
            .doNotHaveSimpleName("KeyFile")
            .should()
            .dependOnClassesThat(resideInAnyPackage("java.nio.file..", FILE, "java.net..", "java.sql.."));

    @ArchTest
    static final ArchRule nobody_here_knows_the_rest_of_the_house = noClasses()
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                    "centralcommand.command..",
                    "centralcommand.query..",
                    "centralcommand.web..",
                    "org.springframework.."));

    @ArchTest
    static final ArchRule only_where_a_program_starts_is_a_clock_made = noClasses()
            .that()
            .haveSimpleNameNotEndingWith("Command")
            .and()
            // Axon makes it by itself and hands it nothing.
            .doNotHaveSimpleName("TimeOrderedIdentifiers")
            .should()
            .callMethodWhere(Predicates.target(
                            com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching(
                                    "now|systemUTC|systemDefaultZone|currentTimeMillis"))
                    .and(Predicates.target(com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner(
                            resideInAnyPackage("java.time..", "java.lang..")))));
}
