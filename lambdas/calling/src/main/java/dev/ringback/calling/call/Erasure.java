package dev.ringback.calling.call;

import static dev.ringback.calling.dynamodb.Expressions.text;

import dev.ringback.calling.account.OwnedCalls;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What takes a user out of the item of a call that is over.
 *
 * @param nobody the attributes that name nobody from now on
 * @param removed those that go
 */
record Erasure(List<String> nobody, List<String> removed, boolean wasCaller, String owner) {
    static Erasure of(Call call, String owner) {
        Parties parties = call.parties();
        boolean caller = parties.callerOwner().equals(owner);
        boolean callee = parties.calleeOwner().filter(owner::equals).isPresent();
        List<String> nobody = new ArrayList<>();
        // What the phones did is noted with their ids.
        List<String> removed = new ArrayList<>(List.of("timeline", "declinedBy"));
        if (caller) {
            nobody.addAll(List.of("callerId", "callerOwner"));
        }
        if (callee) {
            nobody.add("calleeId");
            parties.answeredBy().ifPresent(_ -> nobody.add("answeredBy"));
            removed.add("calleeOwner");
            removesHisWord(call).ifPresent(removed::add);
        }
        String by = call.change().by();
        boolean byCaller = parties.isCaller(by);
        if (!by.equals(Change.SYSTEM) && (byCaller ? caller : callee)) {
            nobody.add("changedBy");
        }
        return new Erasure(List.copyOf(nobody), List.copyOf(removed), caller, owner);
    }

    /** A callee who declines may say why. */
    private static Optional<String> removesHisWord(Call call) {
        return call.state() == CallState.DECLINED && call.change().reason().isPresent()
                ? Optional.of("reason")
                : Optional.empty();
    }

    boolean isNeeded() {
        return !nobody.isEmpty();
    }

    String change() {
        return "SET "
                + String.join(
                        ", ",
                        nobody.stream().map(name -> "#" + name + " = :nobody").toList()) + " REMOVE "
                + String.join(", ", removed.stream().map("#"::concat).toList());
    }

    String condition() {
        return (wasCaller ? "#callerOwner" : "#calleeOwner") + " = :owner";
    }

    Map<String, AttributeValue> values() {
        return new HashMap<>(Map.of(":nobody", text(OwnedCalls.NOBODY), ":owner", text(owner)));
    }
}
