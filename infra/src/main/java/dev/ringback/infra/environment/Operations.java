package dev.ringback.infra.environment;

import java.util.Optional;

/**
 * Who is told of alarms.
 *
 * @param alarmTopicArn a topic of the team's, instead of one of this environment's
 * @param alarmEmail an address that gets what this environment's own topic is told
 * @param runbook where the runbook is read; alarms add their section
 */
public record Operations(Optional<String> alarmTopicArn, Optional<String> alarmEmail, String runbook) {

    static Operations read(Section section) {
        Operations operations = new Operations(
                section.optionalText("alarmTopicArn"), section.optionalText("alarmEmail"), section.text("runbook"));
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
