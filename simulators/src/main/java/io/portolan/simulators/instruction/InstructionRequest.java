package io.portolan.simulators.instruction;

import io.portolan.simulators.account.AccountTransfer;
import java.util.List;

/**
 * An instruction as its sender requests it. The fingerprint covers the business content, so that the same key with
 * different content is noticed; {@code related} is the key or quote that it refers to. It and the URL for callbacks may
 * be empty.
 */
public record InstructionRequest(
        Kind kind, String key, String fingerprint, String related, String notifyUrl, List<AccountTransfer> transfers) {

    public InstructionRequest {
        transfers = List.copyOf(transfers);
    }
}
