package io.portolan.domain.ids;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RefundIdTest {
    @Test
    void isKnownByItsPrefix() {
        String id = RefundId.next().value();

        assertThat(id).startsWith("ref_");
        assertThat(RefundId.isId(id)).isTrue();
        assertThat(new RefundId(id)).hasToString(id);
    }

    @Test
    void isNoIdOfAnythingElse() {
        String payment = PaymentId.next().value();

        assertThat(RefundId.isId(payment)).isFalse();
        assertThatThrownBy(() -> new RefundId(payment)).isInstanceOf(IllegalArgumentException.class);
    }
}
