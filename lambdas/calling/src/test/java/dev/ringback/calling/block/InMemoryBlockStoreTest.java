package dev.ringback.calling.block;

class InMemoryBlockStoreTest implements BlockStoreContract {
    private final BlockStore blocks = new InMemoryBlockStore();

    @Override
    public BlockStore blocks() {
        return blocks;
    }
}
