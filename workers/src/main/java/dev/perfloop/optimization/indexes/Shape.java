package dev.perfloop.optimization.indexes;

import dev.perfloop.change.CreateIndex;
import dev.perfloop.change.IndexKey;
import dev.perfloop.change.TableName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How one index is made of another. Only B-trees over columns can be reshaped; what is special stays as it was proposed. */
final class Shape {
    private Shape() {}

    static CreateIndex on(TableName table, List<String> columns) {
        return new CreateIndex(table, columns.stream().map(IndexKey::ascending).toList());
    }

    static boolean isOfColumns(CreateIndex index) {
        return index.method().equals("btree")
                && index.predicate() == null
                && index.keys().stream().noneMatch(key -> key.expression() || key.opclass() != null);
    }

    /** Keys, then what is carried along. */
    static List<String> columns(CreateIndex index) {
        List<String> all = new ArrayList<>(keys(index));
        all.addAll(index.include());
        return all;
    }

    static List<String> keys(CreateIndex index) {
        return index.keys().stream().map(IndexKey::column).toList();
    }

    static Optional<CreateIndex> extended(CreateIndex index, String column) {
        if (keys(index).contains(column)) {
            return Optional.empty();
        }
        List<IndexKey> keys = new ArrayList<>(index.keys());
        keys.add(IndexKey.ascending(column));
        return Optional.of(with(
                index,
                keys,
                index.include().stream().filter(it -> !it.equals(column)).toList()));
    }

    /** Carries along what else is needed of the table, so that a plan need not read it. */
    static Optional<CreateIndex> covering(CreateIndex index, Collection<String> needed) {
        Set<String> more = new LinkedHashSet<>(index.include());
        more.addAll(needed);
        keys(index).forEach(more::remove);
        return more.size() == index.include().size()
                ? Optional.empty()
                : Optional.of(with(index, index.keys(), more.stream().sorted().toList()));
    }

    /** With fewer columns: without what it carries, without its last key; its keys in another order. */
    static List<CreateIndex> variants(CreateIndex index) {
        List<CreateIndex> variants = new ArrayList<>();
        if (!index.include().isEmpty()) {
            variants.add(with(index, index.keys(), List.of()));
        }
        int size = index.keys().size();
        if (size > 1) {
            variants.add(with(index, index.keys().subList(0, size - 1), List.of()));
        }
        for (int i = 1; i < size; i++) {
            List<IndexKey> moved = new ArrayList<>(index.keys());
            moved.addFirst(moved.remove(i));
            variants.add(with(index, moved, index.include()));
        }
        return variants;
    }

    /** One index where the first one's keys come first; what either carries is carried still. */
    static Optional<CreateIndex> merged(CreateIndex first, CreateIndex second, int width) {
        if (!first.table().equals(second.table())) {
            return Optional.empty();
        }
        List<IndexKey> keys = new ArrayList<>(first.keys());
        second.keys().stream()
                .filter(key -> !keys(first).contains(key.column()))
                .forEach(keys::add);
        Set<String> include = new LinkedHashSet<>(first.include());
        include.addAll(second.include());
        keys.forEach(key -> include.remove(key.column()));
        return keys.size() > width
                ? Optional.empty()
                : Optional.of(with(first, keys, include.stream().sorted().toList()));
    }

    private static CreateIndex with(CreateIndex index, List<IndexKey> keys, List<String> include) {
        return new CreateIndex(index.table(), keys, index.method(), include, index.predicate());
    }
}
