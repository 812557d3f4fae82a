package dev.ringback.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class TraceHeaderTest {
    private static final String ROOT = "Root=1-6a5c0f3e-0123456789abcdef01234567";
    private static final String FORM = "Root=1-[0-9a-f]{8}-[0-9a-f]{24};Parent=[0-9a-f]{16};Sampled=0";

    @Test
    void anInvocationOfNobodysTraceBeginsOne() {
        assertThat(TraceHeader.after(Optional.empty()).text()).matches(FORM);
        assertThat(TraceHeader.fresh()).isNotEqualTo(TraceHeader.fresh());
    }

    @Test
    void aCallersTraceGoesOnWithAnotherParent() {
        String upstream = ROOT + ";Parent=53995c3f42cd8ad8;Sampled=1";
        assertThat(TraceHeader.after(Optional.of(upstream)).text())
                .startsWith(ROOT + ";Parent=")
                .matches(FORM)
                .doesNotContain("53995c3f42cd8ad8");
    }

    @Test
    void whatIsNoTraceIsNotPassedOn() {
        assertThat(TraceHeader.after(Optional.of("Root=1-2-3")).text()).matches(FORM);
    }
}
