package dev.perfloop.change;

import dev.perfloop.target.Hooks;
import java.util.List;

/** A change of the service itself, through a hook that its owner gives. */
public sealed interface ServiceChange extends Change
        permits SetApplicationProperty, ResizePool, EnableCache, ScaleInstances {
    ServiceSetting setting();

    /** The hook that sets it. */
    default Hooks.Kind through() {
        return Hooks.Kind.SET_PROPERTY;
    }

    @Override
    default boolean speaksSql() {
        return false;
    }

    @Override
    default List<String> statements() {
        return setting().calls();
    }

    @Override
    default List<String> undoStatements() {
        return setting().callBack();
    }

    @Override
    default String inWords() {
        return setting().name() + ": " + setting().former() + " -> " + setting().value() + "\n"
                + Change.super.inWords();
    }

    @Override
    default String subject() {
        return "service " + setting().name();
    }
}
