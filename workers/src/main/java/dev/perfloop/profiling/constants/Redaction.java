package dev.perfloop.profiling.constants;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.perfloop.profiling.statement.Lexeme;
import dev.perfloop.profiling.statement.Lexeme.Kind;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Puts the parameters back where a plan shows constants: the target's data stay in the target, and who reads plans finds them
 * in the form that generic ones have.
 */
final class Redaction {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** Words that a type's name may go on with. */
    private static final Set<String> OF_TYPES = Set.of("varying", "precision", "with", "without", "time", "zone");

    private final Map<String, Integer> parameters;
    private final int otherwise;
    private final Set<String> own;

    /**
     * @param parameters by what the server prints for their constants
     * @param generic    the generic plan: the constants in it are the statement's own
     */
    Redaction(Map<String, Integer> parameters, String generic) {
        this.parameters = parameters;
        this.otherwise = parameters.values().stream().mapToInt(it -> it).min().orElse(1);
        this.own = PlanTexts.of(generic).stream()
                .flatMap(text -> Lexeme.of(text).stream())
                .filter(it -> it.kind() == Kind.LITERAL)
                .map(Lexeme::text)
                .collect(Collectors.toSet());
    }

    String of(String json) {
        return redacted(read(json)).toString();
    }

    private JsonNode redacted(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(field -> field.setValue(redacted(field.getValue())));
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, redacted(array.get(i)));
            }
        } else if (node instanceof TextNode text) {
            return TextNode.valueOf(redacted(text.asText()));
        }
        return node;
    }

    private String redacted(String text) {
        var lexemes = Lexeme.of(text);
        var result = new StringBuilder();
        int copied = 0;
        for (int i = 0; i < lexemes.size(); i++) {
            var it = lexemes.get(i);
            if (it.kind() == Kind.LITERAL && !own.contains(it.text()) && !isNumberOfPlan(lexemes, i)) {
                int end = endOfType(lexemes, i + 1);
                String printed = text.substring(it.start(), lexemes.get(end - 1).end());
                result.append(text, copied, it.start()).append('$').append(parameters.getOrDefault(printed, otherwise));
                copied = lexemes.get(end - 1).end();
                i = end - 1;
            }
        }
        return result.append(text, copied, text.length()).toString();
    }

    /** As in {@code InitPlan 1}. */
    private static boolean isNumberOfPlan(List<Lexeme> lexemes, int at) {
        return at > 0
                && (lexemes.get(at - 1).is("InitPlan") || lexemes.get(at - 1).is("SubPlan"));
    }

    private static int endOfType(List<Lexeme> lexemes, int from) {
        if (from >= lexemes.size() || !lexemes.get(from).is("::")) {
            return from;
        }
        int at = from + 2;
        while (at < lexemes.size()) {
            var it = lexemes.get(at);
            if (OF_TYPES.stream().anyMatch(it::is)) {
                at++;
            } else if (it.is(".") || it.is("[")) {
                at += 2;
            } else if (it.is("(")) {
                while (at < lexemes.size() && !lexemes.get(at).is(")")) {
                    at++;
                }
                at++;
            } else {
                break;
            }
        }
        return Math.min(at, lexemes.size());
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException notAPlan) {
            throw new UncheckedIOException(notAPlan);
        }
    }
}
