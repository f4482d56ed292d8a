package dev.perfloop.analysis;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.perfloop.profiling.StatementFacts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The chain from what users notice to what causes it.
 *
 * @param requests    requests that are likely hit
 * @param requestsHow how that is known
 * @param method      how the estimate was made
 * @param chain       the links in order
 * @param subjects    what it is about, such as "statement:123", "table:public.loan", "frame:a.B.c", "setting:work_mem": findings
 *                    that share one may have the same cause
 * @param trial       null when nothing was tried
 * @param symptoms    other findings that go when the cause goes; they are not listed by themselves
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public record Evidence(
        List<String> requests,
        String requestsHow,
        @Nullable Statement statement,
        List<Statement> otherStatements,
        @Nullable Node planNode,
        @Nullable Table table,
        @Nullable Index index,
        @Nullable String method,
        String reason,
        List<Link> chain,
        List<String> subjects,
        @Nullable Trial trial,
        List<Symptom> symptoms) {

    public Evidence {
        chain = chain == null ? List.of() : chain;
        subjects = subjects == null ? List.of() : subjects;
        symptoms = symptoms == null ? List.of() : symptoms;
    }

    public Evidence(
            List<String> requests,
            String requestsHow,
            @Nullable Statement statement,
            List<Statement> otherStatements,
            @Nullable Node planNode,
            @Nullable Table table,
            @Nullable Index index,
            @Nullable String method,
            String reason,
            List<Link> chain,
            List<String> subjects,
            @Nullable Trial trial) {
        this(
                requests,
                requestsHow,
                statement,
                otherStatements,
                planNode,
                table,
                index,
                method,
                reason,
                chain,
                subjects,
                trial,
                List.of());
    }

    public Evidence(
            List<String> requests,
            String requestsHow,
            @Nullable Statement statement,
            List<Statement> otherStatements,
            @Nullable Node planNode,
            @Nullable Table table,
            @Nullable Index index,
            @Nullable String method,
            String reason) {
        this(
                requests,
                requestsHow,
                statement,
                otherStatements,
                planNode,
                table,
                index,
                method,
                reason,
                List.of(),
                List.of(),
                null,
                List.of());
    }

    /** From the outside in: what a user notices first. */
    public enum LinkKind {
        REQUEST,
        STATEMENT,
        PLAN_NODE,
        TABLE,
        INDEX,
        SESSION,
        FRAME,
        SETTING,
        METRIC,
        HOST
    }

    /**
     * One link of the chain.
     *
     * @param name  short: the request, the node's type, the method, the setting
     * @param shows what was measured there, with its unit
     * @param ref   what a reader can open: a statement's id or a plan's; null when there is nothing to open
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Link(
            LinkKind kind,
            String name,
            String shows,
            @Nullable String ref) {}

    /**
     * What came of trying the mend before it was proposed.
     *
     * @param how    "HypoPG", "an index on a sampled copy", "the setting in one connection"
     * @param before in that unit, as is {@code after}
     */
    public record Trial(String how, String unit, double before, double after, String note) {}

    /** What another detector saw of the same cause. */
    public record Symptom(String kind, String summary, double impact) {}

    /** @param queryId as text, since its 64 bits are more than JavaScript's numbers hold */
    public record Statement(String queryId, String text, long calls, double meanMs, double dbTimeSharePct) {
        public static Statement of(StatementFacts statement) {
            return new Statement(
                    Long.toString(statement.queryId()),
                    statement.query(),
                    statement.calls(),
                    statement.meanMs(),
                    100 * statement.dbTimeShare());
        }
    }

    public record Node(
            String type, String relation, String filter, double estimatedRows, double cost, double costWithIndex) {}

    public record Table(double rows, long sizeBytes, long rowsWritten) {}

    public record Index(double estimatedBytes, String writeCost) {}

    public static Evidence of(String reason) {
        return new Evidence(List.of(), "not looked at", null, List.of(), null, null, null, null, reason);
    }

    /** Of a statement: the requests that run it, how that is known, and the chain down to it. */
    public static Evidence of(Workload workload, StatementFacts statement, String reason) {
        var use = workload.useOf(statement);
        return new Evidence(
                        use.requests(), use.said(), Statement.of(statement), List.of(), null, null, null, null, reason)
                .along(Chain.of(workload, statement).links())
                .about(List.of("statement:" + statement.queryId()));
    }

    public Evidence along(List<Link> links) {
        return new Evidence(
                requests,
                requestsHow,
                statement,
                otherStatements,
                planNode,
                table,
                index,
                method,
                reason,
                links,
                subjects,
                trial,
                symptoms);
    }

    /** How large the table is, and what the proposed index would take. */
    public Evidence sized(@Nullable Table on, @Nullable Index proposed) {
        return new Evidence(
                requests,
                requestsHow,
                statement,
                otherStatements,
                planNode,
                on,
                proposed,
                method,
                reason,
                chain,
                subjects,
                trial,
                symptoms);
    }

    public Evidence about(List<String> what) {
        return new Evidence(
                requests,
                requestsHow,
                statement,
                otherStatements,
                planNode,
                table,
                index,
                method,
                reason,
                chain,
                what,
                trial,
                symptoms);
    }

    public Evidence tried(@Nullable Trial outcome) {
        return new Evidence(
                requests,
                requestsHow,
                statement,
                otherStatements,
                planNode,
                table,
                index,
                method,
                reason,
                chain,
                subjects,
                outcome,
                symptoms);
    }

    Evidence explaining(List<Symptom> others) {
        return new Evidence(
                requests,
                requestsHow,
                statement,
                otherStatements,
                planNode,
                table,
                index,
                method,
                reason,
                chain,
                subjects,
                trial,
                others);
    }
}
