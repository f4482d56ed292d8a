package dev.perfloop.loadtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;

class TemplateTests {
    @Test
    void placeholdersAreReplacedAndJsonKeepsItsBraces() {
        var template = Template.of("{\"id\": {id}, \"who\": \"{who}\", \"{unknown}\": {}}", Set.of("id", "who"));

        assertThat(template.render(name -> "<" + name + ">"))
                .isEqualTo("{\"id\": <id>, \"who\": \"<who>\", \"{unknown}\": {}}");
    }

    @Test
    void valuesInPathsArePercentEncoded() {
        var path = Template.ofPath("/api/{id}?q={q}", Set.of("id", "q"));

        assertThat(path.render(name -> Template.encode(name.equals("q") ? "a b&c=ü+*~" : "x/y")))
                .isEqualTo("/api/x%2Fy?q=a%20b%26c%3D%C3%BC%2B%2A~");
    }

    @Test
    void literalTextOfPathsIsMadeFitForUrls() {
        assertThat(Template.ofPath("/a b/ü?x=1&y=%20", Set.of()).render(name -> name))
                .isEqualTo("/a%20b/%C3%BC?x=1&y=%20");
    }

    @Test
    void placeholderInPathThatNobodyFeedsIsNamed() {
        assertThatThrownBy(() -> Template.ofPath("/api/{category}", Set.of("page")))
                .hasMessage("no feeder named 'category' for the placeholder in path /api/{category}");
    }
}
