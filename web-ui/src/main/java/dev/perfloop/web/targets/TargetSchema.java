package dev.perfloop.web.targets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonNodePath;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import dev.perfloop.web.problems.FieldProblem;
import java.io.IOException;
import java.io.InputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The form of a target's file, as the contract's JSON schema states it; what it describes it also explains. */
@Component
class TargetSchema {
    private final JsonNode tree;
    private final JsonSchema schema;

    TargetSchema(ObjectMapper json) throws IOException {
        try (InputStream file = new ClassPathResource("/target.schema.json").getInputStream()) {
            tree = json.readTree(file);
            schema = JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(tree);
        }
    }

    Stream<FieldProblem> problemsOf(TargetDocument document) {
        return schema.validate(document.values()).stream()
                .filter(message -> !isWhyAChoiceFailed(message))
                .map(message -> problem(message, document));
    }

    /** The choice itself is reported; why each of its branches did not fit would only confuse. */
    private static boolean isWhyAChoiceFailed(ValidationMessage message) {
        String path = message.getEvaluationPath().toString();
        return path.matches(".*(oneOf|anyOf)[/.\\[]+\\d.*");
    }

    private FieldProblem problem(ValidationMessage message, TargetDocument document) {
        FieldPath path = path(message.getInstanceLocation());
        String property = message.getProperty();
        FieldPath field = property == null ? path : path.with(property);
        return switch (message.getType()) {
            case "additionalProperties", "unevaluatedProperties" -> at(document, field, "there is no such field");
            case "required" -> at(document, field, "this field is missing" + explained(message, property));
            case "oneOf", "anyOf" -> at(document, path, "exactly one of " + choices(message) + " is needed");
            default -> at(document, path, text(message) + explained(message, null));
        };
    }

    private static FieldProblem at(TargetDocument document, FieldPath path, String message) {
        return new FieldProblem(document.line(path), path.toString(), message);
    }

    /** The library puts the location in front of its sentence; we say it apart. A pattern is for machines only. */
    private static String text(ValidationMessage message) {
        if (message.getType().equals("pattern")) {
            return "this is not written as it must be";
        }
        String location = message.getInstanceLocation() + ": ";
        String text = message.getMessage();
        return text.startsWith(location) ? text.substring(location.length()) : text;
    }

    private String explained(ValidationMessage message, @Nullable String property) {
        JsonNode around = around(message);
        String description = (property == null
                        ? around
                        : around.path("properties").path(property))
                .path("description")
                .asText();
        return description.isEmpty() ? "" : ". " + description;
    }

    private String choices(ValidationMessage message) {
        return StreamSupport.stream(around(message).path(message.getType()).spliterator(), false)
                .flatMap(branch -> StreamSupport.stream(branch.path("required").spliterator(), false))
                .map(JsonNode::asText)
                .collect(Collectors.joining(", "));
    }

    /** The part of the schema that the failed keyword stands in. */
    private JsonNode around(ValidationMessage message) {
        JsonNode node = tree;
        JsonNodePath keyword = message.getSchemaLocation().getFragment();
        for (int i = 0; i < keyword.getNameCount() - 1; i++) {
            Object step = keyword.getElement(i);
            node = step instanceof Integer index ? node.path(index) : node.path(step.toString());
        }
        return node;
    }

    private static FieldPath path(JsonNodePath location) {
        FieldPath path = FieldPath.of();
        for (int i = 0; i < location.getNameCount(); i++) {
            path = path.with(location.getElement(i));
        }
        return path;
    }
}
