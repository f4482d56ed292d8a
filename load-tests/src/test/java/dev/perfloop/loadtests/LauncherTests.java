package dev.perfloop.loadtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole child: each test starts the launcher in a JVM of its own against a tiny server. */
class LauncherTests {
    @TempDir
    Path dir;

    @Test
    void whatIsRecordedIsWhatTheServerSaw() throws Exception {
        try (var shop = new Shop();
                var child = Child.start(dir, spec(shop.url(), 60, 1, 4, """
                        "seed": 7, "requests": [
                          {"name": "catalogue", "weight": 7, "path": "/ok/list?category={category}&page={page}"},
                          {"name": "order", "weight": 2, "method": "POST", "path": "/ok/orders", "body": "{order}",
                           "headers": {"X-Token": "page-{page}"}, "expect": 200},
                          {"name": "broken", "weight": 1, "path": "/bad"}],
                        "feeders": {"category": {"values": ["a b", "ü"], "distribution": "zipf"},
                                    "page": {"range": {"from": 3, "to": 3}},
                                    "order": {"template": "{\\"page\\": {page}}"}}"""))) {
            List<JsonNode> lines = child.allLines();
            assertThat(child.exitWithin(10)).as(child::stderrQuietly).isZero();

            JsonNode result = child.result();
            assertThat(result.get("exit").asText()).isEqualTo("COMPLETED");
            assertThat(result.get("requests").asLong()).isEqualTo(300).isEqualTo(shop.seen.size());
            assertThat(result.get("errors").asLong())
                    .isEqualTo(shop.count("/bad"))
                    .isPositive();
            assertThat(result.get("errorSamples").get(0).get("message").asText())
                    .contains("status 500");
            assertThat(result.get("offeredRate").asDouble()).isEqualTo(60);
            assertThat(result.get("effectiveRate").asDouble()).isCloseTo(60, within(3.0));
            assertThat(result.get("generatorCpu").asDouble()).isBetween(0.0001, 1.0);
            assertThat(result.get("measuredFrom").asLong()
                            - result.get("startedAt").asLong())
                    .isEqualTo(1_000);

            assertThat(child.histogram("broken").getTotalCount()).isEqualTo(shop.count("/bad"));
            assertThat(child.histogram("catalogue").getTotalCount()
                            + child.histogram("order").getTotalCount())
                    .isEqualTo(shop.count("/ok"));
            assertThat(shop.seen).extracting(Shop.Seen::uri).contains("/ok/list?category=a%20b&page=3");
            assertThat(shop.seen)
                    .filteredOn(seen -> seen.method().equals("POST"))
                    .isNotEmpty()
                    .allSatisfy(seen -> assertThat(seen.body()).isEqualTo("{\"page\": 3}"))
                    .allSatisfy(seen -> assertThat(seen.headers()).containsEntry("X-Token", "page-3"));

            assertThat(lines)
                    .hasSizeGreaterThanOrEqualTo(4)
                    .allSatisfy(line -> assertThat(line.get("of").asInt()).isEqualTo(5));
            assertThat(child.outDir.resolve("report/index.html")).isNotEmptyFile();
            try (Stream<Path> files = Files.list(child.outDir)) {
                assertThat(files.map(file -> file.getFileName().toString()))
                        .containsExactlyInAnyOrder(
                                "seconds.ndjson", "result.json", "report", "gatling.log", "gatling.out");
            }
        }
    }

    /** Without a warm-up a cold generator is late with most of them. */
    @Test
    void noneIsLostOfThoseThatWaitForOthersAtAHighRate() throws Exception {
        try (var shop = new Shop();
                var child = Child.start(dir, spec(shop.url(), CatchUp.ABOVE + 500, 0, 3, """
                        "requests": [{"name": "list", "weight": 1, "path": "/ok/list"}]"""))) {
            child.allLines();
            assertThat(child.exitWithin(20)).as(child::stderrQuietly).isZero();

            assertThat(child.result().get("requests").asLong()).isEqualTo(3L * (CatchUp.ABOVE + 500));
            assertThat(child.histogram("list").getTotalCount()).isEqualTo(3L * (CatchUp.ABOVE + 500));
        }
    }

    @Test
    void visitLogsInFirstAndItsTokenGoesAlong() throws Exception {
        try (var shop = new Shop();
                var child = Child.start(dir, spec(shop.url(), 20, 0, 2, """
                        "thinkTime": 0.1,
                        "login": {"path": "/ok/login", "body": "{}", "save": {"token": "$.token"}},
                        "requests": [{"name": "mine", "weight": 1, "path": "/ok/mine", "headers": {"X-Token": "{token}"}}]"""))) {
            child.allLines();
            assertThat(child.exitWithin(10)).as(child::stderrQuietly).isZero();

            assertThat(child.histogram("login").getTotalCount()).isEqualTo(40);
            assertThat(child.histogram("mine").getTotalCount()).isEqualTo(40);
            assertThat(shop.seen)
                    .filteredOn(seen -> seen.uri().equals("/ok/mine"))
                    .hasSize(40)
                    .allSatisfy(seen -> assertThat(seen.headers()).containsEntry("X-Token", "t-1"));
        }
    }

