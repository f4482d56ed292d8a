package dev.perfloop.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfloop.analysis.Evidence.Link;
import dev.perfloop.analysis.Evidence.LinkKind;
import dev.perfloop.analysis.Finding.Confidence;
import dev.perfloop.analysis.Finding.Effort;
import java.util.List;
import org.assertj.core.api.AbstractAssert;

/** What a finding must say. */
public final class FindingAssert extends AbstractAssert<FindingAssert, Finding> {
    private final List<Finding> all;

    FindingAssert(Finding strongest, List<Finding> all) {
        super(strongest, FindingAssert.class);
        this.all = all;
    }

    public FindingAssert ofKind(String kind) {
        assertThat(actual.kind()).as("kind").isEqualTo(kind);
        return this;
    }

    public FindingAssert inLayer(Layer layer) {
        assertThat(actual.layer()).as("layer").isEqualTo(layer);
        return this;
    }

    /** One of its subjects, such as "table:public.loan". */
    public FindingAssert about(String subject) {
        assertThat(actual.evidence().subjects()).as("subjects").contains(subject);
        return this;
    }

    public FindingAssert impactBetween(double low, double high) {
        assertThat(actual.impact()).as("impact").isBetween(low, high);
        return this;
    }

    public FindingAssert withConfidence(Confidence confidence) {
        assertThat(actual.confidence()).as("confidence").isEqualTo(confidence);
        return this;
    }

    public FindingAssert withEffort(Effort effort) {
        assertThat(actual.effort()).as("effort").isEqualTo(effort);
        return this;
    }

    /** The kinds of its chain's links, from the outside in. */
    public FindingAssert chainOf(LinkKind... kinds) {
        assertThat(actual.evidence().chain())
                .as("chain %s", actual.evidence().chain())
                .extracting(Link::kind)
                .containsExactly(kinds);
        return this;
    }

    /** Some link of the chain shows that. */
    public FindingAssert showing(String part) {
        assertThat(actual.evidence().chain())
                .as("chain")
                .anyMatch(link -> link.name().contains(part) || link.shows().contains(part));
        return this;
    }

    public FindingAssert inRequests(String... names) {
        assertThat(actual.evidence().requests()).as("requests").containsExactly(names);
        return this;
    }

    public FindingAssert saying(String part) {
        assertThat(actual.summary() + "\n" + actual.evidence().reason())
                .as("summary and reason")
                .contains(part);
        return this;
    }

    public FindingAssert gaining(double low, double high) {
        assertThat(actual.gainLowPct()).as("gain, lower end").isNotNull().isGreaterThanOrEqualTo(low);
        assertThat(actual.gainHighPct()).as("gain, upper end").isNotNull().isLessThanOrEqualTo(high);
        return this;
    }

    public FindingAssert proposing(Proposal proposal) {
        assertThat(actual.proposal()).as("proposal").isEqualTo(proposal);
        return this;
    }

    /** What is advised to a person, not done by us: the advice contains that. */
    public FindingAssert advising(String part) {
        assertThat(actual.proposal())
                .as("proposal")
                .isInstanceOfSatisfying(
                        Proposal.CodeAdvice.class,
                        it -> assertThat(it.title() + "\n" + it.advice()).contains(part));
        return this;
    }

    public FindingAssert proposingNothing() {
        assertThat(actual.proposal()).as("proposal").isNull();
        return this;
    }

    /** It is the only one. */
    public FindingAssert alone() {
        assertThat(all).as("findings").hasSize(1);
        return this;
    }

    public Finding finding() {
        return actual;
    }
}
