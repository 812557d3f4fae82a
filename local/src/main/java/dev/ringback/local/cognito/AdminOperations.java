package dev.ringback.local.cognito;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ringback.local.aws.AwsCall;
import dev.ringback.local.inbox.Inbox;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;

/** What an administrator does with users, for callers whose policies allow it. */
final class AdminOperations implements OperationGroup {
    private final UserPools pools;
    private final Inbox inbox;

    AdminOperations(UserPools pools, Inbox inbox) {
        this.pools = pools;
        this.inbox = inbox;
    }

    @Override
    public Map<String, Operation> operations() {
        return Map.of(
                "AdminGetUser", this::getUser,
                "AdminDeleteUser", this::deleteUser,
                "AdminDisableUser", this::disableUser,
                "AdminEnableUser", this::enableUser,
                "AdminUserGlobalSignOut", this::signOut,
                "AdminAddUserToGroup", this::addToGroup,
                "AdminRemoveUserFromGroup", this::removeFromGroup);
    }

    private ObjectNode getUser(Input input, AwsCall call) {
        User user = user(pool("AdminGetUser", input, call), input);
        ObjectNode answer = JsonNodeFactory.instance
                .objectNode()
                .put("Username", user.username())
                .put("Enabled", !user.disabled())
                .put("UserStatus", user.status())
                .put("UserCreateDate", user.createdAt() / 1000.0)
                .put("UserLastModifiedDate", user.modifiedAt() / 1000.0);
        answer.set("UserAttributes", UserAttributes.json(user));
        return answer;
    }

    private ObjectNode deleteUser(Input input, AwsCall call) {
        UserPool pool = pool("AdminDeleteUser", input, call);
        User user = user(pool, input);
        pool.remove(user);
        // His mailbox, which was his own.
        Optional.ofNullable(user.attributes().get("email")).ifPresent(inbox::forget);
        return JsonNodeFactory.instance.objectNode();
    }

    private ObjectNode disableUser(Input input, AwsCall call) {
        UserPool pool = pool("AdminDisableUser", input, call);
        pool.signOut(pool.change(user(pool, input), user -> user.asDisabled(true)));
        return JsonNodeFactory.instance.objectNode();
    }

    private ObjectNode enableUser(Input input, AwsCall call) {
        UserPool pool = pool("AdminEnableUser", input, call);
        pool.change(user(pool, input), user -> user.asDisabled(false));
        return JsonNodeFactory.instance.objectNode();
    }

    private ObjectNode signOut(Input input, AwsCall call) {
        UserPool pool = pool("AdminUserGlobalSignOut", input, call);
        pool.signOut(user(pool, input));
        return JsonNodeFactory.instance.objectNode();
    }

    private ObjectNode addToGroup(Input input, AwsCall call) {
        String group = input.required("GroupName");
        return changeGroups("AdminAddUserToGroup", input, call, groups -> groups.add(group));
    }

    private ObjectNode removeFromGroup(Input input, AwsCall call) {
        String group = input.required("GroupName");
        return changeGroups("AdminRemoveUserFromGroup", input, call, groups -> groups.remove(group));
    }

    private ObjectNode changeGroups(String operation, Input input, AwsCall call, Consumer<SortedSet<String>> change) {
        UserPool pool = pool(operation, input, call);
        if (!pool.hasGroup(input.required("GroupName"))) {
            throw CognitoErrors.notFound("Group not found.");
        }
        pool.change(user(pool, input), user -> {
            SortedSet<String> groups = new TreeSet<>(user.groups());
            change.accept(groups);
            return user.inGroups(groups);
        });
        return JsonNodeFactory.instance.objectNode();
    }

    private static User user(UserPool pool, Input input) {
        return pool.user(input.required("Username"))
                .orElseThrow(() -> CognitoErrors.userNotFound("User does not exist."));
    }

    private UserPool pool(String operation, Input input, AwsCall call) {
        String id = input.required("UserPoolId");
        call.require("cognito-idp:" + operation, pools.arn(id));
        return pools.get(id);
    }
}
