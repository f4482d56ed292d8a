package dev.perfloop.load;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.perfloop.load.gatling.Generator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class LoadConfiguration {
    @Bean
    Generator loadGenerator(LoadProperties properties, ObjectMapper json) {
        return new Generator(properties.launcherClasspath(), json);
    }
}
