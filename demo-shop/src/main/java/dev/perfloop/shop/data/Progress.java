package dev.perfloop.shop.data;

/**
 * How far the sample data is.
 *
 * @param percent 0 to 100
 * @param step what is being done, in words for people
 */
record Progress(boolean done, int percent, String step) {

    static final Progress WAITING = new Progress(false, 0, "Waiting for the database");
    static final Progress COMPLETE = new Progress(true, 100, "Complete");
}
