package dev.perfloop.optimization;

import dev.perfloop.analysis.Evidence;
import dev.perfloop.analysis.Evidence.Link;
import dev.perfloop.analysis.Finding;
import dev.perfloop.analysis.Proposal;
import dev.perfloop.change.CodeAdvice;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Writes what a finding asks of a person as a change: what, where, and how it is taken back. */
final class PersonsWork {
    private static final int LONGEST = 160;

    private PersonsWork() {}

    static CodeAdvice of(Finding finding, Proposal.CodeAdvice mend) {
        return new CodeAdvice(
                mend.title(),
                mend.advice(),
                where(finding.evidence()),
                switch (finding.layer()) {
                    case DATABASE, CACHING, APPLICATION ->
                        "deploy the service as it was before, and undo what was changed around it.";
                    case INFRASTRUCTURE -> "give the service the resources and limits that it had before.";
                });
    }

    /** One that Perfloop may not set, or that takes a restart. */
    static CodeAdvice of(Finding finding, Proposal.SetParameter mend) {
        String restart = mend.restart() ? " and restart PostgreSQL." : " and reload the configuration.";
        return new CodeAdvice(
                "Set " + mend.name() + " to " + mend.value(),
                String.join("\n", Advised.lines(mend)),
                where(finding.evidence()),
                "set " + mend.name() + " back to " + mend.current() + restart);
    }

    /** What leads to the cause; figures are in the evidence. */
    private static List<String> where(Evidence evidence) {
        Set<String> where = new LinkedHashSet<>();
        evidence.requests().forEach(request -> where.add("request " + request));
        List<Evidence.Statement> statements = new ArrayList<>(evidence.otherStatements());
        if (evidence.statement() instanceof Evidence.Statement statement) {
            statements.addFirst(statement);
        }
        statements.forEach(it -> where.add("statement " + it.queryId() + ": " + brief(it.text())));
        for (Link link : evidence.chain()) {
            switch (link.kind()) {
                case FRAME -> where.add("code " + link.name());
                case SETTING -> where.add("setting " + link.name());
                case HOST -> where.add("machine: " + link.name());
                case REQUEST, STATEMENT, PLAN_NODE, TABLE, INDEX, SESSION, METRIC -> {}
            }
        }
        return List.copyOf(where);
    }

    private static String brief(String sql) {
        String line = sql.strip().replaceAll("\\s+", " ");
        return line.length() > LONGEST ? line.substring(0, LONGEST - 1) + "…" : line;
    }
}
