package dev.ringback.appsyncjs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

class HandlersTest {
    private final ObjectNode ctx = JsonNodeFactory.instance.objectNode();

    @Test
    void givesWhatTheRequestHandlerReturns() {
        ctx.putObject("arguments").put("id", "1");
        try (AppSyncJs runtime = AppSyncJs.start()) {
            Code code = runtime.compile("get.js", """
                    import { get } from '@aws-appsync/utils/dynamodb';
                    export const request = (ctx) => get({ key: { id: ctx.args.id } });
                    export const response = (ctx) => ctx.result;
                    """);
            Evaluation.Returned returned =
                    (Evaluation.Returned) code.request(ctx).outcome();
            assertThat(returned.value()).hasToString("""
                    {"operation":"GetItem","key":{"id":{"S":"1"}}}""");
        }
    }
}
