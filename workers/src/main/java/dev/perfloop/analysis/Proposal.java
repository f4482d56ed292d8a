package dev.perfloop.analysis;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The change a finding asks for. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes(@JsonSubTypes.Type(value = Proposal.CreateIndex.class, name = "CREATE_INDEX"))
public sealed interface Proposal {

    /** The word for the change in a target's guards. */
    String allowedAs();

    record CreateIndex(
            String schema,
            String table,
            List<Column> columns,
            @Nullable String predicate,
            List<String> include) implements Proposal {
        @Override
        public String allowedAs() {
            return "CREATE_INDEX";
        }
    }

    /** @param direction null for ascending */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Column(String expression, @Nullable String direction) {}
}
