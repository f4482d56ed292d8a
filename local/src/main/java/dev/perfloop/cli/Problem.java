package dev.perfloop.cli;

import com.fasterxml.jackson.databind.JsonNode;

/** Turns a problem document of the API into the message a person reads. */
final class Problem {
    private Problem() {}

    static CliFailure of(int status, JsonNode problem) {
        var message = new StringBuilder(
                problem.path("detail").asText(problem.path("title").asText("HTTP " + status)));
        for (JsonNode error : problem.path("errors")) {
            message.append("\n  line ")
                    .append(error.path("line").asText("?"))
                    .append(", ")
                    .append(error.path("field").asText(""))
                    .append(": ")
                    .append(error.path("message").asText());
        }
        return new CliFailure(message.toString(), problem.path("mend").asText(mendOf(status)));
    }

    private static String mendOf(int status) {
        return switch (status) {
            case 401 -> "Name a user with --user name:password or PERFLOOP_USER, or a token with PERFLOOP_TOKEN.";
            case 403 -> "Use a user or a token with the role that this needs, as approver.";
            case 404 -> "See ./perfloop target list and ./perfloop run list for what there is.";
            default -> "The log in .perfloop/logs says more.";
        };
    }
}
