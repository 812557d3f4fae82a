package dev.ringback.local.cognito;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** Writes a user's attributes as the API lists them. */
final class UserAttributes {
    private UserAttributes() {}

    static ArrayNode json(User user) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        list.addObject().put("Name", "sub").put("Value", user.sub());
        user.attributes()
                .forEach((name, value) -> list.addObject().put("Name", name).put("Value", value));
        return list;
    }
}
