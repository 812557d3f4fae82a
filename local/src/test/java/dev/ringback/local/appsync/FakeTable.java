package dev.ringback.local.appsync;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.ringback.local.appsync.dynamodb.DeltaSync;
import dev.ringback.local.iam.Principal;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A data source that answers as it is told; without being told, with what it is asked. */
public final class FakeTable implements DataSource {
    public final List<JsonNode> requests = new CopyOnWriteArrayList<>();
    public final List<SyncConfig> syncs = new CopyOnWriteArrayList<>();
    private Function<JsonNode, DataSourceAnswer> answers = DataSourceAnswer.Result::new;

    /** As what a table was opened. */
    public record Opened(Principal role, String table, Optional<DeltaSync> delta) {}

    public void answer(Function<JsonNode, DataSourceAnswer> answering) {
        answers = answering;
    }

    public void fail(String type, String message) {
        answers = request -> new DataSourceAnswer.Failure(type, message, JsonNodeFactory.instance.nullNode());
    }

    @Override
    public DataSourceAnswer run(JsonNode request, SyncConfig sync) {
        requests.add(request);
        syncs.add(sync);
        return answers.apply(request);
    }
}
