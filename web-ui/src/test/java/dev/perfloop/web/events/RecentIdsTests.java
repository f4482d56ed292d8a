package dev.perfloop.web.events;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecentIdsTests {
    private final RecentIds ids = new RecentIds();

    @Test
    void anIdGoesByOnce() {
        assertThat(ids.add(7)).isTrue();
        assertThat(ids.add(7)).isFalse();
    }

    @Test
    void aSmallerIdThatWasCommittedLaterIsStillNew() {
        ids.add(8);
        assertThat(ids.add(7)).isTrue();
    }

    @Test
    void readingAgainStartsEarlyEnoughForIdsOfOpenTransactions() {
        ids.startAfter(10);
        ids.add(11);
        assertThat(ids.safeStart()).as("nothing from before the start").isEqualTo(10);
        ids.add(10_000);
        assertThat(ids.safeStart()).isLessThan(10_000).isGreaterThan(9_000);
    }
}
