package dev.perfloop.web.targets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfloop.web.support.Api;
import dev.perfloop.web.support.WebUiTest;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@WebUiTest
class TargetSecretsTests {
    private static final String NAME = "SHOP_DB_PASSWORD";
    private static final String SECRET = "looked-up-by-the-workers-alone";

    @Autowired
    Api api;

    /** Spring would look it up here, if anybody asked it to. */
    @BeforeEach
    void known() {
        System.setProperty(NAME, SECRET);
    }

    @AfterEach
    void forgotten() {
        System.clearProperty(NAME);
    }

    @Test
    void whatATargetRefersToStaysAReference() {
        String target = "shop-" + UUID.randomUUID();
        String path = "/api/targets/" + target;

        assertThat(api.putYaml(path, TargetFixtures.shop(target)))
                .hasStatus(201)
                .bodyText()
                .contains("${" + NAME + "}")
                .doesNotContain(SECRET);
        assertThat(api.get(path))
                .hasStatusOk()
                .bodyText()
                .contains("${" + NAME + "}")
                .doesNotContain(SECRET);
        assertThat(api.get("/api/targets")).hasStatusOk().bodyText().doesNotContain(SECRET);
    }
}
