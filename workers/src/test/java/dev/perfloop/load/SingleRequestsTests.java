package dev.perfloop.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perfloop.load.SingleRequests.Maker;
import dev.perfloop.target.Feeder;
import dev.perfloop.target.Feeder.Distribution;
import dev.perfloop.target.TargetRefused;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class SingleRequestsTests {
    private final SingleRequests requests = new SingleRequests(new ScenarioSpec(
            new FeederRepository(target -> {
                throw new AssertionError("no feeder here asks the database");
            }),
            new Binder(new MapConfigurationPropertySource(Map.of()))
                    .bindOrCreate("perfloop.load", Bindable.of(LoadProperties.class))));

    @Test
    void everyPlaceholderIsFilledAsUnderLoad() {
        var visit = maker(
                        "/books/{title}?page={page}&tag=a b",
                        Map.of(
                                "title", new Feeder.Values(List.of("Tom & Jerry/1"), Distribution.UNIFORM),
                                "page", new Feeder.Range(7, 7, Distribution.UNIFORM),
                                "key", new Feeder.Template("k{page}")))
                .visit("list", 0);

        assertThat(visit.request().address())
                .hasToString("http://localhost:8081/books/Tom%20%26%20Jerry%2F1?page=7&tag=a%20b");
        assertThat(visit.request().headers()).containsEntry("X-Key", "k7").containsEntry("User-Agent", "perfloop");
        assertThat(visit.request().isAnsweredBy(200)).isTrue();
        assertThat(visit.request().isAnsweredBy(201)).isFalse();
        assertThat(visit.login())
                .isNotNull()
                .satisfies(login -> assertThat(login.isAnsweredBy(204)).isTrue());
    }

    @Test
    void theLoginIsARequestOfItsOwn() {
        var maker = maker("/books", Map.of());

        assertThat(maker.names()).containsExactly("login", "list");
        assertThat(maker.visit("login", 0).request().address().getPath()).isEqualTo("/login");
        assertThat(maker.visit("login", 0).login()).isNull();
    }

    @Test
    void theNthRequestIsAlwaysTheSameAndOthersDiffer() {
        Map<String, Feeder> feeders = Map.of("page", new Feeder.Range(0, 1_000_000, Distribution.UNIFORM));

        assertThat(maker("/books?page={page}", feeders).visit("list", 3))
                .isEqualTo(maker("/books?page={page}", feeders).visit("list", 3))
                .isNotEqualTo(maker("/books?page={page}", feeders).visit("list", 4));
    }

    @Test
    void aFewValuesTakeMostDrawsOfASkewedFeeder() {
        var maker = maker("/books?page={page}", Map.of("page", new Feeder.Range(1, 1000, Distribution.ZIPF)));
        Map<String, Integer> drawn = new HashMap<>();
        for (int n = 0; n < 5000; n++) {
            drawn.merge(maker.visit("list", n).request().address().getQuery(), 1, Integer::sum);
        }

        // the first of 1,000 has a weight of 1 in 7.485
        assertThat(drawn.get("page=1")).isBetween(550, 800);
    }

    @Test
    void bracesThatNobodyFeedsStay() {
        assertThat(maker("/books", Map.of()).visit("list", 0).request().headers())
                .containsEntry("X-Key", "{key}");
    }

    @Test
    void aFeederMadeOfItselfIsTheOwnersMistake() {
        var maker = maker("/books?page={page}", Map.of("page", new Feeder.Template("{page}1")));

        assertThatThrownBy(() -> maker.visit("list", 0)).isInstanceOf(TargetRefused.class);
    }

    private Maker maker(String path, Map<String, Feeder> feeders) {
        return requests.of(Some.target(path, feeders), 7);
    }
}
