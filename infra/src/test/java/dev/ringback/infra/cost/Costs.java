package dev.ringback.infra.cost;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Map;

/** Works out what an environment costs; free allowances are left out, so that it costs no more. */
record Costs(Assumptions assumed, Templates templates) {
    private static final int CALLS = 1000;
    private static final int MINUTES_A_MONTH = 43_800;
    /** Lambda asks an idle queue by five pollers, each of which waits up to 20 seconds for an answer. */
    private static final int POLLS_A_MONTH = 5 * 3 * MINUTES_A_MONTH;

    Bill idleMonth() {
        Bill bill = new Bill();
        int alarms = templates.alarmMetrics();
        bill.add("Alarms", alarms + " metrics of alarms", alarms * assumed.price("alarmMetric"));
        int dashboards = templates.count("AWS::CloudWatch::Dashboard");
        bill.add("Dashboards", dashboards + " dashboards", dashboards * assumed.price("dashboard"));
        int rules = templates.rateRules();
        int acls = templates.count("AWS::WAFv2::WebACL");
        bill.add(
                "Web ACL",
                acls + " with " + rules + " rules",
                acls * assumed.price("webAcl") + rules * assumed.price("webAclRule"));
        int secrets = templates.count("AWS::SecretsManager::Secret");
        bill.add("Secrets", secrets + " of the stacks' own", secrets * assumed.price("secret"));
        double gigabytes = templates.gigabytes("CallKeeper");
        bill.add(
                "Sweeps",
                MINUTES_A_MONTH + " of " + assumed.assumed("sweepMs") + " ms with " + gigabytes + " GB, one query each",
                MINUTES_A_MONTH * (lambda(1, assumed.assumed("sweepMs"), gigabytes) + assumed.price("dynamoRead")));
        int queues = templates.queuesThatWakeFunctions();
        bill.add(
                "Polling the ring time-outs",
                queues + " queue, " + POLLS_A_MONTH + " requests",
                queues * POLLS_A_MONTH * assumed.price("queueRequest"));
        return bill;
    }

    Bill thousandCalls() {
        Bill bill = new Bill();
        for (Map.Entry<String, JsonNode> function :
                assumed.json().path("invocations").properties()) {
            int count = function.getValue().path("count").intValue();
            int ms = function.getValue().path("ms").intValue();
            double gigabytes = templates.gigabytes(function.getKey());
            bill.add(
                    "Function " + function.getKey(),
                    String.format(Locale.ROOT, "%d × %d ms with %.2f GB", count, ms, gigabytes),
                    CALLS * lambda(count, ms, gigabytes));
        }
        int writes = writeUnits();
        bill.add("Writes", writes + " write units", CALLS * writes * assumed.price("dynamoWrite"));
        int reads = assumed.perCall("reads") + assumed.perCall("queries");
        bill.add("Reads", reads + " read units", CALLS * reads * assumed.price("dynamoRead"));
        Map<String, String> others = Map.ofEntries(
                entry("httpRequests", "httpRequest"),
                entry("graphqlOperations", "graphqlOperation"),
                entry("events", "event"),
                entry("pushRequests", "push"));
        others.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(other -> {
            int count = assumed.perCall(other.getKey());
            bill.add(label(other.getKey()), count + " a call", CALLS * count * assumed.price(other.getValue()));
        });
        int updates = assumed.perCall("graphqlOperations");
        bill.add("Updates to phones", updates + " delivered", CALLS * updates * assumed.price("graphqlUpdate"));
        int invocations = assumed.invocations();
        bill.add(
                "Traces",
                updates + " of the directory and " + invocations + " of functions, were all sampled",
                CALLS * (updates + invocations) * assumed.price("trace"));
        int webRequests = templates.count("AWS::WAFv2::WebACL") * updates;
        bill.add("Web ACL", webRequests + " requests", CALLS * webRequests * assumed.price("webAclRequest"));
        bill.add("Ring time-out", "sent, taken, deleted", CALLS * 3 * assumed.price("queueRequest"));
        int logs = assumed.assumed("logKbPerCall");
        bill.add("Logs", logs + " KB", CALLS * logs / 1_000_000.0 * assumed.price("logs"));
        return bill;
    }

    // As if each write changed the whole item in each index; a write in a transaction is counted twice in its table.
    private int writeUnits() {
        int call = assumed.assumed("callKb");
        int device = assumed.assumed("deviceKb");
        int indexesOfCalls = templates.indexes("Calls");
        int indexesOfDevices = templates.indexes("DeviceInfo");
        int transactions =
                assumed.perCall("transactions") * (call * (2 + indexesOfCalls) + 2 * device * (2 + indexesOfDevices));
        // The count of the caller's calls, and the look whether he is blocked.
        int others = 2 + 2;
        return transactions + others + assumed.perCall("updates") * call * (1 + indexesOfCalls);
    }

    private double lambda(int requests, int ms, double gigabytes) {
        return requests * (assumed.price("lambdaRequest") + ms / 1000.0 * gigabytes * assumed.price("lambdaGbSecond"));
    }

    private static String label(String name) {
        return switch (name) {
            case "httpRequests" -> "HTTP API";
            case "graphqlOperations" -> "GraphQL";
            case "events" -> "Event bus";
            default -> "Pushes";
        };
    }
}
