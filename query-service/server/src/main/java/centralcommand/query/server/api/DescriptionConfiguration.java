package centralcommand.query.server.api;

import centralcommand.command.contract.program.ProgramId;
import centralcommand.command.contract.schedule.MilestoneId;
import centralcommand.command.contract.shared.Agency;
import centralcommand.query.server.view.Sight;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.Arrays;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Describes the API at {@code /v3/api-docs}: what every query takes is told once for each, in place of the type that it becomes here. */
@Configuration(proxyBeanMethods = false)
class DescriptionConfiguration {

    @Bean
    OpenAPI description() {
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(Sight.class)
                .addSimpleTypesForParameterObject(Agency.class, ProgramId.class, MilestoneId.class);
        return new OpenAPI()
                .info(new Info()
                        .title("Central Command: queries")
                        .version("1")
                        .description("What stands, what stood at any moment, and the entries behind every figure."))
                .components(new Components()
                        .addSecuritySchemes(
                                "token",
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .bearerFormat("JWT")))
                .addSecurityItem(new SecurityRequirement().addList("token"));
    }

    @Bean
    OperationCustomizer standpoints() {
        return (operation, handler) -> {
            boolean looks = Arrays.stream(handler.getMethodParameters())
                    .anyMatch(parameter -> parameter.getParameterType() == Sight.class);
            return looks ? withStandpoint(operation) : operation;
        };
    }

    private static Operation withStandpoint(Operation operation) {
        return operation
                .addParametersItem(
                        parameter("asOf", "A position, an ISO day or an ISO instant: only what was recorded by then."))
                .addParametersItem(parameter("statedBy", "An ISO day, not after today: only what was stated by then."))
                .addParametersItem(parameter(
                        "minPosition", "Answers once this position is reflected; 503 if it is not within 5 seconds."))
                .addParametersItem(
                        parameter("viewAs", "For auditors: with whose eyes to see, such as ENERGY, CZAR or PUBLIC."));
    }

    private static Parameter parameter(String name, String description) {
        return new Parameter().in("query").name(name).description(description).schema(new StringSchema());
    }
}
