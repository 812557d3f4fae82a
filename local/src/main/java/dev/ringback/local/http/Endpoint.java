package dev.ringback.local.http;

/** Answers requests below one path of the gateway; runs on a virtual thread and may block. */
public interface Endpoint {
    HttpAnswer answer(HttpRequest request) throws Exception;
}
