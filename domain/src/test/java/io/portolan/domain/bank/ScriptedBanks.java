package io.portolan.domain.bank;

import io.portolan.domain.party.Party;
import io.portolan.domain.payment.SamplePayments;
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
    public Party accountHolder() {
        return SamplePayments.HOLDER;
    }

    @Override
    public NostroAccounts accounts() {
        return new NostroAccounts(List.of());
    }
}
