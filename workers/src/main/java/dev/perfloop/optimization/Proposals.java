package dev.perfloop.optimization;

import dev.perfloop.analysis.Proposal;
import dev.perfloop.change.CreateIndex;
import dev.perfloop.change.IndexKey;

/** Says of a change what a finding would propose. */
final class Proposals {
    private Proposals() {}

    static Proposal.CreateIndex of(CreateIndex index) {
        return new Proposal.CreateIndex(
                index.table().schema(),
                index.table().name(),
                index.method(),
                index.keys().stream().map(Proposals::column).toList(),
                index.predicate(),
                index.include());
    }

    private static Proposal.Column column(IndexKey key) {
        return new Proposal.Column(
                key.column(), key.descending() ? "DESC" : null, key.opclass(), key.expression() ? true : null);
    }
}
