package dev.perfloop.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TargetReaderTests {
    private final TargetReader reader =
            new TargetReader(new Placeholders(Map.of("DB_PASSWORD", "s3cret", "PORT", "8081")::get));

    @Test
    void statementsAreRunOnlyWhereTheOwnerSaysSo() {
        assertThat(reader.read(minimal("")).guards().analyse()).isFalse();
        assertThat(reader.read(minimal("guards: { analyse: true }")).guards().analyse())
                .isTrue();
    }

    @Test
    void loadGoesToTheBaseUrlUnlessMoreHostsAreListed() {
        var alone = reader.read(minimal(""));
        var more = reader.read(minimal("").replace("load: {", "load: { hosts: [\"static.books:8443\"], "));

        assertThat(alone.allows(alone.baseUrl().resolve("/books"))).isTrue();
        assertThat(alone.allows(URI.create("https://static.books:8443/a"))).isFalse();
        assertThat(more.allows(URI.create("https://static.books:8443/a"))).isTrue();
        assertThat(more.allows(URI.create("https://static.books/a"))).isFalse();
    }

    @Test
    void readsWhatTheOwnerWrote() {
        var target = reader.read("""
                name: books
                baseUrl: http://localhost:${PORT}
                load:
                  arrivalRate: 40/s
                  rounds: 64
                  requests:
                    - { name: list, weight: 4, get: "/books?genre={genre}" }
                    - { name: order, weight: 1, post: /orders, body: "{order}", expect: 201 }
                  feeders:
                    genre: { sql: "SELECT id FROM genre", distribution: zipf }
                    book: { range: 1..99 }
                    order: { template: '{"book": {book}}' }
                objectives: { p95: 200ms, errors: 0.5%, requests: { list: { p95: 1.5s } } }
                database: { url: "jdbc:postgresql://localhost/books", user: agent, password: "${DB_PASSWORD}" }
                guards: { lockTimeout: 5s, allow: [CREATE_INDEX] }
                """);

        assertThat(target.baseUrl()).isEqualTo(URI.create("http://localhost:8081"));
        assertThat(target.load().arrivalRate()).isEqualTo(40);
        assertThat(target.load().rounds()).isEqualTo(64);
        assertThat(target.load().requests()).extracting(LoadRequest::method).containsExactly("GET", "POST");
        assertThat(target.load().feeders().get("book")).isEqualTo(new Feeder.Range(1, 99, Feeder.Distribution.UNIFORM));
        assertThat(target.objectives().overall().p95()).isEqualTo(Duration.ofMillis(200));
        assertThat(target.objectives().overall().errors()).isEqualTo(0.005);
        assertThat(target.database().password()).isEqualTo("s3cret");
        assertThat(target.guards().allow()).containsExactly("CREATE_INDEX");
    }

    @Test
    void knowsWhenWorkIsExpected() {
        assertThat(reader.read(minimal("")).guards().maintenance()).isEmpty();
        assertThat(reader.read(minimal("guards: { maintenance: [ \"Sun 22:00-04:00 Europe/Berlin\" ] }"))
                        .guards()
                        .maintenance())
                .containsExactly(new MaintenanceWindow(
                        Set.of(DayOfWeek.SUNDAY), LocalTime.of(22, 0), LocalTime.of(4, 0), ZoneId.of("Europe/Berlin")));
    }

    @Test
    void waitsForLocksNoLongerThanASecondWhateverTheFileSays() {
        assertThat(reader.read(minimal("guards: { lockTimeout: 5s }")).guards().lockTimeout())
                .isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void refusesMoreRoundsThanANightHoldsInAFileKeptUnchecked() {
        assertThatThrownBy(() -> reader.read(minimal("").replace("load: {", "load: { rounds: 129,")))
                .isInstanceOf(TargetRefused.class)
                .hasMessageContaining("load.rounds is 129");
    }

    @Test
    void refusesAReferenceThatIsNotSet() {
        assertThatThrownBy(() -> reader.read(minimal("jmx: ${NOWHERE}")))
                .isInstanceOf(TargetRefused.class)
                .hasMessageContaining("${NOWHERE}");
    }

    @Test
    void refusesToReadOurOwnSecrets() {
        assertThatThrownBy(() -> reader.read(minimal("jmx: ${PERFLOOP_DB_PASSWORD:x}")))
                .isInstanceOf(TargetRefused.class)
                .hasMessageContaining("Perfloop's own");
    }

    @Test
    void takesAJmxAddressAloneOrWithAUser() {
        var guarded =
                reader.read(minimal("jmx: { address: \"books:9010\", user: perfloop, password: \"${DB_PASSWORD}\" }"));

        assertThat(reader.read(minimal("jmx: books:9010")).jmx()).isEqualTo(JmxAccess.open("books:9010"));
        assertThat(guarded.jmx()).isEqualTo(new JmxAccess("books:9010", "perfloop", "s3cret"));
        assertThat(guarded.toString()).doesNotContain("s3cret");
        assertThat(JmxAccess.open("books:9010").port()).isEqualTo(9010);
    }

    @Test
    void neverPrintsThePassword() {
        assertThat(reader.read(minimal("")).toString()).doesNotContain("s3cret");
    }

    private static String minimal(String more) {
        return """
                name: books
                baseUrl: http://localhost
                load: { requests: [ { name: home, get: / } ] }
                database: { url: "jdbc:postgresql://localhost/books", user: agent, password: "${DB_PASSWORD}" }
                """ + more;
    }
}
