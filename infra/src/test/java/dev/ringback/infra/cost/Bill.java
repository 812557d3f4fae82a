package dev.ringback.infra.cost;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What something costs, line by line. */
final class Bill {
    private final List<Line> lines = new ArrayList<>();

    record Line(String what, String why, double usd) {
        String row() {
            return "| %s | %s | %s |%n".formatted(what, why, dollars(usd)).replace(System.lineSeparator(), "\n");
        }
    }

    Bill add(String what, String why, double usd) {
        lines.add(new Line(what, why, usd));
        return this;
    }

    double total() {
        return lines.stream().mapToDouble(Line::usd).sum();
    }

    String table() {
        StringBuilder table = new StringBuilder("| what | worked out from | USD |\n| --- | --- | ---: |\n");
        lines.forEach(line -> table.append(line.row()));
        return table.append("| **together** | | **")
                .append(dollars(total()))
                .append("** |\n")
                .toString();
    }

    static String dollars(double usd) {
        return String.format(Locale.ROOT, usd < 0.1 ? "%.4f" : "%.2f", usd);
    }
}
