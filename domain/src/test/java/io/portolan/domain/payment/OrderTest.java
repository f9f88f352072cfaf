package io.portolan.domain.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.portolan.domain.fx.QuoteId;
import io.portolan.domain.input.Input;
import io.portolan.domain.input.Violation;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OrderTest {
    private static final QuoteId QUOTE = QuoteId.next();
    private static final Map<String, Object> PAYER =
            Map.of("name", "Li Wei", "account", Map.of("number", "6222020200112233445", "bank", "A"));
    private static final Map<String, Object> PAYEE = Map.of(
            "name",
            "Acme Outdoor LLC",
            "account",
            Map.of("number", "000123456789", "bank", "C"),
            "address",
            Map.of(
                    "street",
                    "Main Street",
                    "building",
                    "12",
                    "postal_code",
                    "94016",
                    "city",
                    "Daly City",
                    "country",
                    "US"));

    @Test
    void isReadFromAnInputThatObeysItsRule() {
        Input input = new Input(fields());

        assertThat(Order.RULE.violationsOf(input)).isEmpty();
        assertThat(Order.of(input)).satisfies(order -> {
            assertThat(order.reference()).isEqualTo("ORD-1001");
            assertThat(order.quote()).isEqualTo(QUOTE);
            assertThat(order.maxSlippageBasisPoints()).isEqualTo(50);
            assertThat(order.payer().account().number()).isEqualTo("6222020200112233445");
            assertThat(order.payee().address()).isNotNull();
            assertThat(order.metadata()).containsExactly(Map.entry("cart", "77"));
        });
    }

    @Test
    void needsNeitherMetadataNorSlippage() {
        Map<String, Object> fields = fields();
        fields.remove("metadata");
        fields.remove("max_slippage_bps");

        assertThat(Order.RULE.violationsOf(new Input(fields))).isEmpty();
        assertThat(Order.of(new Input(fields)).maxSlippageBasisPoints()).isZero();
    }

    @Test
    void takesNoIbanOfAPayerAndNoPayeeWithoutAddress() {
        Map<String, Object> fields = fields();
        fields.put("payer", Map.of("name", "Li Wei", "account", Map.of("iban", "DE89370400440532013000")));
        fields.put("payee", Map.of("name", "Acme", "account", Map.of("iban", "DE89370400440532013000")));

        assertThat(Order.RULE.violationsOf(new Input(fields)))
                .extracting(Violation::pointer, Violation::rule)
                .containsExactlyInAnyOrder(
                        tuple("/payer/account", "local-account"), tuple("/payee/address", "structured-address"));
    }

    @Test
    void isNeverMadeAgainstItsRules() {
        Map<String, Object> fields = fields();
        fields.put("purpose", "goods");

        assertThatThrownBy(() -> Order.of(new Input(fields)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("purpose");
    }

    private static Map<String, Object> fields() {
        return new HashMap<>(Map.of(
                "order_reference",
                "ORD-1001",
                "quote",
                QUOTE.value(),
                "max_slippage_bps",
                50,
                "payer",
                PAYER,
                "payee",
                PAYEE,
                "purpose",
                "GDDS",
                "metadata",
                Map.of("cart", "77")));
    }
}
