package dev.ringback.infra.environment;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Who is told of alarms.
 *
 * @param alarmTopicArn a topic of the team's, instead of one of this environment's
 * @param alarmEmail an address that gets what this environment's own topic is told
 * @param runbook where the runbook is read; alarms add their section
 */
public record Operations(Optional<String> alarmTopicArn, Optional<String> alarmEmail, String runbook) {
    private static final Pattern TOPIC = Pattern.compile("arn:aws[a-z-]*:sns:[a-z0-9-]+:\\d{12}:[A-Za-z0-9_-]{1,256}");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s\"<>]+@[^@\\s\"<>]+\\.[A-Za-z]{2,}");
    private static final Pattern PAGE = Pattern.compile("(https://)?[^\\s#\"<>]+");
    private static final String IN_THIS_REPOSITORY = "docs/runbook.md";

    static final Operations STANDARD = new Operations(Optional.empty(), Optional.empty(), IN_THIS_REPOSITORY);

    static Operations read(Section section) {
        Operations operations = new Operations(
                section.optionalText("alarmTopicArn", TOPIC, "the ARN of an SNS topic"),
                section.optionalText("alarmEmail", EMAIL, "an e-mail address"),
                section.optionalText("runbook", PAGE, "a path, or a URL that begins with https://")
                        .orElse(IN_THIS_REPOSITORY));
        section.refuseUnknownKeys();
        if (operations.alarmTopicArn().isPresent() && operations.alarmEmail().isPresent()) {
            throw section.refused(
                    "alarmEmail",
                    "goes with the environment's own topic; subscribe it to that of alarmTopicArn instead");
        }
        return operations;
    }

    /** Whether somebody gets to know. */
    public boolean tellsSomebody() {
        return alarmTopicArn.isPresent() || alarmEmail.isPresent();
    }
}
