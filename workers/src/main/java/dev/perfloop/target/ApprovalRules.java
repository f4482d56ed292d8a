package dev.perfloop.target;

/**
 * Who may approve changes to a target.
 *
 * @param fourEyes whether somebody else than the one who asked for the run has to
 */
public record ApprovalRules(boolean fourEyes) {}