    @Test
    void timeoutsAreErrorsWithTheTimeWaited() throws Exception {
        try (var shop = new Shop();
                var child = Child.start(dir, spec(shop.url(), 10, 0, 2, """
                        "requestTimeoutSeconds": 0.5, "requests": [{"name": "hang", "weight": 1, "path": "/hang"}]"""))) {
            child.allLines();
            child.exitWithin(10);

            assertThat(child.result().get("errors").asLong()).isEqualTo(20);
            assertThat(child.histogram("hang").getMinValue()).isBetween(490_000L, 700_000L);
        }
    }

    @Test
    void wholeAddressGoesToItsOwnHost() throws Exception {
        try (var shop = new Shop();
                var pictures = new Shop();
                var child = Child.start(dir, spec(shop.url() + "/ok", 10, 0, 1, """
                        "requests": [{"name": "page", "weight": 1, "path": "/page"},
                                     {"name": "picture", "weight": 1, "path": "%s/ok/{id}?size=1"}],
                        "feeders": {"id": {"values": ["a b"]}}""".formatted(pictures.url())))) {
            child.allLines();
            assertThat(child.exitWithin(10)).as(child::stderrQuietly).isZero();

            assertThat(shop.seen).isNotEmpty().extracting(Shop.Seen::uri).containsOnly("/ok/page");
            assertThat(pictures.seen).isNotEmpty().extracting(Shop.Seen::uri).containsOnly("/ok/a%20b?size=1");
            assertThat(child.result().get("errors").asLong()).isZero();
        }
    }

    @Test
    void hostThatIsFedIsRefused() throws Exception {
        try (var child = Child.start(dir, spec("http://127.0.0.1:1", 10, 0, 1, """
                "requests": [{"name": "r", "weight": 1, "path": "http://{host}/"}],
                "feeders": {"host": {"values": ["elsewhere"]}}"""))) {
            assertThat(child.exitWithin(20)).isEqualTo(Launcher.WRONG_SPEC);
            assertThat(child.stderr()).contains("an address whose host is not fed");
        }
    }

    @Test
    void redirectIsAnError() throws Exception {
        try (var shop = new Shop();
                var child = Child.start(dir, spec(shop.url(), 10, 0, 1, """
                        "requests": [{"name": "moved", "weight": 1, "path": "/moved"}]"""))) {
            child.allLines();
            child.exitWithin(10);

            assertThat(child.result().get("errors").asLong()).isEqualTo(10);
            assertThat(shop.count("/ok")).isZero();
        }
    }

    @Test
    void endsItselfWhenTooMuchFails() throws Exception {
        String url;
        try (var shop = new Shop()) {
            url = shop.url();
        }
        try (var child = Child.start(dir, spec(url, 20, 0, 60, """
                "abort": {"maxErrorRate": 0.5, "afterSeconds": 2},
                "requests": [{"name": "gone", "weight": 1, "path": "/ok"}]"""))) {
            child.allLines();
            assertThat(child.exitWithin(10)).isEqualTo(Launcher.ABORTED);

            assertThat(child.result().get("exit").asText()).isEqualTo("ABORTED");
            assertThat(child.result().get("reason").asText()).isEqualTo("more than 50 % of requests failed for 2 s");
            assertThat(child.result().get("errorSamples").get(0).get("message").asText())
                    .containsIgnoringCase("refused");
        }
    }

    @Test
    void diesWithItsParentInTheMiddleOfARun() throws Exception {
        try (var shop = new Shop();
                var child = Child.start(dir, spec(shop.url(), 10, 0, 60, """
                        "requests": [{"name": "ok", "weight": 1, "path": "/ok"}]"""))) {
            assertThat(child.lines().readLine()).contains("elapsed");

            child.closeStdin();

            assertThat(child.exitWithin(1)).isEqualTo(Launcher.PARENT_GONE);
        }
    }

    @Test
    void wrongSpecIsToldInOneLine() throws Exception {
        try (var child = Child.start(dir, spec("http://127.0.0.1:1", 10, 0, 1, """
                "requests": [{"name": "r", "weight": 1, "path": "/{nobody}"}]"""))) {
            assertThat(child.exitWithin(20)).isEqualTo(Launcher.WRONG_SPEC);
            assertThat(child.stderr()).contains("no feeder named 'nobody'").hasLineCount(1);
        }
    }

    private static String spec(String baseUrl, int rate, int warmup, int seconds, String rest) {
        return """
                {"baseUrl": "%s", "profile": "BASELINE", "ratePerSecond": %d, "warmupSeconds": %d,
                 "durationSeconds": %d, %s}""".formatted(baseUrl, rate, warmup, seconds, rest);
    }
}
