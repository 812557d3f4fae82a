package dev.ringback.infra.action;

import dev.ringback.actionkit.Need;
import java.util.List;
import java.util.Set;

/**
 * The actions as their modules declare them.
 *
 * @param sharedNeeds what call-api needs: whatever one of its actions does
 * @param ownFunctions of the actions that ask for one, in the order of their modules
 */
public record BuiltActions(Set<Need> sharedNeeds, List<OwnFunction> ownFunctions) {}
