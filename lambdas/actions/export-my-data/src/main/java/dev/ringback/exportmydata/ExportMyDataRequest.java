package dev.ringback.exportmydata;

import java.util.Optional;

/** @param nextToken of an earlier answer */
record ExportMyDataRequest(Optional<String> nextToken) {
    /** The place where the page begins. */
    Place place() {
        return nextToken.map(Place::of).orElse(Place.FIRST);
    }
}
