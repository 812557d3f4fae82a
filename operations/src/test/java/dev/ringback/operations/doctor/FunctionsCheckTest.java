package dev.ringback.operations.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ringback.operations.NotPossible;
import dev.ringback.operations.cloud.Cloud;
import dev.ringback.operations.cloud.FakeAws;
import dev.ringback.operations.doctor.Check.Line;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.lambda.LambdaClient;

class FunctionsCheckTest {
    private static final String ARN =
            "arn:aws:lambda:eu-central-1:111122223333:function:ringback-dev-Calling-CallApiFunction5AA0-x1Y2:live";

    private final FakeAws aws = new FakeAws();
    private final Cloud cloud = aws.cloud();

    FunctionsCheckTest() throws IOException {}

    @AfterEach
    void close() {
        cloud.close();
        aws.close();
    }

    @Test
    void findsAFunctionActive() {
        answer("{\"State\":\"Active\",\"LastUpdateStatus\":\"Successful\",\"Version\":\"7\"}");

        assertThat(look()).containsExactly(new Line("function CallApi", new Finding.Ok("live is version 7")));
    }

    @Test
    void saysThatAnAliasIsMissing() {
        aws.refuse(operation(), 404, "ResourceNotFoundException");

        assertThat(finding()).isEqualTo(new Finding.Wrong("its live alias does not exist: deploy again"));
    }

    @Test
    void saysWhyAFunctionFailed() {
        answer("{\"State\":\"Failed\",\"StateReason\":\"the snapshot could not be made\"}");

        assertThat(finding()).isEqualTo(new Finding.Wrong("Failed (the snapshot could not be made): deploy again"));
    }

    @Test
    void saysWhyAnUpdateFailed() {
        answer("{\"State\":\"Active\",\"LastUpdateStatus\":\"Failed\",\"LastUpdateStatusReason\":\"no image\"}");

        assertThat(finding()).isEqualTo(new Finding.Wrong("its last update failed (no image): deploy again"));
    }

    @Test
    void knowsNothingYetOfAFunctionThatIsBeingMade() {
        answer("{\"State\":\"Pending\"}");

        assertThat(finding()).isInstanceOf(Finding.Unknown.class);
    }

    @Test
    void tellsOfAFunctionThatSleeps() {
        answer("{\"State\":\"Inactive\"}");

        assertThat(finding()).isInstanceOf(Finding.Wrong.class);
    }

    @Test
    void isNotContentWithoutFunctions() {
        FunctionsCheck check = new FunctionsCheck(cloud.client(LambdaClient.builder()), List::of);

        assertThatThrownBy(check::look).isInstanceOf(NotPossible.class);
    }

    private static String operation() {
        return "GET /2015-03-31/functions/" + ARN + "/configuration";
    }

    private void answer(String body) {
        aws.on(operation(), 200, body);
    }

    private Finding finding() {
        return look().getFirst().finding();
    }

    private List<Line> look() {
        return new FunctionsCheck(cloud.client(LambdaClient.builder()), () -> List.of(ARN)).look();
    }
}
