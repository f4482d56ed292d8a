package dev.perfloop.analysis;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The chain from what users notice to what causes it.
 *
 * @param requests    requests that are likely hit
 * @param requestsHow how that is known
 * @param method      how the estimate was made
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
        String reason) {

    /** @param queryId as text, since its 64 bits are more than JavaScript's numbers hold */
    public record Statement(String queryId, String text, long calls, double meanMs, double dbTimeSharePct) {}

    public record Node(
            String type, String relation, String filter, double estimatedRows, double cost, double costWithIndex) {}

    public record Table(double rows, long sizeBytes, long rowsWritten) {}

    public record Index(double estimatedBytes, String writeCost) {}

    static Evidence of(String reason) {
        return new Evidence(List.of(), "not looked at", null, List.of(), null, null, null, null, reason);
    }
}
