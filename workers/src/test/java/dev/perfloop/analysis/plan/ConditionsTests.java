package dev.perfloop.analysis.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.perfloop.analysis.plan.Condition.Equality;
import dev.perfloop.analysis.plan.Condition.OnColumn;
import dev.perfloop.analysis.plan.Condition.OneOf;
import dev.perfloop.analysis.plan.Condition.Range;
import dev.perfloop.analysis.plan.Condition.Unusable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The texts are as PostgreSQL 18 prints them under VERBOSE. */
class ConditionsTests {
    private static final Map<String, String> TYPES = Map.of(
            "customer_id", "integer",
            "status", "text",
            "email", "character varying(80)",
            "code", "character(3)",
            "active", "boolean",
            "created_at", "timestamp with time zone",
            "orderId", "integer",
            "amount", "numeric(10,2)");

    private final Conditions conditions = new Conditions("o", name -> Optional.ofNullable(TYPES.get(name)));

    @Test
    void aConjunctionFallsIntoItsParts() {
        assertThat(conditions.of("((o.customer_id = $1) AND (o.status = 'x'::text) AND (o.created_at > $2))"))
                .extracting(Object::getClass, condition -> ((OnColumn) condition).column())
                .containsExactly(
                        tuple(Equality.class, "customer_id"),
                        tuple(Equality.class, "status"),
                        tuple(Range.class, "created_at"));
    }

    @Test
    void aLiteralMayHoldAnything() {
        assertThat(only("(o.status = 'it''s (AND) \"x\"'::text)")).isInstanceOf(Equality.class);
    }

    @Test
    void varcharComparedAsTextIsTheColumn() {
        assertThat(only("((o.email)::text = $1)")).isEqualTo(new Equality("email", "email::text = $1", false, null));
        assertThat(only("(o.code = ($1)::bpchar)")).isInstanceOf(Equality.class);
    }

    @Test
    void aListIsOneOf() {
        assertThat(only("(o.customer_id = ANY ($1))")).isInstanceOf(OneOf.class);
        assertThat(only("(o.customer_id = ANY ('{1,2,3}'::integer[]))")).isInstanceOf(OneOf.class);
        assertThat(only("((o.email)::text = ANY (($1)::text[]))")).isInstanceOf(OneOf.class);
    }

    @Test
    void sidesMayBeSwapped() {
        assertThat(only("($1 < o.created_at)")).isInstanceOf(Range.class);
        assertThat(only("(c.id = o.customer_id)")).isInstanceOf(Equality.class);
    }

    @Test
    void valuesMayBeComputed() {
        assertThat(only("(o.created_at >= (now() - '7 days'::interval))")).isInstanceOf(Range.class);
        assertThat(only("(o.created_at >= ($1)::timestamp with time zone)")).isInstanceOf(Range.class);
        assertThat(only("(o.customer_id = (SubPlan 1))")).isInstanceOf(Unusable.class);
    }

    @Test
    void nullsAndBooleansAreEqualities() {
        assertThat(only("(o.status IS NULL)"))
                .isEqualTo(new Equality("status", "status IS NULL", true, "\"status\" IS NULL"));
        assertThat(only("o.active")).isInstanceOf(Equality.class);
        assertThat(only("(NOT o.active)")).isInstanceOf(Equality.class);
    }

    @Test
    void quotedNamesLoseTheirQuotes() {
        assertThat(only("(o.\"orderId\" = $1)")).extracting("column").isEqualTo("orderId");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(lower((o.email)::text) = $1)",
                "(o.status ~~ $1)",
                "((o.status = $1) OR (o.customer_id = $2))",
                "(o.status <> $1)",
                "(o.customer_id = o.orderId)",
                "((o.customer_id)::text = $1)",
                "((o.amount)::double precision > $1)",
                "(CASE WHEN (o.customer_id > 3) THEN $1 ELSE $2 END = 1)",
                "(o.status = ANY (ARRAY[o.email, $1]))",
                "(NOT (o.customer_id = ANY (hashed SubPlan 1)))",
                "(o.status IS DISTINCT FROM $1)",
                "((o.customer_id + 1) = $1)",
                "(o.customer_id <> ALL ($1))",
                "(ROW(o.customer_id, o.orderId) > ROW($1, $2))",
                "(o.unknown_column = $1)",
                "(o.status = ($1)::character varying(",
                "(o.created_at AT TIME",
                "(o.status COLLATE"
            })
    void whatNoPlainIndexServesIsUnusable(String text) {
        assertThat(conditions.of(text))
                .isNotEmpty()
                .allSatisfy(it -> assertThat(it).isInstanceOf(Unusable.class));
    }

    @Test
    void whatTheTextFixesIsKnownAsSql() {
        assertThat(only("((o.status)::text = 'OPEN'::text)"))
                .isEqualTo(new Equality(
                        "status", "status::text = 'OPEN'::text", false, "((\"status\")::text = ('OPEN')::text)"));
        assertThat(only("(o.status IS NOT NULL)"))
                .isEqualTo(new Condition.NotNull("status", "status IS NOT NULL", "\"status\" IS NOT NULL"));
    }

    @Test
    void aListOfParametersIsOneOfThem() {
        assertThat(only("(o.customer_id = ANY (ARRAY[$1, $2]))")).isInstanceOf(OneOf.class);
    }

    private Condition only(String text) {
        List<Condition> parts = conditions.of(text);
        assertThat(parts).hasSize(1);
        return parts.getFirst();
    }
}
