package dev.ringback.actionkit;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * What an action's module says of the action in {@code action.json}.
 *
 * @param description a sentence, for the API's description
 * @param needs in the order of {@link Need}
 * @param errors the codes it refuses with, beside those of every action
 * @param request what each field of the request means
 * @param answer what each field of the answer means
 */
public record ActionManifest(
        String action,
        FunctionKind function,
        String description,
        Set<Need> needs,
        Set<ErrorCode> errors,
        Map<String, String> request,
        Map<String, String> answer) {
    /** Where a module's jar has it. */
    public static final String RESOURCE = "META-INF/ringback/action.json";

    /** What any action can be refused with, for reasons that are not its own. */
    public static final Set<ErrorCode> ERRORS_OF_EVERY_ACTION = Set.copyOf(EnumSet.of(
            ErrorCode.BAD_REQUEST,
            ErrorCode.UNKNOWN_ACTION,
            ErrorCode.UNAUTHORIZED,
            ErrorCode.INTERNAL,
            ErrorCode.TRY_AGAIN));

    /**
     * @param file as a person knows it
     * @throws ManifestException that names the file and what is wrong
     */
    public static ActionManifest parse(String file, byte[] json) {
        ManifestReader reader = new ManifestReader(file, json);
        return new ActionManifest(
                reader.actionName(),
                reader.function(),
                reader.description(),
                reader.needs(),
                reader.errors(),
                reader.fields("request"),
                reader.fields("answer"));
    }

    boolean opens(Class<?> port) {
        return Need.isAlwaysOpen(port) || needs.stream().anyMatch(need -> need.opens(port));
    }

    boolean declares(ErrorCode code) {
        return ERRORS_OF_EVERY_ACTION.contains(code) || errors.contains(code);
    }
}
