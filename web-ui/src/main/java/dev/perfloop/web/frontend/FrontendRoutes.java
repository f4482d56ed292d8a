package dev.perfloop.web.frontend;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.web.servlet.resource.PathResourceResolver;

/**
 * Addresses of the front end's own router get its page; API calls and files stay not found. Names in an address may hold
 * a dot, so only what lies at the top or among the assets counts as a file.
 */
class FrontendRoutes extends PathResourceResolver {
    private static final List<String> NOT_OURS = List.of("api/", "reports/", "actuator/", "v3/", "assets/");

    @Override
    protected @Nullable Resource getResource(String path, Resource location) throws IOException {
        Resource file = super.getResource(path, location);
        return file == null && isRoute(path) ? super.getResource("index.html", location) : file;
    }

    private static boolean isRoute(String path) {
        boolean looksLikeFile = path.contains(".") && !path.contains("/");
        return !looksLikeFile && NOT_OURS.stream().noneMatch((path + "/")::startsWith);
    }
}
