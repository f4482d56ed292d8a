package dev.perfloop.bench;

/** A call that did not do its work: how long that took means nothing. */
final class SubjectFailed extends Exception {
    SubjectFailed(String message) {
        super(message);
    }
}
