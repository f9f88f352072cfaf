package io.portolan.checkout.refunds;

import io.portolan.checkout.json.JsonResponses;
import io.portolan.checkout.payments.view.MerchantPayments;
import io.portolan.checkout.requests.IdempotencyKey;
import io.portolan.checkout.requests.JsonBody;
import io.portolan.checkout.requests.Query;
import io.portolan.checkout.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Refunds")
final class RefundsEndpoint {
    private final RefundIntake intake;
    private final MerchantRefunds refunds;
    private final MerchantPayments payments;

    RefundsEndpoint(RefundIntake intake, MerchantRefunds refunds, MerchantPayments payments) {
        this.intake = intake;
        this.refunds = refunds;
        this.payments = payments;
    }

    @Operation(
            operationId = "createRefund",
            summary = "Refund a payment",
            description = "Gives the buyer of a completed payment back what he paid, or a part of it; up to "
                    + RefundCheck.MOST_REFUNDS + " parts, one after another. What the seller got stays with him: the"
                    + " merchant bears the refund. Accepted is not paid; the status of the refund shows its state.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(ref = RefundSchemas.REQUEST),
                            examples = @ExampleObject(name = "a part", value = """
                                    {"amount": {"currency": "CNY", "amount": 100000}, "reason": "requested_by_customer"}""")))
    @ApiResponse(
            responseCode = "202",
            description = "Accepted: the refund is recorded and will be carried out.",
            headers = {
                @Header(
                        name = "Location",
                        description = "Where to get the refund.",
                        schema = @Schema(type = "string", format = "uri-reference")),
                @Header(
                        name = "Idempotent-Replayed",
                        description = "true if this is the original response to an earlier request with the key.",
                        schema = @Schema(type = "string", allowableValues = "true"))
            },
            content = @Content(schema = @Schema(implementation = RefundJson.class)))
    @PostMapping(MerchantPayments.PATH + "/{id}/refunds")
    ResponseEntity<byte[]> create(
            @Parameter(hidden = true) Caller caller,
            @Parameter(hidden = true) IdempotencyKey key,
            @Parameter(hidden = true) JsonBody body,
            @Parameter(description = "The payment's id.", example = "pay_01KAHM3W2V0K7N4QZT1X") @PathVariable
                    String id) {
        return intake.accept(payments.find(caller.merchant(), id), key, body);
    }

    @Operation(
            operationId = "listRefunds",
            summary = "List a payment's refunds",
            description = "Those that the merchant asked for, newest first.")
    @ApiResponse(
            responseCode = "200",
            description = "A page of refunds.",
            content = @Content(schema = @Schema(implementation = RefundPage.class)))
    @GetMapping(MerchantPayments.PATH + "/{id}/refunds")
    ResponseEntity<byte[]> list(
            @Parameter(hidden = true) Caller caller,
            @Parameter(hidden = true) Query query,
            @Parameter(description = "The payment's id.", example = "pay_01KAHM3W2V0K7N4QZT1X") @PathVariable
                    String id) {
        return JsonResponses.ok(refunds.list(payments.find(caller.merchant(), id), query));
    }

    @Operation(operationId = "getRefund", summary = "Get a refund")
    @ApiResponse(
            responseCode = "200",
            description = "The refund.",
            content = @Content(schema = @Schema(implementation = RefundJson.class)))
    @GetMapping(MerchantRefunds.PATH + "/{id}")
    ResponseEntity<byte[]> get(
            @Parameter(hidden = true) Caller caller,
            @Parameter(hidden = true) Query query,
            @Parameter(description = "The refund's id.", example = "ref_01KAHM3W2V0K7N4QZT1X") @PathVariable
                    String id) {
        query.throwIfInvalid();
        return JsonResponses.ok(refunds.find(caller.merchant(), id));
    }
}
