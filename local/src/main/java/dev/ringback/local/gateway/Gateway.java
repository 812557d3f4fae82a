package dev.ringback.local.gateway;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.ringback.local.aws.AwsService;
import dev.ringback.local.fault.Faults;
import dev.ringback.local.http.AcceptedSocket;
import dev.ringback.local.http.Endpoint;
import dev.ringback.local.http.HttpAnswer;
import dev.ringback.local.http.HttpRequest;
import dev.ringback.local.http.SocketEndpoint;
import dev.ringback.local.iam.AccessKeys;
import java.util.Optional;
import java.util.function.Consumer;

/** The one address of the local cloud: AWS calls go to their services, everything else to the endpoint of its path. */
public final class Gateway implements Endpoint, SocketEndpoint {
    /** More than any AWS service accepts. */
    public static final int LONGEST_BODY = 20 * 1024 * 1024;

    private final AwsFront aws;
    private final PathRoutes<Endpoint> routes = new PathRoutes<>();
    private final PathRoutes<SocketEndpoint> sockets = new PathRoutes<>();
    private final Journal journal;
    private final Consumer<String> console;

    /** @param faults planned for AWS calls, by {@code service/Operation} */
    public Gateway(AccessKeys keys, Faults faults, Journal journal, Consumer<String> console) {
        this.aws = new AwsFront(keys, faults);
        this.journal = journal;
        this.console = console;
    }

    public void add(AwsService service) {
        aws.add(service);
    }

    /** @param prefix {@code /inbox} */
    public void add(String prefix, Endpoint endpoint) {
        routes.add(prefix, endpoint);
    }

    /** Takes the WebSocket connections below a path; an endpoint may answer the same path's other requests. */
    public void addSockets(String prefix, SocketEndpoint endpoint) {
        sockets.add(prefix, endpoint);
    }

    @Override
    public HttpAnswer answer(HttpRequest request) {
        long start = System.nanoTime();
        Optional<AwsFront.Recognised> call = aws.recognise(request);
        String target = call.map(AwsFront.Recognised::target).orElseGet(() -> request.method() + " " + request.path());
        String principal = call.map(aws::principal).orElse("");
        HttpAnswer answer = guarded(target, () -> call.isPresent() ? aws.answer(call.get()) : byPath(request));
        journal.add(new JournalEntry(target, principal, start, System.nanoTime(), answer.status()));
        return answer;
    }

    @Override
    public Optional<AcceptedSocket> accept(HttpRequest upgrade) {
        long start = System.nanoTime();
        Optional<AcceptedSocket> accepted =
                sockets.find(upgrade).flatMap(found -> found.endpoint().accept(found.request()));
        journal.add(new JournalEntry(
                "GET " + upgrade.path(), "", start, System.nanoTime(), accepted.isPresent() ? 101 : 404));
        return accepted;
    }

    private HttpAnswer byPath(HttpRequest request) throws Exception {
        Optional<PathRoutes.Found<Endpoint>> found = routes.find(request);
        return found.isPresent()
                ? found.get().endpoint().answer(found.get().request())
                : message(404, "Nothing is at " + request.path() + ".");
    }

    private interface Answering {
        HttpAnswer answer() throws Exception;
    }

    private HttpAnswer guarded(String target, Answering answering) {
        try {
            return answering.answer();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return HttpAnswer.DROP;
        } catch (Exception | StackOverflowError fault) {
            console.accept("local: " + target + " failed in the local runtime: " + trace(fault));
            return message(500, "Internal Server Error");
        }
    }

    private static String trace(Throwable fault) {
        var text = new java.io.StringWriter();
        fault.printStackTrace(new java.io.PrintWriter(text));
        return text.toString().strip();
    }

    private static HttpAnswer message(int status, String text) {
        return HttpAnswer.json(status, JsonNodeFactory.instance.objectNode().put("message", text));
    }
}
