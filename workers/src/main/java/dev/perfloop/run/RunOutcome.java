package dev.perfloop.run;

/** How a run ended. */
public enum RunOutcome {
    /** Every objective holds, with or without a change. */
    TARGETS_MET,
    /** At least 80 % of the gain that was aimed at, kept. */
    ACCEPTABLE,
    /** The changes did harm, or could not be applied, and were taken back. */
    ROLLED_BACK,
    /** The limit is one of architecture, or the changes did not earn their place or could not be applied: people redesign. */
    ESCALATED,
    /** A person said no, or said nothing in time. */
    REJECTED,
    /** The measurements do not allow a verdict. */
    INCONCLUSIVE,
    /** A gate found every guard surely held. */
    GUARDS_HELD,
    /** A gate found a guarded value surely above its ceiling. */
    GUARDS_BROKEN,
    /** The noise between alike tests of a target is known. */
    CALIBRATED,
    CANCELLED,
    FAILED
}
