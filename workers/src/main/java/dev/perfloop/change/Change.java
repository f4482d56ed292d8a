package dev.perfloop.change;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/** One thing that can be done to a target and taken back. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = CreateIndex.class, name = CreateIndex.KIND),
    @JsonSubTypes.Type(value = DropIndex.class, name = DropIndex.KIND),
    @JsonSubTypes.Type(value = RefreshStatistics.class, name = RefreshStatistics.KIND),
    @JsonSubTypes.Type(value = SetParameter.class, name = SetParameter.KIND),
    @JsonSubTypes.Type(value = CreateExtension.class, name = CreateExtension.KIND),
    @JsonSubTypes.Type(value = CodeAdvice.class, name = CodeAdvice.KIND),
    @JsonSubTypes.Type(value = SetApplicationProperty.class, name = SetApplicationProperty.KIND),
    @JsonSubTypes.Type(value = ResizePool.class, name = ResizePool.KIND),
    @JsonSubTypes.Type(value = EnableCache.class, name = EnableCache.KIND),
    @JsonSubTypes.Type(value = ScaleInstances.class, name = ScaleInstances.KIND)
})
public sealed interface Change
        permits IndexChange, RefreshStatistics, SetParameter, CreateExtension, CodeAdvice, ServiceChange {

    /** The word for it in a target's guards, in the database and in JSON. */
    String kind();

    /** What would be sent to the target, in order: the dry run; empty where a person applies it. */
    List<String> statements();

    /** What it does, for lists. */
    default String inWords() {
        return String.join(";\n", statements());
    }

    /** Whether its statements are SQL; else they are calls to hooks. */
    default boolean speaksSql() {
        return true;
    }

    /** What takes it back, in order; empty where nothing can. */
    List<String> undoStatements();

    /** What of it cannot be taken back, as a sentence; empty where all can. */
    default String remains() {
        return "";
    }

    /** For a person: the undo's statements, or a comment that says why there is none. */
    default String undo() {
        return undoStatements().isEmpty() ? "-- " + remains() : String.join(";\n", undoStatements());
    }

    /** What it works on, said the same in every run: two works on one thing exclude each other. */
    String subject();
}
