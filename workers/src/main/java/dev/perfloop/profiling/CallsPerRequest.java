package dev.perfloop.profiling;

import java.util.List;
import java.util.Optional;

/**
 * Which statements each request runs, counted by sending one request at a time while nothing else was sent.
 *
 * @param requests    one for each request of the scenario that could be driven alone
 * @param roundTripMs from the worker to the database and back, the least of some trips; 0 when not measured
 */
public record CallsPerRequest(List<Request> requests, double roundTripMs) implements ProfilePart {
    public static final CallsPerRequest NONE = new CallsPerRequest(List.of());

    public CallsPerRequest(List<Request> requests) {
        this(requests, 0);
    }

    /**
     * @param sent         how often it was sent
     * @param quiet        false when the database was at other work as well, so that the counts are not the request's alone
     * @param transactions commits and rollbacks a request, as sessions report them: about right; 0 when not known
     * @param meanMs       mean answer time
     * @param answerBytes  mean size of the answer's body
     * @param eachMs       answer times in the order sent; empty when not kept
     */
    public record Request(
            String name,
            int sent,
            boolean quiet,
            double transactions,
            double meanMs,
            double answerBytes,
            List<Statement> statements,
            List<Double> eachMs) {

        public Request {
            eachMs = eachMs == null ? List.of() : eachMs;
        }

        public Request(
                String name,
                int sent,
                boolean quiet,
                double transactions,
                double meanMs,
                double answerBytes,
                List<Statement> statements) {
            this(name, sent, quiet, transactions, meanMs, answerBytes, statements, List.of());
        }

        public Optional<Statement> statement(long queryId) {
            return statements.stream().filter(it -> it.queryId() == queryId).findFirst();
        }
    }

    /**
     * @param calls    in each single request, in the order sent
     * @param rows     returned or written in each single request, all its calls together
     * @param msPerRequest time in the database, mean over the requests
     */
    public record Statement(long queryId, String query, List<Integer> calls, List<Long> rows, double msPerRequest) {
        public double callsPerRequest() {
            return calls.stream().mapToInt(Integer::intValue).average().orElse(0);
        }
    }

    public Optional<Request> request(String name) {
        return requests.stream().filter(it -> it.name().equals(name)).findFirst();
    }
}
