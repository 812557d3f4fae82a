package dev.ringback.calling.media.bandwidth;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * One request and what may be done when it fails.
 *
 * @param operation its name in metrics and messages
 * @param late takes the answer that had not come in time
 */
record Request(
        String operation, HttpRequest http, Repeat repeat, Consumer<CompletableFuture<HttpResponse<byte[]>>> late) {
    static Request of(String operation, HttpRequest http, Repeat repeat) {
        return new Request(operation, http, repeat, answer -> answer.cancel(true));
    }
}
