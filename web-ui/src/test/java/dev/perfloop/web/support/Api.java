package dev.perfloop.web.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;

import com.jayway.jsonpath.JsonPath;
import java.io.UnsupportedEncodingException;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Calls the API as the command line does. */
public final class Api {
    private final MockMvcTester mvc;

    Api(MockMvcTester mvc) {
        this.mvc = mvc;
    }

    public MvcTestResult get(String path) {
        return getAs("operator", path);
    }

    public MvcTestResult getAs(String user, String path) {
        return mvc.get().uri(path).with(httpBasic(user, user)).exchange();
    }

    public MvcTestResult post(String path, String json) {
        return postAs("operator", path, json);
    }

    /** The id of the run that the wish became. */
    public String asked(String path, String wish) throws UnsupportedEncodingException {
        MvcTestResult answer = post(path, wish);
        assertThat(answer).hasStatus(201);
        return JsonPath.read(answer.getResponse().getContentAsString(), "$.runId");
    }

    public MvcTestResult postAs(String user, String path, String json) {
        return mvc.post()
                .uri(path)
                .with(httpBasic(user, user))
                .contentType(MediaType.APPLICATION_JSON)
                .content(json)
                .exchange();
    }

    public MvcTestResult put(String path, String json) {
        return mvc.put()
                .uri(path)
                .with(httpBasic("operator", "operator"))
                .contentType(MediaType.APPLICATION_JSON)
                .content(json)
                .exchange();
    }

    public MvcTestResult delete(String user, String path) {
        return mvc.delete().uri(path).with(httpBasic(user, user)).exchange();
    }

    public MvcTestResult postYaml(String path, String yaml) {
        return mvc.post()
                .uri(path)
                .with(httpBasic("operator", "operator"))
                .contentType("text/yaml")
                .content(yaml)
                .exchange();
    }

    public MvcTestResult putYaml(String path, String yaml) {
        return mvc.put()
                .uri(path)
                .with(httpBasic("operator", "operator"))
                .contentType("text/yaml")
                .content(yaml)
                .exchange();
    }
}
