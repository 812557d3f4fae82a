package dev.ringback.local.pattern;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ringback.local.stack.StackFailure;
import java.io.IOException;
import software.amazon.event.ruler.JsonRuleCompiler;
import software.amazon.event.ruler.Ruler;

/** What an event has to look like, in the language of EventBridge. */
public record EventPattern(String json) {
    /** @throws StackFailure saying what is wrong with it */
    public static EventPattern read(String json) {
        String fault = JsonRuleCompiler.check(json);
        if (fault != null) {
            throw new StackFailure("The pattern " + json + " is not valid: " + fault);
        }
        return new EventPattern(json);
    }

    public boolean matches(JsonNode event) {
        try {
            return Ruler.matchesRule(event.toString(), json);
        } catch (IOException | RuntimeException unreadable) {
            return false;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
