package dev.ringback.local.gateway;

import java.io.IOException;

/** Another program listens on the port. */
public final class PortInUseException extends IOException {
    private static final long serialVersionUID = 1L;

    PortInUseException(int port, String option) {
        super("Port " + port + " of 127.0.0.1 is in use by another program; choose another with " + option + ".");
    }
}
