package dev.ringback.local.secrets;

import java.util.Optional;

/** A secret; one that has never been given a value has none. */
record Secret(String name, String arn, Optional<Version> current, Optional<Version> previous) {
    /** @param kept whether it outlives this run: what the local runtime fills in itself does not */
    record Version(String id, String text, double createdAt, boolean kept) {
        @Override
        public String toString() {
            return "Version[" + id + "]";
        }
    }

    Secret with(Version next) {
        return new Secret(name, arn, Optional.of(next), current);
    }
}
