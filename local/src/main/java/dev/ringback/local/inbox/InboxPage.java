package dev.ringback.local.inbox;

import java.util.List;

/** The inbox for a person's eyes, the newest first. */
final class InboxPage {
    private static final String HEAD = """
            <!doctype html>
            <html lang="en">
            <meta charset="utf-8">
            <title>Inbox</title>
            <style>
            body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 60rem; padding: 0 1rem }
            article { border-top: 1px solid #ccc; padding: .5rem 0 }
            pre { overflow-x: auto; background: #f4f4f4; padding: .5rem }
            .code { font-size: 1.5rem }
            </style>
            """;

    String render(List<Push> pushes, List<Mail> mails) {
        StringBuilder html = new StringBuilder(HEAD);
        html.append("<h1>Mails</h1>\n");
        mails.reversed().forEach(mail -> append(mail, html));
        if (mails.isEmpty()) {
            html.append("<p>None.</p>\n");
        }
        html.append("<h1>Pushes</h1>\n");
        pushes.reversed().forEach(push -> append(push, html));
        if (pushes.isEmpty()) {
            html.append("<p>None.</p>\n");
        }
        return html.append("</html>\n").toString();
    }

    private static void append(Mail mail, StringBuilder html) {
        html.append("<article><p>%s to %s: %s</p><p class=\"code\">%s</p></article>\n"
                .formatted(
                        mail.time(),
                        escaped(mail.address()),
                        escaped(mail.subject()),
                        escaped(mail.confirmationCode())));
    }

    private static void append(Push push, StringBuilder html) {
        html.append("<article><p>%s %s to %s</p><pre>%s</pre></article>\n"
                .formatted(
                        push.time(), escaped(push.channelType()), escaped(push.deviceToken()), escaped(payload(push))));
    }

    private static String payload(Push push) {
        StringBuilder text = new StringBuilder();
        push.headers()
                .forEach((name, value) ->
                        text.append(name).append(": ").append(value).append('\n'));
        return text.append(push.payload().toPrettyString()).toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
