package dev.perfloop.web.support;

import java.time.InstantSource;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistrar;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@TestConfiguration(proxyBeanMethods = false)
class WebUiTestConfiguration {

    @Bean
    DynamicPropertyRegistrar database() {
        TestPostgres postgres = TestPostgres.shared();
        return registry -> {
            registry.add("spring.datasource.url", postgres::url);
            registry.add("spring.datasource.username", postgres::user);
            registry.add("spring.datasource.password", postgres::password);
        };
    }

    @Bean
    @Primary
    RecordingEngine recordingEngine() {
        return new RecordingEngine();
    }

    @Bean
    @Primary
    SteppedClock steppedClock() {
        return new SteppedClock();
    }

    @Bean
    @Lazy
    Api api(MockMvcTester mvc) {
        return new Api(mvc);
    }

    @Bean
    Rows rows(JdbcClient jdbc, InstantSource clock) {
        return new Rows(jdbc, clock);
    }

    @Bean
    @Lazy
    SeriesRows seriesRows(Rows rows) {
        return new SeriesRows(rows);
    }
}
