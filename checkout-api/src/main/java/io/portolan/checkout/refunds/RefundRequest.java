package io.portolan.checkout.refunds;

import io.portolan.checkout.requests.JsonBody;
import io.portolan.domain.input.Input;
import io.portolan.domain.input.ObjectRule;
import io.portolan.domain.input.TextRule;
import io.portolan.domain.money.Currency;
import io.portolan.domain.money.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request to refund.
 *
 * @param amount null for all that is left
 */
record RefundRequest(@Nullable Money amount, String reason) {
    static final String DEFAULT_REASON = "requested_by_customer";

    /** Why merchants refund, in a few codes that can be counted. */
    static final List<String> REASONS =
            List.of(DEFAULT_REASON, "duplicate", "fraudulent", "not_delivered", "goods_returned");

    static final String AMOUNT = "amount";
    static final String CURRENCY = "currency";
    static final String REASON = "reason";

    static final ObjectRule AMOUNT_RULE =
            ObjectRule.empty().required(CURRENCY, Currency.CODE).required(AMOUNT, Money.AMOUNT);

    static final ObjectRule RULE = ObjectRule.empty()
            .optional(AMOUNT, AMOUNT_RULE)
            .optional(
                    REASON,
                    TextRule.matching(
                            "(?:" + String.join("|", REASONS) + ")",
                            "refund-reason",
                            "Must be one of " + String.join(", ", REASONS) + "."));

    /** An empty body asks for all that is left. */
    static RefundRequest of(JsonBody body) {
        if (body.isEmpty()) {
            return new RefundRequest(null, DEFAULT_REASON);
        }
        Input input = body.input(RULE);
        return new RefundRequest(
                input.object(AMOUNT).map(RefundRequest::moneyOf).orElse(null),
                input.text(REASON).orElse(DEFAULT_REASON));
    }

    private static Money moneyOf(Input amount) {
        return Money.of(
                Currency.of(amount.requireText(CURRENCY)), amount.number(AMOUNT).orElseThrow());
    }
}
