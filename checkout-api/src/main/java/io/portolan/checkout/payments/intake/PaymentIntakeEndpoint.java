package io.portolan.checkout.payments.intake;

import io.portolan.checkout.payments.view.MerchantPayments;
import io.portolan.checkout.payments.view.PaymentJson;
import io.portolan.checkout.requests.IdempotencyKey;
import io.portolan.checkout.requests.JsonBody;
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
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = MerchantPayments.PATH, produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Payments")
final class PaymentIntakeEndpoint {
    private final Intake intake;
    private final Cancellation cancellation;
    private final MerchantPayments payments;

    PaymentIntakeEndpoint(Intake intake, Cancellation cancellation, MerchantPayments payments) {
        this.intake = intake;
        this.cancellation = cancellation;
        this.payments = payments;
    }

    @Operation(
            operationId = "createPayment",
            summary = "Create a payment",
            description = "Accepts the payment. It is then carried out, and its status shows its state. Accepted is"
                    + " not paid.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(ref = PaymentSchemas.PAYMENT_REQUEST),
                            examples = @ExampleObject(name = "CNY to USD", value = """
                                    {"order_reference": "ORD-1001", "quote": "quo_01KAHM3W2V0K7N4QZT1X", "max_slippage_bps": 50,
                                     "payer": {"name": "Li Wei", "account": {"number": "6222020200112233445", "bank": "A"}},
                                     "payee": {"name": "Acme Outdoor LLC", "account": {"number": "000123456789", "bank": "C"},
                                               "address": {"street": "Main Street", "building": "12", "postal_code": "94016",
                                                           "city": "Daly City", "country": "US"}},
                                     "purpose": "GDDS", "metadata": {"cart": "77"}}""")))
    @ApiResponse(
            responseCode = "202",
            description = "Accepted: the payment is recorded and will be carried out.",
            headers = {
                @Header(
                        name = "Location",
                        description = "Where to get the payment.",
                        schema = @Schema(type = "string", format = "uri-reference")),
                @Header(
                        name = "Idempotent-Replayed",
                        description = "true if this is the original response to an earlier request with the key.",
                        schema = @Schema(type = "string", allowableValues = "true"))
            },
            content = @Content(schema = @Schema(implementation = PaymentJson.class)))
    @PostMapping
    ResponseEntity<byte[]> create(
            @Parameter(hidden = true) Caller caller,
            @Parameter(hidden = true) IdempotencyKey key,
            @Parameter(hidden = true) JsonBody body) {
        return intake.accept(caller.merchant(), key, body);
    }

    @Operation(
            operationId = "cancelPayment",
            summary = "Cancel a payment",
            description = "Possible until a payout has been instructed. What was collected is refunded; the status "
                    + "shows when. Cancelling again,"
                    + " even with another key, has no further effect.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(ref = PaymentSchemas.CANCEL_REQUEST)))
    @ApiResponse(
            responseCode = "202",
            description = "The cancellation is recorded and will be carried out.",
            headers =
                    @Header(
                            name = "Idempotent-Replayed",
                            description = "true if this is the original response to an earlier request with the key.",
                            schema = @Schema(type = "string", allowableValues = "true")),
            content = @Content(schema = @Schema(implementation = PaymentJson.class)))
    @PostMapping("/{id}/cancel")
    ResponseEntity<byte[]> cancel(
            @Parameter(hidden = true) Caller caller,
            @Parameter(hidden = true) IdempotencyKey key,
            @Parameter(hidden = true) JsonBody body,
            @Parameter(description = "The payment's id.", example = "pay_01KAHM3W2V0K7N4QZT1X") @PathVariable
                    String id) {
        return cancellation.cancel(payments.find(caller.merchant(), id), key, body);
    }
}
