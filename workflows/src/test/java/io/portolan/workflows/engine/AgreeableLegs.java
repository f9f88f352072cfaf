package io.portolan.workflows.engine;

import io.portolan.domain.bank.LegOutcome;
import io.portolan.workflows.legs.CollectionActivities;
import io.portolan.workflows.legs.ConversionActivities;
import io.portolan.workflows.legs.PayoutActivities;
import io.portolan.workflows.legs.Waited;
import io.temporal.failure.ApplicationFailure;

/** Legs that agree to everything at once, or leave the payout open. */
final class AgreeableLegs implements CollectionActivities, ConversionActivities, PayoutActivities {
    private static final LegOutcome ACCEPTED = new LegOutcome.Accepted("ref");

    private boolean payoutOpen;

    AgreeableLegs withOpenPayout() {
        payoutOpen = true;
        return this;
    }

    @Override
    public LegOutcome collect(String payment) {
        return ACCEPTED;
    }

    @Override
    public LegOutcome refund(String payment) {
        return ACCEPTED;
    }

    @Override
    public LegOutcome convert(String payment) {
        return ACCEPTED;
    }

    @Override
    public LegOutcome reverse(String payment) {
        return ACCEPTED;
    }

    @Override
    public LegOutcome payOut(String payment) {
        return payoutOpen ? new LegOutcome.Unknown("still pending") : ACCEPTED;
    }

    @Override
    public Waited awaitCollection(String payment) {
        throw stillOpen();
    }

    @Override
    public Waited awaitRefund(String payment) {
        throw stillOpen();
    }

    @Override
    public Waited awaitConversion(String payment) {
        throw stillOpen();
    }

    @Override
    public Waited awaitReversal(String payment) {
        throw stillOpen();
    }

    @Override
    public Waited awaitPayout(String payment) {
        throw stillOpen();
    }

    private static ApplicationFailure stillOpen() {
        return ApplicationFailure.newFailure("still pending", "StillOpen");
    }
}
