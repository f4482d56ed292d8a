package dev.perfloop.web.oidc;

/** Why somebody who came from the provider is not let in; the login page knows the codes. */
enum Refusal {
    NO_ROLE(
            "no-role",
            "You are known, but none of your groups has a role in Perfloop.",
            "Ask who runs Perfloop to add one of your groups to perfloop.web.oidc.roles, or to put you into one."),
    NO_NAME(
            "no-name",
            "Your provider does not tell your name.",
            "Who runs Perfloop has to set perfloop.web.oidc.name-claim to a claim that the provider sends."),
    NAME_TAKEN(
            "name-taken",
            "Your name is also the name of a local user.",
            "Who runs Perfloop has to rename the local user, or to switch local users off (PERFLOOP_LOCAL_USERS=false)."),
    AWAY(
            "away",
            "The login provider does not answer.",
            "Try again in a while; who runs Perfloop finds the reason in the log of web-ui."),
    FAILED(
            "failed",
            "The login at the provider did not succeed.",
            "Try again; who runs Perfloop finds the reason in the log of web-ui.");

    private final String code;
    private final String detail;
    private final String mend;

    Refusal(String code, String detail, String mend) {
        this.code = code;
        this.detail = detail;
        this.mend = mend;
    }

    String code() {
        return code;
    }

    String detail() {
        return detail;
    }

    String mend() {
        return mend;
    }
}
