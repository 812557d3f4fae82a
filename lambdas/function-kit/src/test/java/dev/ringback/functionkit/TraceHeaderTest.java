package dev.ringback.functionkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceHeaderTest {
    private static final String ID = "1-6a5c0f3e-0123456789abcdef01234567";

    @AfterEach
    void forget() {
        System.clearProperty(TraceHeader.PROPERTY);
    }

    @Test
    void theRootIsWhatAllPartsOfATraceShare() {
        System.setProperty(TraceHeader.PROPERTY, "Root=" + ID + ";Parent=53995c3f42cd8ad8;Sampled=1;Lineage=1:ab:0");
        assertThat(TraceHeader.root()).contains(ID);
    }

    @Test
    void thereNeedNotBeATrace() {
        assertThat(TraceHeader.root()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Root=" + ID, "Self=1-1-1; Root=" + ID, "Parent=53995c3f42cd8ad8;Root=" + ID + ";Sampled=0"})
    void theRootIsFoundWhereverItStands(String header) {
        assertThat(TraceHeader.root(header)).contains(ID);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Root=",
                "Root=Augusta",
                "Root=1-6a5c0f3e-0123",
                "NotRoot=" + ID,
                "Root=" + ID + "00;Sampled=1"
            })
    void nothingElseIsTakenForOne(String header) {
        assertThat(TraceHeader.root(header)).isEmpty();
    }
}
