package dev.perfloop.change;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/** One thing that can be done to a target and taken back. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = CreateIndex.class, name = CreateIndex.KIND),
    @JsonSubTypes.Type(value = DropIndex.class, name = DropIndex.KIND)
})
public sealed interface Change permits CreateIndex, DropIndex {

    /** The word for it in a target's guards, in the database and in JSON. */
    String kind();

    /** What would be sent to the target, in order: the dry run. */
    List<String> statements();

    /** What takes it back, in order. */
    List<String> undoStatements();

    /** The table whose writers and readers notice it. */
    TableName table();

    /** The index it makes or takes away. */
    String indexName();
}
