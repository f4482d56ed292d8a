package dev.perfloop.web.targets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.perfloop.web.problems.FieldProblem;
import java.io.StringReader;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A target's YAML twice: as a tree of values to judge, and as nodes that know their lines. */
final class TargetDocument {
    private static final ObjectMapper TREE = new ObjectMapper();

    private final JsonNode values;
    private final @Nullable Node nodes;

    private TargetDocument(JsonNode values, @Nullable Node nodes) {
        this.values = values;
        this.nodes = nodes;
    }

    static TargetDocument parse(String text) {
        LoaderOptions limits = new LoaderOptions();
        limits.setAllowDuplicateKeys(false);
        Yaml yaml = new Yaml(new SafeConstructor(limits));
        try {
            Node nodes = yaml.compose(new StringReader(text));
            refuseLoops(nodes, Collections.newSetFromMap(new IdentityHashMap<>()));
            return new TargetDocument(TREE.valueToTree(yaml.load(text)), nodes);
        } catch (MarkedYAMLException malformed) {
            throw new Malformed(at(malformed.getProblemMark(), malformed.getProblem()));
        } catch (YAMLException | IllegalArgumentException malformed) {
            throw new Malformed(new FieldProblem(1, "", "This is not YAML that can be read."));
        }
    }

    JsonNode values() {
        return values == null ? NullNode.getInstance() : values;
    }

    @Nullable String text(String pointer) {
        return values().at(pointer).textValue();
    }

    /** The line of a field, or of the nearest thing around it when the field is not there. */
    int line(FieldPath path) {
        Node found = nodes;
        int line = 1;
        for (Object step : path.steps()) {
            Node next = null;
            if (found instanceof MappingNode mapping) {
                for (NodeTuple entry : mapping.getValue()) {
                    if (entry.getKeyNode() instanceof ScalarNode key
                            && key.getValue().equals(step)) {
                        next = entry.getValueNode();
                        line = key.getStartMark().getLine() + 1;
                    }
                }
            } else if (found instanceof SequenceNode sequence
                    && step instanceof Integer index
                    && index < sequence.getValue().size()) {
                next = sequence.getValue().get(index);
                line = next.getStartMark().getLine() + 1;
            }
            if (next == null) {
                return line;
            }
            found = next;
        }
        return line;
    }

    private static void refuseLoops(@Nullable Node node, Set<Node> around) {
        if (node == null || node instanceof ScalarNode) {
            return;
        }
        if (!around.add(node)) {
            throw new Malformed(at(node.getStartMark(), "this alias contains itself"));
        }
        if (node instanceof MappingNode mapping) {
            mapping.getValue().forEach(entry -> refuseLoops(entry.getValueNode(), around));
        } else if (node instanceof SequenceNode sequence) {
            sequence.getValue().forEach(element -> refuseLoops(element, around));
        }
        around.remove(node);
    }

    private static FieldProblem at(@Nullable Mark mark, @Nullable String problem) {
        String what = problem == null ? "this is not YAML" : problem;
        return mark == null
                ? new FieldProblem(1, "", what)
                : new FieldProblem(mark.getLine() + 1, "", "column " + (mark.getColumn() + 1) + ": " + what);
    }

    /** Not YAML at all; there are no values to judge. */
    static final class Malformed extends RuntimeException {
        private final transient FieldProblem problem;

        Malformed(FieldProblem problem) {
            super(problem.message());
            this.problem = problem;
        }

        FieldProblem problem() {
            return problem;
        }
    }
}
