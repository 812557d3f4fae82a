package dev.ringback.calling;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ringback.actionkit.Actions;
import dev.ringback.actionkit.Caller;
import dev.ringback.actionkit.Dispatched;
import dev.ringback.actionkit.ErrorCode;
import dev.ringback.actionkit.Ports;
import dev.ringback.actionkit.Result;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** The actions of the module under test, found and spoken to as in production: through JSON. */
public final class LoadedActions {
    private final ObjectMapper json = new ObjectMapper();
    private final Actions actions;

    public LoadedActions(Ports ports) {
        actions = Actions.load(ports);
    }

    /** @param sub whose token the request came with */
    public Result<?> send(String sub, String action, Map<String, ?> fields) {
        Map<String, Object> body = new HashMap<>(fields);
        body.put("action", action);
        try {
            Dispatched dispatched = actions.dispatch(
                    new Caller(sub), json.writeValueAsString(body).getBytes(UTF_8));
            assertThat(dispatched.undeclared())
                    .as("the codes that " + action + " refuses with and its action.json does not declare")
                    .isEmpty();
            return dispatched.result();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** The answer as the client sees it. */
    public JsonNode answer(String sub, String action, Map<String, ?> fields) {
        Result<?> result = send(sub, action, fields);
        assertThat(result).isInstanceOf(Result.Answered.class);
        return json(((Result.Answered<?>) result).answer());
    }

    /** An answer as the client sees it. */
    public JsonNode json(Object answer) {
        try {
            return json.readTree(actions.write(answer));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The code of the refusal. */
    public ErrorCode refusal(String sub, String action, Map<String, ?> fields) {
        Result<?> result = send(sub, action, fields);
        assertThat(result).isInstanceOf(Result.Refused.class);
        return ((Result.Refused<?>) result).code();
    }
}
