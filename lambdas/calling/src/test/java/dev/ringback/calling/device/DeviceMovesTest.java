package dev.ringback.calling.device;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.dynamodbv2.local.embedded.DynamoDBEmbedded;
import com.amazonaws.services.dynamodbv2.local.shared.access.AmazonDynamoDBLocal;
import dev.ringback.calling.dynamodb.LocalTables;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Thousands of random moves of a few tokens and installations between a few users, several at a time, on DynamoDB Local:
 * whatever the order, a token and an installation have one device, and a claim is never without its device.
 */
class DeviceMovesTest {
    /** Each with a new table. */
    private static final int WORLDS = 10;

    private static final int ROUNDS = 80;
    private static final int MOVERS = 3;
    private static final int MOVES = 4;

    private static AmazonDynamoDBLocal dynamoDb;
    private final ExecutorService threads = Executors.newFixedThreadPool(MOVERS);

    @BeforeAll
    static void start() {
        dynamoDb = DynamoDBEmbedded.create(true);
    }

    @AfterAll
    static void stop() {
        dynamoDb.shutdownNow();
    }

    @AfterEach
    void endThreads() throws InterruptedException {
        threads.shutdownNow();
        threads.awaitTermination(10, TimeUnit.SECONDS);
    }

    @Test
    void noOrderOfMovesBreaksAnInvariant() throws Exception {
        int registrations = 0;
        for (int number = 0; number < WORLDS; number++) {
            DeviceMoves world = new DeviceMoves(LocalTables.create(dynamoDb.dynamoDbClient()));
            for (int round = 0; round < ROUNDS; round++) {
                String name = number + "-" + round;
                move(world, new Random(name.hashCode()));
                try {
                    world.snapshot().check();
                } catch (AssertionError e) {
                    throw new AssertionError("after round " + name, e);
                }
            }
            registrations += world.registrations();
        }
        assertThat(registrations).isGreaterThan(WORLDS * ROUNDS * MOVERS);
    }

    private void move(DeviceMoves world, Random random) throws Exception {
        List<Callable<Void>> tasks = new ArrayList<>();
        for (int mover = 0; mover < MOVERS; mover++) {
            Random own = new Random(random.nextLong());
            tasks.add(() -> {
                for (int move = 0; move < MOVES; move++) {
                    world.move(own);
                }
                return null;
            });
        }
        for (Future<Void> task : threads.invokeAll(tasks)) {
            task.get();
        }
    }
}
