package dev.perfloop.run;

/** How much load a run spends on certainty; stress and soak only join from STANDARD on. */
public enum Intensity {
    QUICK,
    STANDARD,
    THOROUGH;

    public boolean wantsStress() {
        return this != QUICK;
    }

    public boolean wantsSoak() {
        return this != QUICK;
    }
}
