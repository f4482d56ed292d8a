package dev.perfloop.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OneExpressionTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lower((\"Mail\")::text)",
                "note IS NOT NULL",
                "state = 'it''s; waiting -- still'",
                "to_tsvector('simple'::regconfig, note)",
                "(facts -> 'a') ->> 'b'",
                "\"odd;name\" > 3"
            })
    void oneExpressionPasses(String text) {
        assertThat(OneExpression.checked(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a); DROP TABLE loan; --",
                "a) INCLUDE (b",
                "a; SELECT 1",
                "a -- rest",
                "a /* rest",
                "a = $1",
                "$x$ a $x$",
                "'open",
                "E'\\' ; '",
                "(a"
            })
    void anythingElseDoesNot(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> OneExpression.checked(text));
    }

    @Test
    void anIndexIsCheckedWhereverItComesFrom() {
        var table = new TableName("s", "t");

        assertThatIllegalArgumentException().isThrownBy(() -> new IndexKey("a); DROP TABLE t; --", false, true, null));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new CreateIndex(table, List.of(IndexKey.ascending("a")), "btree", List.of(), "true; SELECT 1"));
        assertThat(new IndexKey("a); DROP TABLE t; --", false).sql()).isEqualTo("\"a); DROP TABLE t; --\"");
    }
}
