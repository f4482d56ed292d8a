package dev.perfloop.analysis;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.perfloop.profiling.ParameterRights.Reach;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The change a finding asks for. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Proposal.CreateIndex.class, name = "CREATE_INDEX"),
    @JsonSubTypes.Type(value = Proposal.DropIndex.class, name = "DROP_INDEX"),
    @JsonSubTypes.Type(value = Proposal.RefreshStatistics.class, name = "REFRESH_STATISTICS"),
    @JsonSubTypes.Type(value = Proposal.SetParameter.class, name = "SET_PARAMETER"),
    @JsonSubTypes.Type(value = Proposal.CodeAdvice.class, name = "CODE_ADVICE")
})
public sealed interface Proposal {

    /** The word for the change in a target's guards. */
    String allowedAs();

    /**
     * @param method    access method: btree, gin ...
     * @param predicate as SQL, of a partial index
     */
    record CreateIndex(
            String schema,
            String table,
            String method,
            List<Column> columns,
            @Nullable String predicate,
            List<String> include)
            implements Proposal {
        public CreateIndex(
                String schema, String table, List<Column> columns, @Nullable String predicate, List<String> include) {
            this(schema, table, "btree", columns, predicate, include);
        }

        @Override
        public String allowedAs() {
            return "CREATE_INDEX";
        }
    }

    /** @param definition as {@code pg_get_indexdef} prints it, to build it again */
    record DropIndex(String schema, String table, String index, String definition) implements Proposal {
        @Override
        public String allowedAs() {
            return "DROP_INDEX";
        }
    }

    /**
     * Takes the planner's statistics anew.
     *
     * @param columns  whose dependence gets extended statistics first, or whose statistics target is raised first when there is one;
     *                 empty for a plain ANALYZE
     * @param target   statistics target to set for those columns; null to leave it
     */
    record RefreshStatistics(
            String schema,
            String table,
            List<String> columns,
            @Nullable Integer target) implements Proposal {
        @Override
        public String allowedAs() {
            return "REFRESH_STATISTICS";
        }
    }

    /**
     * @param value   with its unit, as {@code SET} takes it
     * @param current as {@code SHOW} prints it
     * @param restart true when only a restart of the server makes it work
     * @param reach   where Perfloop may set it; null when a person has to
     * @param byHand  why a person has to; null while that is not known, and where Perfloop may
     */
    record SetParameter(
            String name,
            String value,
            String current,
            boolean restart,
            @Nullable Reach reach,
            @Nullable String byHand) implements Proposal {
        public SetParameter(String name, String value, String current, boolean restart) {
            this(name, value, current, restart, null, null);
        }

        SetParameter at(Reach where) {
            return new SetParameter(name, value, current, restart, where, null);
        }

        SetParameter leftToPeople(String why) {
            return new SetParameter(name, value, current, restart, null, why);
        }

        @Override
        public String allowedAs() {
            return "SET_PARAMETER";
        }
    }

    /**
     * What a person changes in the service or its surroundings.
     *
     * @param title  imperative, short
     * @param advice Markdown
     * @param tuning what Perfloop may do instead where the target has a hook for it; null where there is nothing
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CodeAdvice(String title, String advice, @Nullable Tuning tuning) implements Proposal {
        public CodeAdvice(String title, String advice) {
            this(title, advice, null);
        }

        public CodeAdvice or(@Nullable Tuning instead) {
            return new CodeAdvice(title, advice, instead);
        }

        @Override
        public String allowedAs() {
            return BY_HAND;
        }
    }

    /** The word in a target's guards for what a person does, code or not. */
    String BY_HAND = "CODE_ADVICE";

    /**
     * A value of the service that may be set.
     *
     * @param value null where the target's file says it, or what holds now decides
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Tuning(Knob knob, @Nullable String value) {
        public enum Knob {
            POOL("RESIZE_POOL"),
            THREADS("SET_APPLICATION_PROPERTY"),
            CACHE("ENABLE_CACHE"),
            INSTANCES("SCALE_INSTANCES");

            private final String kind;

            Knob(String kind) {
                this.kind = kind;
            }

            /** The word for the change in a target's guards. */
            public String kind() {
                return kind;
            }
        }
    }

    /**
     * @param expression a column's name, unquoted; or the SQL of an expression
     * @param direction  null for ascending
     * @param opclass    operator class; null for the default one
     * @param computed   true when {@code expression} is SQL: a column may have any name, so it does not tell
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Column(
            String expression,
            @Nullable String direction,
            @Nullable String opclass,
            @Nullable Boolean computed) {
        public Column(String column, @Nullable String direction) {
            this(column, direction, null, null);
        }

        public static Column computed(String sql, @Nullable String opclass) {
            return new Column(sql, null, opclass, true);
        }

        public static Column searched(String column, @Nullable String opclass) {
            return new Column(column, null, opclass, null);
        }
    }
}
