package dev.perfloop.labelled;

import dev.perfloop.analysis.Finding;
import dev.perfloop.analysis.Proposal;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a finding says about indexes.
 *
 * @param indexes  any of which it would be right by: what follows ON in CREATE INDEX
 * @param defeated tables on which it says that an index cannot be used; empty when it says that one is missing
 */
record Advised(String summary, List<String> indexes, List<String> defeated) {
    private static final Pattern IN_ADVICE = Pattern.compile("(?s)CREATE INDEX (?:CONCURRENTLY )?ON (.*?);");

    static Advised of(Finding finding) {
        var proposal = finding.proposal();
        List<String> indexes = switch (proposal) {
            case Proposal.CreateIndex index -> List.of(sql(index));
            case Proposal.CodeAdvice advice ->
                IN_ADVICE
                        .matcher(advice.advice())
                        .results()
                        .map(it -> it.group(1))
                        .toList();
            case null, default -> List.of();
        };
        List<String> defeated = finding.kind().equals("DEFEATED_INDEX")
                ? finding.evidence().subjects().stream()
                        .filter(it -> it.startsWith("table:"))
                        .map(it -> it.substring("table:".length()))
                        .toList()
                : List.of();
        return new Advised(finding.kind() + " " + finding.summary(), indexes, defeated);
    }

    private static String sql(Proposal.CreateIndex index) {
        return quoted(index.schema()) + "." + quoted(index.table()) + " USING " + index.method() + " "
                + index.columns().stream().map(Advised::sql).collect(Collectors.joining(", ", "(", ")"))
                + (index.include().isEmpty()
                        ? ""
                        : index.include().stream()
                                .map(Advised::quoted)
                                .collect(Collectors.joining(", ", " INCLUDE (", ")")))
                + (index.predicate() == null ? "" : " WHERE " + index.predicate());
    }

    private static String sql(Proposal.Column column) {
        String key =
                Boolean.TRUE.equals(column.computed()) ? "(" + column.expression() + ")" : quoted(column.expression());
        return key
                + (column.opclass() == null ? "" : " " + column.opclass())
                + (column.direction() == null ? "" : " " + column.direction());
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
