package dev.ringback.local.cognito;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ringback.local.aws.AwsCall;
import java.time.Clock;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;

/** AdminGetUser and group membership, for callers whose policies allow it. */
final class AdminOperations implements OperationGroup {
    private final UserPools pools;
    private final Clock clock;

    AdminOperations(UserPools pools, Clock clock) {
        this.pools = pools;
        this.clock = clock;
    }

    @Override
    public Map<String, Operation> operations() {
        return Map.of(
                "AdminGetUser", this::getUser,
                "AdminAddUserToGroup", this::addToGroup,
                "AdminRemoveUserFromGroup", this::removeFromGroup);
    }

    private ObjectNode getUser(Input input, AwsCall call) {
        User user = pool("AdminGetUser", input, call)
                .user(input.required("Username"))
                .orElseThrow(() -> CognitoErrors.userNotFound("User does not exist."));
        ObjectNode answer = JsonNodeFactory.instance
                .objectNode()
                .put("Username", user.username())
                .put("Enabled", true)
                .put("UserStatus", user.status())
                .put("UserCreateDate", user.createdAt() / 1000.0)
                .put("UserLastModifiedDate", user.modifiedAt() / 1000.0);
        answer.set("UserAttributes", UserAttributes.json(user));
        return answer;
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
        pool.change(input.required("Username"), user -> {
            SortedSet<String> groups = new TreeSet<>(user.groups());
            change.accept(groups);
            return user.inGroups(groups, clock.instant());
        });
        return JsonNodeFactory.instance.objectNode();
    }

    private UserPool pool(String operation, Input input, AwsCall call) {
        String id = input.required("UserPoolId");
        call.require("cognito-idp:" + operation, pools.arn(id));
        return pools.get(id);
    }
}
