package dev.perfloop.web.targets;

import dev.perfloop.web.problems.FieldProblem;
import dev.perfloop.web.problems.Refused;
import java.util.List;
import org.springframework.stereotype.Component;

/** Lets a target's file pass that has no error which can be seen without asking the target. */
@Component
public class CheckedFile {
    private final TargetCheck check;

    CheckedFile(TargetCheck check) {
        this.check = check;
    }

    /**
     * @param consequence what follows from an error
     * @throws Refused with every error, its field and its line
     */
    public void demandGood(String name, String yaml, String consequence) {
        var problems = problemsOf(name, yaml);
        if (!problems.isEmpty()) {
            throw Refused.invalid(
                    "The target's file has " + (problems.size() == 1 ? "an error" : problems.size() + " errors") + "; "
                            + consequence + ".",
                    "Correct the lines named in errors and try again.",
                    problems);
        }
    }

    List<FieldProblem> problemsOf(String name, String yaml) {
        return check.problemsOf(name, yaml);
    }
}
