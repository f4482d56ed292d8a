package dev.perfloop.change;

/** Brings one index into being, or out of it. */
public sealed interface IndexChange extends Change permits CreateIndex, DropIndex {

    /** The table whose writers and readers notice it. */
    TableName table();

    /** The index it makes or takes away. */
    String indexName();

    @Override
    default String subject() {
        return new TableName(table().schema(), indexName()).sql();
    }
}
