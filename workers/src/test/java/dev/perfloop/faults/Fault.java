package dev.perfloop.faults;

import java.util.List;

/**
 * One labelled case.
 *
 * @param kinds    of the finding that names the right cause; empty for a healthy control
 * @param mention  what its summary, evidence or proposal must speak of, in lower case
 * @param on       SQL of a superuser in the shop's database that brings the fault about
 * @param off      SQL that takes it away
 * @param sessions SQL that sessions of their own run over and over while the case lasts
 * @param requests of the load scenario, as YAML list items
 * @param rate     arrivals a second of all requests together
 * @param slow     name of the request with an objective
 * @param p95Ms    that objective
 */
record Fault(
        String name,
        List<String> kinds,
        String mention,
        List<String> on,
        List<String> off,
        List<List<String>> sessions,
        List<String> requests,
        int rate,
        String slow,
        int p95Ms) {

    /** Sound requests that are sent beside the slow one in every case. */
    private static final List<String> USUAL = List.of(
            "{ name: product-name, weight: 40, get: \"/api/faults/product-name?product={product}\" }",
            "{ name: reviews, weight: 20, get: \"/api/products/{product}/reviews\" }",
            "{ name: catalogue, weight: 20, get: \"/api/products?category={category}&page=0\" }",
            "{ name: search, weight: 5, get: \"/api/search?q=walnut+desk\" }");

    static Fault of(String name, String slowRequest, int p95Ms, String mention, String... kinds) {
        String slow = slowRequest.replaceAll("(?s).*name: ([a-z-]+).*", "$1");
        return new Fault(
                name, List.of(kinds), mention, List.of(), List.of(), List.of(), List.of(slowRequest), 20, slow, p95Ms);
    }

    /** The slow request of a case, as a YAML list item. */
    static String get(String name, String path) {
        return "{ name: %s, weight: 60, get: \"%s\" }".formatted(name, path);
    }

    static String post(String name, String path) {
        return "{ name: %s, weight: 60, post: \"%s\" }".formatted(name, path);
    }

    Fault on(String... sql) {
        return new Fault(name, kinds, mention, List.of(sql), off, sessions, requests, rate, slow, p95Ms);
    }

    Fault off(String... sql) {
        return new Fault(name, kinds, mention, on, List.of(sql), sessions, requests, rate, slow, p95Ms);
    }

    Fault session(String... sql) {
        List<List<String>> more = new java.util.ArrayList<>(sessions);
        more.add(List.of(sql));
        return new Fault(name, kinds, mention, on, off, more, requests, rate, slow, p95Ms);
    }

    Fault rate(int arrivals) {
        return new Fault(name, kinds, mention, on, off, sessions, requests, arrivals, slow, p95Ms);
    }

    Fault requests(List<String> all) {
        return new Fault(name, kinds, mention, on, off, sessions, all, rate, slow, p95Ms);
    }

    boolean healthy() {
        return kinds.isEmpty();
    }

    String scenario() {
        StringBuilder yaml = new StringBuilder();
        requests.forEach(request -> yaml.append("    - ").append(request).append('\n'));
        USUAL.stream()
                .filter(usual ->
                        requests.stream().noneMatch(request -> named(request).equals(named(usual))))
                .forEach(usual -> yaml.append("    - ").append(usual).append('\n'));
        return yaml.toString();
    }

    private static String named(String request) {
        return request.replaceAll("(?s).*name: ([a-z-]+).*", "$1");
    }
}
