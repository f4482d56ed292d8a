package dev.perfloop.web.openapi;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The API's description under the API's own roof. */
@Controller
class OpenApiController {

    @GetMapping("/api/openapi")
    String openApi() {
        return "forward:/v3/api-docs";
    }
}
