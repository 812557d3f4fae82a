package dev.ringback.actionkit;

import java.util.List;
import java.util.Optional;

/** An action that answers with what it was asked. */
final class Sample implements Action<Sample.Request, Sample.Answer> {
    private final String name;

    Sample(String name) {
        this.name = name;
    }

    enum Colour {
        RED,
        GREEN
    }

    record Request(
            String text,
            int number,
            boolean yes,
            Colour colour,
            List<String> list,
            Optional<String> note,
            Optional<Colour> shade) {
        Request {
            if (text.length() > 10) {
                throw new InvalidRequestException("Field \"text\" must have at most 10 characters.");
            }
            if (text.equals("bug")) {
                throw new IllegalStateException("a bug");
            }
        }
    }

    record Answer(Caller caller, Request request, String nothing) {}

    @Override
    public String name() {
        return name;
    }

    @Override
    public Class<Request> requestType() {
        return Request.class;
    }

    @Override
    public Result<Answer> handle(Caller caller, Request request) {
        return switch (request.text()) {
            case "busy" -> Result.refuse(ErrorCode.BUSY, "declared");
            case "later" -> Result.refuse(ErrorCode.TRY_AGAIN, "for every action");
            case "gone" -> Result.refuse(ErrorCode.CALL_NOT_FOUND, "not declared");
            default -> Result.answer(new Answer(caller, request, null));
        };
    }

    /** Registered under {@code META-INF/services}, as a module's factory is. */
    public static final class EchoFactory implements ActionFactory {
        @Override
        public Action<?, ?> create(Ports ports) {
            return new Sample("echo");
        }
    }
}
