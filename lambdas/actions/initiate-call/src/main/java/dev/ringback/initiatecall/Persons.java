package dev.ringback.initiatecall;

import dev.ringback.calling.call.Call;
import dev.ringback.calling.call.CallStore.NewCall;
import dev.ringback.calling.device.ClientId;
import dev.ringback.calling.device.Device;
import dev.ringback.calling.device.DeviceStore;
import dev.ringback.calling.person.People;
import dev.ringback.calling.person.Person;
import java.util.Optional;
import java.util.function.Predicate;

/** Calls to somebody of the people directory, who is called on a device of his. */
record Persons(People people, DeviceStore devices) {
    /** The same call to a device of the person that it names in place of one; empty if there is none. */
    Optional<NewCall> calledBy(NewCall wanted) {
        Call call = wanted.call();
        // Anybody may give a person of his the id of a device that is gone, to get its calls.
        if (ClientId.isOne(call.calleeId())) {
            return Optional.empty();
        }
        return people.find(call.calleeId())
                .flatMap(person -> device(person, call.callerId()))
                .map(device -> wanted.to(device.id()));
    }

    /** Anybody may write any clientId into a person of his: only one of his own rings. */
    private Optional<Device> device(Person person, String callerId) {
        Predicate<Device> other = device -> !device.id().equals(callerId);
        return devices.find(person.clientId())
                .filter(device -> device.owner().equals(person.owner()))
                .filter(other)
                .or(() -> devices.ofOwner(person.owner()).stream().filter(other).findFirst());
    }
}
