package dev.perfloop.web.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import dev.perfloop.web.support.Api;
import dev.perfloop.web.support.WebUiTest;
import java.io.UnsupportedEncodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebUiTest
class TokenPagesTests {
    @Autowired
    Api api;

    @Test
    void aLongListComesPageByPageTheRevokedOnesLast() throws UnsupportedEncodingException {
        String revoked = created();
        api.delete("admin", "/api/tokens/" + revoked);
        String older = created();
        String newer = created();

        List<String> seen = new ArrayList<>();
        for (String cursor = ""; cursor != null; ) {
            String page = text(api.getAs("admin", "/api/tokens?limit=1" + cursor));
            seen.addAll(JsonPath.<List<String>>read(page, "$.items[*].id"));
            String next = JsonPath.read(page, "$.nextCursor");
            cursor = next == null ? null : "&cursor=" + next;
        }

        assertThat(seen).doesNotHaveDuplicates().containsSubsequence(newer, older, revoked);
        assertThat(api.get("/api/tokens?cursor=x")).hasStatus(400);
    }

    private String created() throws UnsupportedEncodingException {
        String wish = "{\"name\": \"%s\", \"roles\": [\"VIEWER\"]}".formatted(UUID.randomUUID());
        return JsonPath.read(text(api.postAs("admin", "/api/tokens", wish)), "$.id");
    }

    private static String text(MvcTestResult answer) throws UnsupportedEncodingException {
        return answer.getResponse().getContentAsString();
    }
}
