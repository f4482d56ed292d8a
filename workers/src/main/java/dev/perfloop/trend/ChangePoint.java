package dev.perfloop.trend;

/**
 * Where a series became another one.
 *
 * @param index  the first value after the change
 * @param pValue how likely levels this far apart are where nothing changed
 * @param before from the change point before it, or the beginning
 * @param after  to the next change point, or the end
 */
public record ChangePoint(int index, double pValue, Level before, Level after) {
    static ChangePoint of(int index, Level before, Level after) {
        return new ChangePoint(index, TTest.p(before, after), before, after);
    }

    /** Of before: 0.25 is a quarter more. 0 where before is 0. */
    public double change() {
        return before.mean() == 0 ? 0 : after.mean() / before.mean() - 1;
    }

    /** The change seen from the side where it looks larger, without its sign. */
    public double magnitude() {
        double backward = after.mean() == 0 ? 0 : before.mean() / after.mean() - 1;
        return Math.max(Math.abs(change()), Math.abs(backward));
    }
}
