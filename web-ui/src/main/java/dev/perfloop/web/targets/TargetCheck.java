package dev.perfloop.web.targets;

import dev.perfloop.web.problems.FieldProblem;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Everything that is wrong with a target's file, in the order of its lines. */
@Component
class TargetCheck {
    private final TargetSchema schema;

    TargetCheck(TargetSchema schema) {
        this.schema = schema;
    }

    List<FieldProblem> problemsOf(String name, String yaml) {
        try {
            TargetDocument document = TargetDocument.parse(yaml);
            List<FieldProblem> form = schema.problemsOf(document).distinct().toList();
            Set<String> reported = form.stream().map(FieldProblem::field).collect(Collectors.toSet());
            // What has the wrong form is not judged by its meaning as well.
            Stream<FieldProblem> meaning =
                    TargetRules.problemsOf(name, document).filter(problem -> !reported.contains(problem.field()));
            return Stream.concat(form.stream(), meaning)
                    .sorted(Comparator.comparingInt(FieldProblem::line))
                    .toList();
        } catch (TargetDocument.Malformed malformed) {
            return List.of(malformed.problem());
        }
    }
}
