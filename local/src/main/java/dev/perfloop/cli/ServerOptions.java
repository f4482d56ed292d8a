package dev.perfloop.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where the server is, who asks, and how to print. */
final class ServerOptions {
    @Mixin
    private ServerAddress address = new ServerAddress();

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    Api api() {
        return address.api();
    }

    boolean json() {
        return json;
    }

    static void print(JsonNode node) {
        try {
            System.out.println(new JsonMapper().writerWithDefaultPrettyPrinter().writeValueAsString(node));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
