package dev.perfloop.load;

/** What came of an order. */
sealed interface Driven {
    String loadTestId();

    /** It may be judged. */
    record Valid(String loadTestId) implements Driven {}

    /** Something disturbed it: it is worth another try. */
    record Invalid(String loadTestId) implements Driven {}

    /** Trying again would bring the same, or is not wanted: a person ended it, or the service answers nothing well. */
    record GivenUp(String loadTestId, String why) implements Driven {}

    /**
     * This process has no place for it now, another may have.
     *
     * @param loadTestId as it would be named
     */
    record NotNow(String loadTestId, String why) implements Driven {}

    default boolean valid() {
        return this instanceof Valid;
    }
}
