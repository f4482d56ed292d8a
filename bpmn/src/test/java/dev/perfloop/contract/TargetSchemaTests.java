package dev.perfloop.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.net.URI;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetSchemaTests {
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final JsonSchema SCHEMA =
            JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(URI.create("classpath:/target.schema.json"));

    private static final String SMALLEST = """
            name: shop
            baseUrl: http://localhost:8081
            load: { requests: [ { name: catalogue, get: /api/products } ] }
            database: { url: "jdbc:postgresql://localhost:5432/shop", user: perfloop }
            """;

    private static final String EVERYTHING = """
            name: shop
            baseUrl: "${SHOP_URL:http://localhost:8081}"
            load:
              arrivalRate: 40/s
              injectors: 3
              rounds: 64
              thinkTime: 1.5s
              login: { post: /api/login, body: "{user}", headers: { Accept: application/json } }
              requests:
                - { name: catalogue, weight: 40, get: "/api/products?category={category}&page={page}" }
                - { name: checkout, weight: 0.5, post: /api/orders, body: "{orderJson}", expect: 201 }
                - { name: empty the basket, delete: /api/basket }
              feeders:
                category: { sql: "select id from category", distribution: zipf }
                page: { range: 0..4 }
                colour: { values: [red, 7], distribution: uniform }
                user: { csv: users.csv }
                orderJson: { template: '{"category": {category}}' }
            objectives:
              { p50: 80ms, p95: 200ms, p99: 1s, errors: 0.5%, throughput: 30/s, requests: { checkout: { p95: 150ms } } }
            database: { url: "jdbc:postgresql://localhost:5432/shop", user: perfloop, password: "${SHOP_DB_PASSWORD}" }
            metrics:
              prometheus: "http://localhost:8081/actuator/prometheus"
              server: { url: "http://prometheus:9090", selector: 'job="shop",instance=~"shop.*"' }
            jmx: localhost:9010
            guards:
              { maxCpu: 80%, maxDisk: 0.9, maxRate: 400, lockTimeout: 500ms, allow: [CREATE_INDEX, SET_PARAMETER],
                maintenance: [ "02:00-05:00", "Sat,Sun 22:00-04:00 Europe/Berlin" ] }
            approval: { fourEyes: true }
            costs: { currency: EUR, instances: 3, instanceHour: 0.2, storageGbMonth: 0.115, engineerHour: 90, engineerHours: 0.5 }
            hooks:
              hosts: ["admin.internal:9000"]
              headers: { Authorization: "Bearer ${SHOP_ADMIN_TOKEN}" }
              poolProperty: spring.datasource.hikari.maximum-pool-size
              threadsProperty: server.tomcat.threads.max
              cache: { property: shop.cache.enabled, value: true }
              setProperty:
                put: /admin/config/{name}
                body: '{"value": "{value}"}'
                read: /admin/config/{name}
                pointer: /value
                restart: true
                timeout: 5s
                within: 2min
              scale: { command: [kubectl, scale, deployment/shop, "--replicas={value}"],
                readCommand: [kubectl, get, deployment/shop], pattern: '(\\d+)/' }
              restart: { post: "http://admin.internal:9000/restart" }
            """;

    @ParameterizedTest
    @ValueSource(strings = {SMALLEST, EVERYTHING})
    void targetsFromTheSmallestToTheFullestAreAccepted(String yaml) {
        assertThat(problems(parse(yaml))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/name",
                "/baseUrl",
                "/load",
                "/load/requests",
                "/load/requests/0/name",
                "/database",
                "/database/url"
            })
    void whatIsRequiredMustBeThere(String path) {
        var target = parse(SMALLEST);
        int slash = path.lastIndexOf('/');
        ((ObjectNode) target.at(path.substring(0, slash))).remove(path.substring(slash + 1));

        assertThat(problems(target)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'', name, Big Shop",
        "'', baseUrl, localhost",
        "'', speed, fast",
        "/load, arrivalRate, 40 per second",
        "/guards, maintenance, '[at night]'",
        "/guards, maintenance, '[22:00-26:00]'",
        "/load, arrivalRate, -1",
        "/load, thinkTime, 5",
        "/load, injectors, 0",
        "/load, injectors, 33",
        "/load, injectors, 1.5",
        "/load, injectors, many",
        "/load, rounds, 0",
        "/load, rounds, 129",
        "/load, rounds, a night",
        "/load/requests/0, weight, 0",
        "/load/requests/0, weight, -3",
        "/load/requests/0, expect, 2xx",
        "/load/requests/0, get, api/products",
        "/load/requests/0, post, /api/products",
        "/load/requests/0, fetch, /api/products",
        "/database, password, secret",
        "/database, password, '${PASSWORD:secret}'",
        "/database, url, 'jdbc:postgresql://localhost/shop?user=a&password=secret'",
        "/database, url, 'jdbc:mysql://localhost/shop'",
        "/objectives, p95, 200",
        "/objectives, p95, fast",
        "/objectives, errors, 101%",
        "/objectives, errors, 5",
        "/guards, lockTimeout, 2s",
        "/guards, allow, '[DROP_TABLE]'",
        "'', jmx, localhost",
        "/hooks/setProperty, post, /admin/too",
        "/hooks/setProperty, readCommand, '[cat]'",
        "/hooks/setProperty, pattern, '(.*)'",
        "/hooks/setProperty, read, not-an-address",
        "/hooks/scale, command, kubectl scale",
        "/hooks, poolProperty, two words",
        "/hooks, restart, '{}'",
        "/hooks, hosts, '[\"http://admin\"]'"
    })
    void whatIsWrongIsTurnedDown(String parent, String field, String value) throws JsonProcessingException {
        var target = parse(EVERYTHING);
        ((ObjectNode) target.at(parent)).set(field, YAML.readTree(value));

        assertThat(problems(target)).isNotEmpty();
    }

    @Test
    void aFeederHasExactlyOneSource() throws JsonProcessingException {
        var target = parse(EVERYTHING);
        ((ObjectNode) target.at("/load/feeders")).set("page", YAML.readTree("{ range: 0..4, values: [1] }"));

        assertThat(problems(target)).isNotEmpty();
    }

    private static JsonNode parse(String yaml) {
        try {
            return YAML.readTree(yaml);
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException(yaml, broken);
        }
    }

    private static Set<ValidationMessage> problems(JsonNode target) {
        return SCHEMA.validate(target);
    }
}
