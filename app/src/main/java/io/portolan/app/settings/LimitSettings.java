package io.portolan.app.settings;

import io.portolan.domain.corridor.Limits;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The times of a corridor that differ from the usual ones; what is not named is usual. */
public record LimitSettings(
        @Nullable Duration sending,
        @Nullable Duration honouring,
        @Nullable Duration collecting,
        @Nullable Duration converting,
        @Nullable Duration payingOut,
        @Nullable Duration unwinding,
        @Nullable Duration repair) {
    Limits or(Limits usual) {
        return new Limits(
                Objects.requireNonNullElse(sending, usual.sending()),
                Objects.requireNonNullElse(honouring, usual.honouring()),
                Objects.requireNonNullElse(collecting, usual.collecting()),
                Objects.requireNonNullElse(converting, usual.converting()),
                Objects.requireNonNullElse(payingOut, usual.payingOut()),
                Objects.requireNonNullElse(unwinding, usual.unwinding()),
                Objects.requireNonNullElse(repair, usual.repair()));
    }
}
