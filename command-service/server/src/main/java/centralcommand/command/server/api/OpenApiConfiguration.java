package centralcommand.command.server.api;

import centralcommand.command.contract.shared.Role;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.List;
import java.util.stream.Collectors;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Describes each command under its own path: one path with a name in it would say nothing of its body. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {
    private static final String TOKEN = "token";
    private static final String GENERIC = "/api/commands/{name}";

    @Bean
    OpenAPI commandApiDescription() {
        return new OpenAPI()
                .info(new Info()
                        .title("Central Command: commands")
                        .version("1")
                        .description("What agencies and the czar's office ask for; what is accepted becomes history."))
                .components(new Components()
                        .addSecuritySchemes(
                                TOKEN,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .bearerFormat("JWT")))
                .addSecurityItem(new SecurityRequirement().addList(TOKEN));
    }

    @Bean
    OpenApiCustomizer eachCommand(CommandForms forms) {
        return api -> {
            PathItem generic = api.getPaths().remove(GENERIC);
            if (generic != null) {
                forms.all()
                        .forEach(form -> api.getPaths()
                                .addPathItem(
                                        GENERIC.replace("{name}", form.type().name()),
                                        new PathItem().post(operation(form, generic.getPost()))));
            }
        };
    }

    private static Operation operation(CommandForms.Form form, Operation generic) {
        String roles = form.type().roles().stream().sorted().map(Role::name).collect(Collectors.joining(", "));
        return new Operation()
                .operationId(form.type().name())
                .tags(List.of("commands"))
                .summary(form.type().purpose())
                .description("%s\n\nMay be sent by: %s. Yields: %s."
                        .formatted(
                                generic.getDescription(),
                                roles,
                                String.join(", ", form.type().yields())))
                .parameters(generic.getParameters().stream()
                        .filter(parameter -> !"path".equals(parameter.getIn()))
                        .toList())
                .requestBody(new RequestBody()
                        .required(true)
                        .content(new Content()
                                .addMediaType(
                                        "application/json",
                                        new MediaType()
                                                .schema(Json31.mapper()
                                                        .convertValue(
                                                                form.shape().schema(), Schema.class)))))
                .responses(generic.getResponses());
    }
}
