package dev.ringback.exportmydata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.ringback.actionkit.Caller;
import dev.ringback.actionkit.InvalidRequestException;
import dev.ringback.actionkit.Result;
import dev.ringback.calling.InMemoryBackend;
import dev.ringback.calling.account.InMemoryDirectory;
import dev.ringback.calling.account.InMemoryUsers;
import dev.ringback.calling.block.BlockStore.Blocked;
import dev.ringback.calling.call.Call;
import dev.ringback.calling.call.CallState;
import dev.ringback.calling.call.CallView;
import dev.ringback.calling.call.InMemoryCallStore;
import dev.ringback.calling.call.InMemoryOwnedCalls;
import dev.ringback.calling.call.SampleCalls;
import dev.ringback.exportmydata.ExportMyDataAnswer.Attribute;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Anna asks what is kept of her. */
class ExportMyDataTest {
    private final InMemoryBackend backend = new InMemoryBackend();
    private final InMemoryUsers users = new InMemoryUsers();
    private final InMemoryDirectory directory = new InMemoryDirectory();
    private final ExportMyData action = new ExportMyData(new ExportMyData.Parts(
            users, directory, backend.devices, backend.blocks, new InMemoryOwnedCalls((InMemoryCallStore)
                    backend.calls)));
    private final String anna = backend.device("anna");
    private final String bob = backend.device("bob");

    @BeforeEach
    void signUp() {
        users.add("ada", "anna");
        directory.add("person", "anna");
        directory.add("bobs-person", "bob");
    }

    @Test
    void tellsWhatTheUserPoolHas() {
        ExportMyDataAnswer.User user = first().user().orElseThrow();

        assertThat(user.username()).isEqualTo("ada");
        assertThat(user.attributes()).contains(new Attribute("email", "ada@example.com"), new Attribute("sub", "anna"));
    }

    @Test
    void tellsNothingOfAUserWhoHasTheNameByNow() {
        users.add("ada", "another");

        assertThat(first().user()).isEmpty();
    }

    @Test
    void tellsOfTheCallersPeopleAlone() {
        assertThat(first().people().orElseThrow())
                .extracting(ExportMyDataAnswer.Person::id)
                .containsExactly("person");
    }

    @Test
    void tellsOfTheCallersDevicesAloneAndOfTokensTheBeginning() {
        String token = backend.devices.find(anna).orElseThrow().deviceToken();

        assertThat(first().devices().orElseThrow()).singleElement().satisfies(device -> {
            assertThat(device.clientId()).isEqualTo(anna);
            assertThat(device.deviceToken()).isEqualTo(token.substring(0, 6) + "…");
        });
    }

    @Test
    void tellsWhomTheCallerHasBlocked() {
        backend.blocks.block("anna", "bob", new Blocked(bob, backend.clock.instant()));
        backend.blocks.block("bob", "anna", new Blocked(anna, backend.clock.instant()));

        assertThat(first().blocked().orElseThrow())
                .containsExactly(new ExportMyDataAnswer.Blocked(bob, "2026-03-01T12:00:00Z"));
    }

    @Test
    void tellsTheCallsMadeAndThenThoseReceived() {
        Call received = SampleCalls.over(backend, bob, anna, CallState.MISSED);
        Call made = SampleCalls.over(backend, anna, bob, CallState.MISSED);

        assertThat(allCalls()).containsExactly(made.id(), received.id());
    }

    @Test
    void tellsAllCallsPageByPage() {
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 450; i++) {
            made.add(SampleCalls.over(backend, anna, bob, CallState.MISSED).id());
            backend.clock.advance(Duration.ofMillis(1));
        }

        assertThat(allCalls()).isEqualTo(made);
    }

    @Test
    void tellsTheRestOnTheFirstPageOnly() {
        ExportMyDataAnswer second = export(first().nextToken());

        assertThat(second.user()).isEmpty();
        assertThat(second.people()).isEmpty();
        assertThat(second.devices()).isEmpty();
        assertThat(second.blocked()).isEmpty();
    }

    @Test
    void refusesATokenThatIsNotItsOwn() {
        for (String token : List.of("x", "", "%%%", "Q0FMTEVS", "Q0FMTEVSIDE")) {
            assertThatExceptionOfType(InvalidRequestException.class)
                    .isThrownBy(() -> new ExportMyDataRequest(Optional.of(token)).place());
        }
    }

    private List<String> allCalls() {
        List<String> ids = new ArrayList<>();
        ExportMyDataAnswer answer = first();
        ids.addAll(answer.calls().stream().map(CallView::callId).toList());
        while (answer.nextToken().isPresent()) {
            answer = export(answer.nextToken());
            ids.addAll(answer.calls().stream().map(CallView::callId).toList());
        }
        return ids;
    }

    private ExportMyDataAnswer first() {
        return export(Optional.empty());
    }

    private ExportMyDataAnswer export(Optional<String> nextToken) {
        var result = action.handle(new Caller("anna", "ada"), new ExportMyDataRequest(nextToken));
        return ((Result.Answered<ExportMyDataAnswer>) result).answer();
    }
}
