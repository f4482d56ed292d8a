package dev.perfloop.web.openapi;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import dev.perfloop.web.rows.RawJson;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Describes records as they are written: every component is there, and null only where it says so. The library reads no
 * annotations of types, so it knows neither.
 */
@Component
class AnswerConverter implements ModelConverter {
    private static final String OURS = "dev.perfloop.";
    private static final String NULL = "null";

    /** The library keeps one converter for the whole JVM, of whichever application came first. */
    private static final Map<String, Class<?>> DESCRIBED = new ConcurrentHashMap<>();

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType asked, ModelConverterContext context, Iterator<ModelConverter> chain) {
        JavaType type = Json.mapper().constructType(asked.getType());
        if (type.isTypeOrSubTypeOf(RawJson.class) || type.isTypeOrSubTypeOf(JsonNode.class)) {
            return new JsonSchema().description("JSON as it was stored");
        }
        Schema<?> resolved = chain.hasNext() ? chain.next().resolve(asked, context, chain) : null;
        Class<?> java = type.getRawClass();
        if (java.getName().startsWith(OURS) && (java.isRecord() || java.isEnum())) {
            String name = nameOf(java);
            Schema<?> model = context.getDefinedModels().get(name);
            if (java.isRecord() && model != null && model.getProperties() != null) {
                complete(java, model);
            }
        }
        return resolved;
    }

    /** In a request only that has to be there which is neither null nor false when it is left out. */
    void mayLeaveOut(String name, @Nullable Schema<?> request) {
        Class<?> java = DESCRIBED.get(name);
        if (java != null && request != null) {
            request.setRequired(Stream.of(java.getRecordComponents())
                    .filter(component -> !component.getType().isPrimitive())
                    .filter(component -> !component.getAnnotatedType().isAnnotationPresent(Nullable.class))
                    .map(RecordComponent::getName)
                    .toList());
        }
    }

    /** Names have no packages, so a second type of the same name would silently take the place of the first. */
    private String nameOf(Class<?> java) {
        String name = java.getSimpleName();
        Class<?> known = DESCRIBED.putIfAbsent(name, java);
        if (known != null && known != java) {
            throw new IllegalStateException("Both " + known.getName() + " and " + java.getName()
                    + " would be described as " + name + ": give one of them another name.");
        }
        return name;
    }

    @SuppressWarnings("rawtypes") // as the library declares it
    private static void complete(Class<?> type, Schema<?> model) {
        Map<String, Schema> properties = model.getProperties();
        for (RecordComponent component : type.getRecordComponents()) {
            Schema<?> property = properties.get(component.getName());
            if (property != null) {
                if (model.getRequired() == null || !model.getRequired().contains(component.getName())) {
                    model.addRequiredItem(component.getName());
                }
                if (property.getItems() != null && holdsNulls(component)) {
                    property.setItems(orNull(property.getItems()));
                }
                if (component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                    properties.put(component.getName(), orNull(property));
                }
            }
        }
    }

    private static boolean holdsNulls(RecordComponent list) {
        return list.getAnnotatedType() instanceof AnnotatedParameterizedType type
                && type.getAnnotatedActualTypeArguments()[0].isAnnotationPresent(Nullable.class);
    }

    private static Schema<?> orNull(Schema<?> property) {
        if (property.get$ref() != null) {
            return new JsonSchema().anyOf(List.of(property, new JsonSchema().types(Set.of(NULL))));
        }
        if (property.getTypes() != null) {
            property.addType(NULL);
        }
        return property;
    }
}
