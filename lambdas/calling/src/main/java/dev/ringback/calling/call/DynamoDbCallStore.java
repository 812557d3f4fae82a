package dev.ringback.calling.call;

import dev.ringback.calling.ContendedException;
import dev.ringback.calling.dynamodb.Writes;
import dev.ringback.calling.media.Media;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Calls in DynamoDB, and their holds in the devices' table. */
public final class DynamoDbCallStore implements CallStore {
    private final StoredCalls stored;
    private final RequestPins pins;
    private final CallRates rates;
    private final Reserving reserving;
    private final MediaRecords media;
    private final Answers answers;
    private final Declines declines;
    private final StateChanges changes;
    private final Leases leases;
    private final Notes notes;

    public DynamoDbCallStore(DynamoDbClient dynamoDb, String table, String deviceTable) {
        stored = new StoredCalls(dynamoDb, table);
        Writes writes = new Writes(dynamoDb);
        DeviceHolds devices = new DeviceHolds(dynamoDb, writes, deviceTable);
        pins = new RequestPins(dynamoDb, writes, table);
        rates = new CallRates(dynamoDb, writes, table);
        Holders holders = new Holders(this, devices);
        reserving = new Reserving(writes, devices, holders, pins, rates, table);
        media = new MediaRecords(dynamoDb, writes, table, deviceTable);
        answers = new Answers(dynamoDb, writes, devices, holders, table);
        declines = new Declines(dynamoDb, writes, table);
        changes = new StateChanges(writes, devices, table);
        leases = new Leases(dynamoDb, writes, table);
        notes = new Notes(dynamoDb, writes, table);
    }

    @Override
    public Reservation reserve(NewCall call) {
        try {
            return reserving.reserve(call);
        } catch (ContendedException e) {
            return madeByTheSameRequest(call).orElseGet(Reservation.Contended::new);
        }
    }

    /** Of many equal requests at once one is enough to keep all the others from writing. */
    private Optional<Reservation> madeByTheSameRequest(NewCall call) {
        Instant now = call.call().timeline().startedAt();
        return call.pin()
                .flatMap(pin -> pins.find(pin, now))
                .map(made -> made.callId().equals(call.call().id()) ? new Reservation.Reserved() : made);
    }

    @Override
    public void keepAnswer(RequestPin pin, String callId, String token, Instant now) {
        pins.keepAnswer(pin, callId, token, now);
    }

    @Override
    public void count(CallRate rate) {
        rates.count(rate);
    }

    @Override
    public Optional<Call> recordMedia(Call begun, String calleeOwner, Media made, Instant at, Instant leaseUntil) {
        return media.record(begun, calleeOwner, made, at, leaseUntil);
    }

    @Override
    public boolean keepMedia(String callId, Media made, Instant releaseFrom) {
        return media.keep(callId, made, releaseFrom);
    }

    @Override
    public Changing answer(Answer answer) {
        return answers.answer(answer);
    }

    @Override
    public Takeover takeOver(Call seen, Answer answer) {
        return answers.takeOver(seen, answer);
    }

    @Override
    public Optional<Set<String>> decline(String callId, String clientId) {
        return declines.add(callId, clientId);
    }

    @Override
    public Changing end(Call seen, Transition transition, Change change) {
        return changes.end(seen, transition, change);
    }

    @Override
    public void renewLease(String callId, Instant leaseUntil) {
        leases.renew(callId, leaseUntil);
    }

    @Override
    public void postponeRelease(String callId, Instant until) {
        leases.postponeRelease(callId, until);
    }

    @Override
    public void released(Call call) {
        leases.released(call);
    }

    @Override
    public void note(String callId, List<CallTimeline.Entry> entries) {
        notes.add(callId, entries);
    }

    @Override
    public Optional<Call> find(String callId) {
        return stored.find(callId);
    }

    @Override
    public List<String> overdue(Instant now, int limit) {
        return leases.overdue(now, limit);
    }
}
