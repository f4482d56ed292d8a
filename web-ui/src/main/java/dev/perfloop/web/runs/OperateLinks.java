package dev.perfloop.web.runs;

import dev.perfloop.web.WebUiProperties;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Deep links into Operate, when there is one. */
@Component
class OperateLinks {
    private final @Nullable String base;

    OperateLinks(WebUiProperties properties) {
        this.base = properties.operateUrl() == null
                ? null
                : properties.operateUrl().toString().replaceAll("/+$", "");
    }

    @Nullable String instance(@Nullable String processInstanceKey) {
        return base == null || processInstanceKey == null ? null : base + "/processes/" + processInstanceKey;
    }
}
