package io.portolan.app.temporal;

import io.portolan.workflows.legs.CollectionActivities;
import io.portolan.workflows.legs.ConversionActivities;
import io.portolan.workflows.legs.PayoutActivities;
import io.portolan.workflows.payment.PaymentActivities;

/** The activities that a worker runs. */
record ActivityImplementations(
        CollectionActivities collection,
        ConversionActivities conversion,
        PayoutActivities payout,
        PaymentActivities payment) {
    Object[] all() {
        return new Object[] {collection, conversion, payout, payment};
    }
}
