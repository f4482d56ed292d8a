package dev.perfloop.web.oidc;

import dev.perfloop.web.WebUiProperties;
import org.springframework.boot.web.server.Cookie.SameSite;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.server.AbstractServletWebServerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CookieConfiguration {

    /**
     * A browser that comes back from the provider comes from another site, and would leave a strict cookie behind: the
     * login could not be told to be the one that was begun here. What changes something takes the CSRF token either way.
     */
    @Bean
    WebServerFactoryCustomizer<AbstractServletWebServerFactory> webUiSessionCookie(WebUiProperties properties) {
        return server -> {
            if (properties.oidc().isOn()) {
                server.getSession().getCookie().setSameSite(SameSite.LAX);
            }
        };
    }
}
