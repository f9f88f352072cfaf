package io.portolan.app.temporal;

import io.portolan.workflows.legs.CollectionActivities;
import io.portolan.workflows.legs.ConversionActivities;
import io.portolan.workflows.legs.PayoutActivities;
import io.portolan.workflows.payment.PaymentActivities;
import org.springframework.stereotype.Component;

/** What a worker carries out. */
@Component
record ActivityImplementations(
        CollectionActivities collection,
        ConversionActivities conversion,
        PayoutActivities payout,
        PaymentActivities payment) {
    Object[] all() {
        return new Object[] {collection, conversion, payout, payment};
    }
}
