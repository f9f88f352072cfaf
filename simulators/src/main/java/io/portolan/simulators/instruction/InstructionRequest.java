package io.portolan.simulators.instruction;

import io.portolan.simulators.account.AccountTransfer;
import java.util.List;

/**
 * An instruction as its sender wants it. The fingerprint covers what the sender asks for, so that the same key with
 * other content is noticed; {@code related} is the key or quote that it refers to, and both it and the address for
 * callbacks may be empty.
 */
public record InstructionRequest(
        Kind kind, String key, String fingerprint, String related, String notifyUrl, List<AccountTransfer> transfers) {

    public InstructionRequest {
        transfers = List.copyOf(transfers);
    }
}
