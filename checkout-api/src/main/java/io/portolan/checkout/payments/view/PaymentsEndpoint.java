package io.portolan.checkout.payments.view;

import io.portolan.checkout.json.JsonResponses;
import io.portolan.checkout.requests.Query;
import io.portolan.checkout.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = MerchantPayments.PATH, produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Payments")
final class PaymentsEndpoint {
    private final MerchantPayments payments;

    PaymentsEndpoint(MerchantPayments payments) {
        this.payments = payments;
    }

    @Operation(operationId = "getPayment", summary = "Get a payment")
    @ApiResponse(
            responseCode = "200",
            description = "The payment.",
            content = @Content(schema = @Schema(implementation = PaymentJson.class)))
    @GetMapping("/{id}")
    ResponseEntity<byte[]> get(
            @Parameter(hidden = true) Caller caller,
            @Parameter(hidden = true) Query query,
            @Parameter(description = "The payment's id.", example = "pay_01KAHM3W2V0K7N4QZT1X") @PathVariable
                    String id) {
        query.throwIfInvalid();
        return JsonResponses.ok(PaymentJson.of(payments.find(caller.merchant(), id)));
    }

    @Operation(
            operationId = "listPayments",
            summary = "List payments",
            description = "Newest first. Filters are combined. A page may hold fewer than its limit and still name "
                    + "a next one.")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "status",
            description = "Only payments with this status.",
            schema =
                    @Schema(
                            type = "string",
                            allowableValues = {
                                "requires_confirmation",
                                "processing",
                                "completed",
                                "refunding",
                                "refunded",
                                "failed",
                                "cancelled"
                            }))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "order_reference",
            description = "Only payments with exactly this reference.",
            schema = @Schema(type = "string", maxLength = 64))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "created_after",
            description = "Only payments created at this time or later.",
            schema = @Schema(type = "string", format = "date-time"))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "created_before",
            description = "Only payments created before this time.",
            schema = @Schema(type = "string", format = "date-time"))
    @ApiResponse(
            responseCode = "200",
            description = "A page of payments.",
            content = @Content(schema = @Schema(implementation = PaymentPage.class)))
    @GetMapping
    ResponseEntity<byte[]> list(@Parameter(hidden = true) Caller caller, @Parameter(hidden = true) Query query) {
        return JsonResponses.ok(payments.list(caller.merchant(), query));
    }

    @Operation(
            operationId = "listPaymentEvents",
            summary = "List a payment's events",
            description = "Its events, oldest first.")
    @ApiResponse(
            responseCode = "200",
            description = "A page of events.",
            content = @Content(schema = @Schema(implementation = EventPage.class)))
    @GetMapping("/{id}/events")
    ResponseEntity<byte[]> events(
            @Parameter(hidden = true) Caller caller,
            @Parameter(hidden = true) Query query,
            @Parameter(description = "The payment's id.", example = "pay_01KAHM3W2V0K7N4QZT1X") @PathVariable
                    String id) {
        return JsonResponses.ok(payments.events(payments.find(caller.merchant(), id), query));
    }
}
