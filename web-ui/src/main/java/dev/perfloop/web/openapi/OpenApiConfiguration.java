package dev.perfloop.web.openapi;

import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import java.util.Objects;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the controllers cannot say of themselves: how to log in, and how a refusal looks. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {
    private static final String PROBLEM = "Problem";

    static {
        // Each enum once and by name, so that what is generated from the description has names for them too.
        ModelResolver.enumsAsRef = true;
    }

    @Bean
    OpenAPI perfloopApi() {
        return new OpenAPI()
                .info(new Info()
                        .title("Perfloop")
                        .version("v1")
                        .description("Every refusal is a problem (RFC 9457) whose mend says what to do next."))
                .servers(List.of(new Server().url("/")))
                .components(new Components()
                        .addSecuritySchemes(
                                "basic",
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("basic"))
                        .addSecuritySchemes(
                                "token",
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .bearerFormat("pfl_...")))
                .addSecurityItem(new SecurityRequirement().addList("basic"))
                .addSecurityItem(new SecurityRequirement().addList("token"))
                .path("/api/login", new PathItem().post(login()))
                .path("/api/logout", new PathItem().post(logout()));
    }

    @Bean
    OpenApiCustomizer refusalsAreProblems() {
        ApiResponse refusal = new ApiResponse()
                .description("Refused; mend says what to do next")
                .content(new Content()
                        .addMediaType(
                                "application/problem+json",
                                new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM))));
        return api -> {
            // Only now: what nothing refers to when the controllers have been read is taken out.
            api.getComponents().addSchemas(PROBLEM, problem());
            api.getPaths().values().stream()
                    .flatMap(path -> path.readOperations().stream())
                    .forEach(operation -> operation.getResponses().addApiResponse("default", refusal));
        };
    }

    /** Names that neither another controller nor the order in which controllers are found can change. */
    @Bean
    OperationCustomizer operationsAreNamedByTheirController() {
        return (operation, handler) ->
                operation.operationId(handler.getBeanType().getSimpleName().replace("Controller", "") + "_"
                        + handler.getMethod().getName());
    }

    /** What a request may leave out; the same record as an answer would have it. */
    @Bean
    OpenApiCustomizer requestsMayLeaveOut(AnswerConverter records) {
        return api -> api.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .filter(operation -> operation.getRequestBody() != null)
                .flatMap(operation -> operation.getRequestBody().getContent().values().stream())
                .map(content -> content.getSchema().get$ref())
                .filter(Objects::nonNull)
                .map(ref -> ref.substring(ref.lastIndexOf('/') + 1))
                .forEach(name -> records.mayLeaveOut(
                        name, api.getComponents().getSchemas().get(name)));
    }

    private static Schema<?> problem() {
        return new ObjectSchema()
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", new StringSchema())
                .addProperty("mend", new StringSchema().description("what to do next"))
                .addProperty(
                        "errors",
                        new ArraySchema()
                                .items(new ObjectSchema()
                                        .addProperty("line", new IntegerSchema())
                                        .addProperty("field", new StringSchema())
                                        .addProperty("message", new StringSchema())));
    }

    private static Operation login() {
        Schema<?> form = new ObjectSchema()
                .addProperty("username", new StringSchema())
                .addProperty("password", new StringSchema().format("password"));
        return new Operation()
                .summary("Opens a session; needs the CSRF token that any first answer brings")
                .requestBody(new RequestBody()
                        .content(new Content()
                                .addMediaType("application/x-www-form-urlencoded", new MediaType().schema(form))))
                .responses(new ApiResponses().addApiResponse("200", new ApiResponse().description("Logged in")));
    }

    private static Operation logout() {
        return new Operation()
                .summary("Ends the session")
                .responses(new ApiResponses()
                        .addApiResponse("204", new ApiResponse().description("Logged out"))
                        .addApiResponse(
                                "200",
                                new ApiResponse()
                                        .description(
                                                "Logged out here; continueAt is the OpenID provider's own logout")));
    }
}
