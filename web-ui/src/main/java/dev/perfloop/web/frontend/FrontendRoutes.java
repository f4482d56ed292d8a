package dev.perfloop.web.frontend;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.web.servlet.resource.PathResourceResolver;

/** Addresses of the front end's own router get its page; what looks like a file or an API call stays not found. */
class FrontendRoutes extends PathResourceResolver {
    private static final List<String> NOT_OURS = List.of("api/", "reports/", "actuator/", "v3/");

    @Override
    protected @Nullable Resource getResource(String path, Resource location) throws IOException {
        Resource file = super.getResource(path, location);
        if (file != null || path.contains(".") || NOT_OURS.stream().anyMatch((path + "/")::startsWith)) {
            return file;
        }
        return super.getResource("index.html", location);
    }
}
