package io.portolan.workflows.temporal;

import io.portolan.domain.instruction.MovementOutcome;
import io.portolan.workflows.legs.CollectionActivities;
import io.portolan.workflows.legs.ConversionActivities;
import io.portolan.workflows.legs.PayoutActivities;
import io.portolan.workflows.legs.WaitResult;
import io.temporal.failure.ApplicationFailure;

/** Legs that agree to everything at once, or leave the payout open. */
final class SucceedingLegs implements CollectionActivities, ConversionActivities, PayoutActivities {
    private static final MovementOutcome BOOKED = new MovementOutcome.Booked("ref");

    private boolean payoutOpen;

    SucceedingLegs withOpenPayout() {
        payoutOpen = true;
        return this;
    }

    @Override
    public MovementOutcome collect(String payment) {
        return BOOKED;
    }

    @Override
    public MovementOutcome refund(String payment) {
        return BOOKED;
    }

    @Override
    public MovementOutcome convert(String payment) {
        return BOOKED;
    }

    @Override
    public MovementOutcome reverse(String payment) {
        return BOOKED;
    }

    @Override
    public MovementOutcome payOut(String payment) {
        return payoutOpen ? new MovementOutcome.Unknown("still pending") : BOOKED;
    }

    @Override
    public WaitResult awaitCollection(String payment) {
        throw stillPending();
    }

    @Override
    public WaitResult awaitRefund(String payment) {
        throw stillPending();
    }

    @Override
    public WaitResult awaitConversion(String payment) {
        throw stillPending();
    }

    @Override
    public WaitResult awaitReversal(String payment) {
        throw stillPending();
    }

    @Override
    public WaitResult awaitPayout(String payment) {
        throw stillPending();
    }

    private static ApplicationFailure stillPending() {
        return ApplicationFailure.newFailure("still pending", "StillPending");
    }
}
