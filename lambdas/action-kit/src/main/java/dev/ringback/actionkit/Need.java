package dev.ringback.actionkit;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Something outside itself that an action works with. It opens ports to the action, and its function gets the permissions and
 * the environment variables for them, no others.
 */
public enum Need {
    /** Looks devices up. */
    DEVICES_READ("devices:read", "calling.device.DeviceStore"),
    /** Registers, changes and removes devices. */
    DEVICES("devices", "calling.device.DeviceStore", "calling.device.DeviceRetention"),
    /** Makes, changes and ends calls. */
    CALLS(
            "calls",
            "calling.call.CallStore",
            "calling.call.CallTimes",
            "calling.call.CallLimits",
            "calling.call.CallEnding",
            "calling.call.CallAnswering",
            "calling.call.CallDeclining"),
    /** Looks up whom users do not want to be called by. */
    BLOCKS_READ("blocks:read", "calling.block.BlockStore"),
    /** Keeps whom users do not want to be called by. */
    BLOCKS("blocks", "calling.block.BlockStore"),
    /** Lists the calls of a device and of a user. */
    HISTORY("history", "calling.call.CallHistory"),
    /** Finds all calls of a user, and together with {@code calls} takes him out of them. */
    OWN_CALLS("ownCalls", "calling.account.OwnedCalls"),
    /** Looks people up in the directory. */
    PEOPLE_READ("people:read", "calling.person.People"),
    /** Finds the people of the directory that a user made. */
    PEOPLE_OWN("people:own", "calling.account.OwnedPeople"),
    /** Takes an account out of the tables for good. */
    ACCOUNT_ERASE(
            "account:erase",
            "calling.account.GoneAccounts",
            "calling.account.OwnedPeople",
            "calling.account.PeopleErasure"),
    /** Looks users up in the user pool. */
    USERS_READ("users:read"),
    /** Looks users up in the user pool, and deletes them. */
    USERS_DELETE("users:delete"),
    /** Makes and releases media at Bandwidth. */
    MEDIA("media", "calling.media.MediaProvider"),
    /** Rings the devices of a callee. */
    PUSH("push", "calling.call.Ringer"),
    /** Starts the time after which a call rings no more. */
    RING_TIMER("ringTimer", "calling.call.RingTimer");

    /** What every action may have: it reaches nothing by itself. */
    public static final Set<String> ALWAYS_OPEN = Set.of(
            "java.time.Clock",
            "dev.ringback.telemetry.Telemetry",
            "dev.ringback.calling.Pause",
            "dev.ringback.calling.aws.AwsClients",
            "dev.ringback.functionkit.Environment");

    private final String text;
    private final List<String> ports;

    /** @param ports below {@code dev.ringback}; by name, since this module knows none of them */
    Need(String text, String... ports) {
        this.text = text;
        this.ports = Arrays.stream(ports).map("dev.ringback."::concat).toList();
    }

    /** As a manifest has it. */
    public String text() {
        return text;
    }

    /** The full names of the ports that it opens. */
    public List<String> ports() {
        return ports;
    }

    static Optional<Need> of(String text) {
        return Arrays.stream(values()).filter(need -> need.text.equals(text)).findFirst();
    }

    static boolean isAlwaysOpen(Class<?> port) {
        return ALWAYS_OPEN.contains(port.getName());
    }

    boolean opens(Class<?> port) {
        return ports.contains(port.getName());
    }
}
