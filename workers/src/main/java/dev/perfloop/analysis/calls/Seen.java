package dev.perfloop.analysis.calls;

import dev.perfloop.analysis.Evidence;
import dev.perfloop.analysis.Evidence.Link;
import dev.perfloop.analysis.Evidence.LinkKind;
import dev.perfloop.analysis.Workload;
import dev.perfloop.profiling.CallsPerRequest.Request;
import dev.perfloop.profiling.CallsPerRequest.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Evidence from a request that was driven alone. */
final class Seen {
    private static final int MOST_LINKS = 6;

    private Seen() {}

    /** @param source returned the rows the others ran for; null when there is none */
    static Evidence of(
            Workload workload, Request request, List<Statement> statements, @Nullable Statement source, String reason) {
        List<Link> chain = new ArrayList<>();
        chain.add(new Link(
                LinkKind.REQUEST,
                request.name(),
                String.format(
                        Locale.ROOT,
                        "%.1f ms alone, %.1f ms under load, %.0f calls of %d statements",
                        request.meanMs(),
                        workload.load().meanMs(request.name()),
                        RoundTrip.calls(request),
                        request.statements().size()),
                null));
        if (source != null) {
            chain.add(link(source));
        }
        statements.stream().limit(MOST_LINKS).map(Seen::link).forEach(chain::add);
        return new Evidence(
                        List.of(request.name()),
                        "counted with each request driven alone"
                                + (request.quiet() ? "" : ", while others used the database too"),
                        inLoad(workload, statements.getFirst()).orElse(null),
                        statements.stream()
                                .skip(1)
                                .flatMap(it -> inLoad(workload, it).stream())
                                .toList(),
                        null,
                        null,
                        null,
                        "share of the request driven alone, carried over to the load",
                        reason)
                .along(chain)
                .about(statements.stream()
                        .map(it -> "statement:" + it.queryId())
                        .toList());
    }

    private static Link link(Statement statement) {
        return new Link(
                LinkKind.STATEMENT,
                Shown.shortly(statement.query()),
                String.format(
                        Locale.ROOT,
                        "%.3g calls a request, %.3g rows and %.3g ms together",
                        statement.callsPerRequest(),
                        statement.rows().stream()
                                .mapToLong(Long::longValue)
                                .average()
                                .orElse(0),
                        statement.msPerRequest()),
                Long.toString(statement.queryId()));
    }

    private static Optional<Evidence.Statement> inLoad(Workload workload, Statement statement) {
        return workload.statement(statement.queryId()).map(Evidence.Statement::of);
    }
}
