package dev.perfloop.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.perfloop.load.gatling.LaunchSpec;
import dev.perfloop.target.Feeder;
import dev.perfloop.target.Feeder.Distribution;
import dev.perfloop.target.TargetRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class ScenarioSpecTests {
    private static final LoadShape SHAPE = new LoadShape(LoadProfile.PEAK, 80, null, 10, 30, null);

    @TempDir
    Path dir;

    private final ScenarioSpec scenario = new ScenarioSpec(
            new FeederRepository(target -> {
                throw new AssertionError("no feeder here asks the database");
            }),
            new Binder(new MapConfigurationPropertySource(Map.of()))
                    .bindOrCreate("perfloop.load", Bindable.of(LoadProperties.class)));

    @Test
    void everythingTheLauncherNeedsIsSaid() throws Exception {
        LaunchSpec spec = scenario.of(
                Some.target("/books?page={page}", Map.of("page", new Feeder.Range(0, 4, Distribution.UNIFORM))),
                SHAPE,
                7);

        assertThat(new ObjectMapper().writeValueAsString(spec))
                .isEqualTo("{\"baseUrl\":\"http://localhost:8081\",\"profile\":\"PEAK\",\"ratePerSecond\":80.0,"
                        + "\"warmupSeconds\":10,\"durationSeconds\":30,\"requests\":[{\"name\":\"list\",\"weight\":2.0,"
                        + "\"method\":\"GET\",\"path\":\"/books?page={page}\",\"headers\":{\"X-Key\":\"{key}\"},"
                        + "\"expect\":200}],\"feeders\":{\"page\":{\"range\":{\"from\":0,\"to\":4},"
                        + "\"distribution\":\"uniform\"}},\"login\":{\"method\":\"POST\",\"path\":\"/login\","
                        + "\"body\":\"{}\",\"headers\":{}},\"thinkTime\":0.25,\"seed\":7,\"requestTimeoutSeconds\":10.0,"
                        + "\"abort\":{\"maxErrorRate\":0.8,\"afterSeconds\":10}}");
    }

    @Test
    void firstColumnOfACsvFileIsFed() throws IOException {
        Path file = Files.writeString(dir.resolve("isbn.csv"), "\"978-1\",a\n978-2;b\n\n978-3\n");

        LaunchSpec spec = scenario.of(
                Some.target("/books", Map.of("isbn", new Feeder.Csv(file.toString(), Distribution.ZIPF))), SHAPE, 7);

        assertThat(spec.feeders())
                .containsEntry("isbn", new LaunchSpec.Feeder(List.of("978-1", "978-2", "978-3"), null, null, "zipf"));
    }

    @Test
    void feederWithoutValuesIsToldToItsOwner() {
        var target = Some.target("/books", Map.of("genre", new Feeder.Values(List.of(), Distribution.UNIFORM)));

        assertThatThrownBy(() -> scenario.of(target, SHAPE, 7))
                .isInstanceOf(TargetRefused.class)
                .hasMessage("The feeder genre has no values.");
    }

    @Test
    void csvFileThatIsNotThereIsToldToItsOwner() {
        var target = Some.target("/books", Map.of("isbn", new Feeder.Csv("/nowhere.csv", Distribution.UNIFORM)));

        assertThatThrownBy(() -> scenario.of(target, SHAPE, 7))
                .isInstanceOf(TargetRefused.class)
                .hasMessageContaining("/nowhere.csv");
    }

    @Test
    void loadGoesNowhereButToTheTarget() {
        assertThatThrownBy(() -> scenario.of(Some.target("http://elsewhere/books", Map.of()), SHAPE, 7))
                .isInstanceOf(TargetRefused.class)
                .hasMessage(
                        "The request list goes to the host elsewhere, which the target's file does not list: load goes"
                                + " nowhere else.");
    }

    @Test
    void listedHostMayBeLoaded() {
        assertThat(scenario.of(Some.targetAllowing(Set.of("static.books"), "http://static.books/a.png"), SHAPE, 7)
                        .requests())
                .extracting(LaunchSpec.Request::path)
                .containsExactly("http://static.books/a.png");
        assertThat(scenario.of(
                                Some.targetAllowing(Set.of("static.books:8443"), "https://static.books:8443/a"),
                                SHAPE,
                                7)
                        .requests())
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://static.books:81/a",
                "http://user@static.books/a",
                "http://static.books.evil/a",
                "http://{host}/a",
                "http://static.books{host}/a",
                "ftp://static.books/a",
                "books"
            })
    void nothingElseIsAnAddressOfAListedHost(String path) {
        var target = Some.targetAllowing(Set.of("static.books:80"), path);

        assertThatThrownBy(() -> scenario.of(target, SHAPE, 7)).isInstanceOf(TargetRefused.class);
    }

    @Test
    void configurationThatIsKeptHoldsNoBodyAndNoHeader() throws Exception {
        LaunchSpec spec = scenario.of(Some.target("/books?key=s3cret", Map.of()), SHAPE, 7);

        assertThat(new ObjectMapper().writeValueAsString(LoadConfig.of(spec, SHAPE, 1)))
                .isEqualTo("{\"profile\":\"PEAK\",\"ratePerSecond\":80.0,\"warmupSeconds\":10,\"durationSeconds\":30,"
                        + "\"baseUrl\":\"http://localhost:8081\",\"seed\":7,"
                        + "\"requests\":[{\"name\":\"list\",\"method\":\"GET\",\"weight\":2.0}],\"injectors\":1}");
    }
}
