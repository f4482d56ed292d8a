package dev.perfloop.labelled;

import dev.perfloop.labelled.Case.Label;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Holds what was advised against a label. */
final class Comparison {
    private final JdbcClient jdbc;

    Comparison(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Verdict of(Case labelled, List<Advised> advised, List<String> refusals) {
        return switch (labelled.label()) {
            case Label.Nothing nothing ->
                new Verdict(
                        labelled,
                        advised.isEmpty(),
                        0,
                        advised.stream().map(Advised::summary).toList(),
                        refusals);
            case Label.Missing missing -> missing(labelled, missing, advised, refusals);
        };
    }

    private Verdict missing(Case labelled, Label.Missing missing, List<Advised> advised, List<String> refusals) {
        List<String> wrong = new ArrayList<>();
        List<String> right = new ArrayList<>();
        for (var one : advised) {
            List<String> said = missing.alternatives().stream()
                    .flatMap(List::stream)
                    .filter(it -> says(one, it))
                    .toList();
            boolean defeats = one.defeated().contains(missing.defeated().replace("\"", ""));
            if (said.isEmpty() && !defeats) {
                wrong.add(one.summary());
            } else {
                right.addAll(said.isEmpty() ? List.of(missing.defeated()) : said);
            }
        }
        boolean found =
                right.contains(missing.defeated()) && !missing.defeated().isEmpty()
                        || missing.alternatives().stream().anyMatch(right::containsAll);
        return new Verdict(labelled, found, advised.size() - wrong.size(), wrong, refusals);
    }

    private boolean says(Advised advised, String index) {
        var wanted = IndexShape.of(jdbc, index);
        return advised.indexes().stream().anyMatch(it -> IndexShape.of(jdbc, it).does(wanted));
    }
}
