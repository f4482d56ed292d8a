package dev.perfloop.web.targets;

/** The part of a target's file that says which load is driven, and where to. */
public final class LoadPart {
    private LoadPart() {}

    /** Whether two files describe the same load of the same service, however they are written. */
    public static boolean isSame(String one, String other) {
        var a = TargetDocument.parse(one).values();
        var b = TargetDocument.parse(other).values();
        return a.at("/load").equals(b.at("/load")) && a.at("/baseUrl").equals(b.at("/baseUrl"));
    }
}
