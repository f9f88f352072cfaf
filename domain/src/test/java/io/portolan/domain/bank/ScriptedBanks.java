package io.portolan.domain.bank;

import java.util.List;

/** Every bank, played by one that follows a script. */
public final class ScriptedBanks implements Banks {
    private final ScriptedBank bank;

    public ScriptedBanks(ScriptedBank bank) {
        this.bank = bank;
    }

    @Override
    public CollectionBank collectionBank(String id) {
        return bank;
    }

    @Override
    public PayoutBank payoutBank(String id) {
        return bank;
    }

    @Override
    public StatementBank statementBank(String id) {
        throw new IllegalStateException("nobody asks " + id + " for a statement here");
    }

    @Override
    public NostroAccounts accounts() {
        return new NostroAccounts(List.of());
    }
}
