package centralcommand.web;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.util.Set;
import org.springframework.beans.factory.annotation.Autowired;

@AnalyzeClasses(packages = "centralcommand.web", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule pages_see_commands_and_read_models_never_events = noClasses()
            .should()
            .dependOnClassesThat(new DescribedPredicate<>("are events of the command contract") {
                @Override
                public boolean test(JavaClass type) {
                    return type.getPackageName().startsWith("centralcommand.command.contract")
                            && type.getName().matches(".*Event(\\$.*)?");
                }
            })
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule pages_know_no_server_no_ledger_no_axon_and_no_database = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "centralcommand.command.server..",
                    "centralcommand.query.server..",
                    "centralcommand.ledger..",
                    "centralcommand.standalone..",
                    "org.axonframework..",
                    "java.sql..",
                    "com.mongodb..");

    @ArchTest
    static final ArchRule nobody_calls_now_without_a_clock = noClasses()
            .should()
            .callMethodWhere(new DescribedPredicate<JavaCall<?>>("is now() without a clock") {
                @Override
                public boolean test(JavaCall<?> call) {
                    return call.getName().equals("now")
                            && call.getTargetOwner().getPackageName().equals("java.time")
                            && call.getTarget().getRawParameterTypes().stream()
                                    .noneMatch(type -> type.isEquivalentTo(Clock.class));
                }
            });

    @ArchTest
    static final ArchRule features_meet_without_cycles =
            slices().matching("centralcommand.web.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule nothing_is_injected_into_fields = fields().should().notBeAnnotatedWith(Autowired.class);

    @ArchTest
    static void types_say_what_they_are(JavaClasses classes) {
        var empty = Set.of("Impl", "Dto", "Manager", "Helper", "Util", "Utils", "Data");
        noClasses()
                .should()
                .haveNameMatching(".*(" + String.join("|", empty) + ")")
                .check(classes);
    }
}
