package dev.ringback.calling.block;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringback.calling.block.BlockStore.Blocked;
import dev.ringback.calling.dynamodb.LocalTables;
import dev.ringback.calling.dynamodb.LocalTables.Tables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LocalTables.class)
class DynamoDbBlockStoreTest implements BlockStoreContract {
    private final Tables tables;
    private final BlockStore blocks;

    DynamoDbBlockStoreTest(Tables tables) {
        this.tables = tables;
        blocks = new DynamoDbBlockStore(tables.dynamoDb(), tables.devices());
    }

    @Override
    public BlockStore blocks() {
        return blocks;
    }

    @Test
    void keepsNobodysSub() {
        blocks.block("sub-of-anna", "sub-of-bob", new Blocked("phone", NOW));

        assertThat(tables.dynamoDb()
                        .scan(scan -> scan.tableName(tables.devices()))
                        .items())
                .hasSize(2)
                .allSatisfy(item -> assertThat(item.toString()).doesNotContain("sub-of-"));
    }
}
