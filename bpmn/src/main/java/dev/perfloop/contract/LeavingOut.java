package dev.perfloop.contract;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Which changes of a plan an approver leaves out. */
public record LeavingOut(List<Item> plan) {

    /**
     * @param position its number in the plan, from 1
     * @param needs    ids of the changes that must not be left out while this one is in
     */
    public record Item(String id, int position, List<String> needs) {}

    /**
     * The ids of the changes named, in the plan's order.
     *
     * @param named their numbers or ids
     * @throws IllegalArgumentException says why these cannot be left out, and what can
     */
    public List<String> ids(Collection<String> named) {
        var asked = named.stream()
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
        for (String name : asked) {
            if (plan.stream().noneMatch(item -> isNamed(item, name))) {
                throw new IllegalArgumentException("There is no change " + name + " to leave out. There is "
                        + plan.stream()
                                .map(item -> Integer.toString(item.position()))
                                .collect(Collectors.joining(", ")) + ".");
            }
        }
        var out = plan.stream()
                .filter(item -> asked.stream().anyMatch(name -> isNamed(item, name)))
                .map(Item::id)
                .toList();
        if (!out.isEmpty() && out.size() == plan.size()) {
            throw new IllegalArgumentException("Nothing would be left of the plan. Reject it instead.");
        }
        plan.stream().filter(item -> !out.contains(item.id())).forEach(kept -> standsWithout(kept, out));
        return out;
    }

    private void standsWithout(Item kept, List<String> out) {
        for (var item : plan) {
            if (out.contains(item.id()) && kept.needs().contains(item.id())) {
                throw new IllegalArgumentException("Change " + kept.position() + " needs change " + item.position()
                        + ". Leave out both or none of them.");
            }
        }
    }

    private static boolean isNamed(Item item, String name) {
        return item.id().equals(name) || Integer.toString(item.position()).equals(name);
    }
}
